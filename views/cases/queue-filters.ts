import type { StaffContext } from '../staff.ts'
import {
  type FilterChip,
  type FilterParams,
  type FilterSaying,
  filterChips,
  filterChoices,
  filterName,
} from './filter-words.ts'

/** A field of the filters: one that is chosen, or typed. */
export type FilterField = {
  id: string
  name: string
  label: string
  value: string
  type: 'text' | 'date'
  amount: boolean
  choices: { value: string; text: string; selected: boolean }[] | null
  /** May it be left open? What is shown without a word are the open cases. */
  any: boolean
  fault: string | null
}

/** 筛选: the form, filled as it was sent, with what is wrong named at its field. */
export type QueueFiltersShown = {
  q: string
  fields: FilterField[]
  open: boolean
  chips: FilterChip[]
  kept: { name: string; value: string }[]
}

const SHOWN = [
  ...['show', 'state', 'due', 'assignee', 'type', 'track', 'port', 'item', 'entity', 'category', 'verdict', 'refund'],
  ...['min', 'max', 'from', 'to', 'due_from', 'due_to', 'anonymous', 'unread', 'sign', 'incoming', 'cluster'],
]
const STANDING: Record<string, string> = { show: 'open' }
const DATES = new Set(['from', 'to', 'due_from', 'due_to'])
const AMOUNTS = new Set(['min', 'max'])

/** `params` are the filters that hold, `sent` what was sent, `faults` what of it cannot be read. */
export function queueFilters(
  { params, sent, faults }: { params: FilterParams; sent: FilterParams; faults: readonly string[] },
  ctx: StaffContext,
  saying: FilterSaying,
): QueueFiltersShown {
  const field = (name: string): FilterField => ({
    ...{ id: `f-${name}`, name, label: filterName(name, saying), value: sent[name] ?? '' },
    ...{ type: DATES.has(name) ? 'date' : 'text', amount: AMOUNTS.has(name) },
    choices:
      filterChoices(name, saying)?.map((one) => ({ ...one, selected: one.value === (sent[name] ?? STANDING[name]) })) ??
      null,
    any: STANDING[name] === undefined,
    fault: faults.includes(name) ? saying.t('caseQueue.fault', { what: filterName(name, saying) }) : null,
  })
  return {
    q: sent.q ?? '',
    fields: SHOWN.map(field),
    open: SHOWN.some((name) => faults.includes(name)),
    chips: filterChips(params, ctx, saying),
    kept: params.who === undefined ? [] : [{ name: 'who', value: params.who }],
  }
}
