import { VERDICTS } from '../../catalogue/check/verdict.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { CASE_STATES } from '../../complaints/case.ts'
import { CASE_TYPES, CATEGORIES, TRACKS } from '../../complaints/words.ts'
import { address } from '../context.ts'
import { amountText, dayText } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { entityName, itemName, portName } from '../words/names.ts'

/** 筛选 as an address says it: name and value. */
export type FilterParams = Record<string, string>

/** What is needed to say a filter in words. */
export type FilterSaying = {
  t: Translate
  reference: Reference
  today: Day
  colleagues: readonly { id: number; name: string }[]
}

type Word = keyof Messages['caseQueue']

/** The name of a filter. */
export const filterName = (name: string, { t }: Pick<FilterSaying, 't'>): string =>
  t.words.caseQueue[`f-${name}` as Word] ?? name

/** What may be chosen of a filter, in words; null where one types. */
export function filterChoices(name: string, saying: FilterSaying): { value: string; text: string }[] | null {
  const { t, reference, colleagues } = saying
  const worded = (values: readonly string[]) =>
    values.map((value) => ({ value, text: filterValue(name, value, saying) }))
  const known = CHOICES[name]
  if (known !== undefined) return worded(known)
  if (name === 'port') return worded([...reference.of.port.keys()])
  if (name === 'item') return worded([...reference.of.item.keys()])
  if (name !== 'assignee') return null
  const { 'o-assignee-me': me, 'o-assignee-nobody': nobody } = t.words.caseQueue
  return [
    { value: 'me', text: me },
    { value: 'nobody', text: nobody },
    ...colleagues.map((one) => ({ value: String(one.id), text: one.name })),
  ]
}

const CHOICES: Record<string, readonly string[]> = {
  show: ['open', 'closed', 'all'],
  state: CASE_STATES,
  type: CASE_TYPES,
  track: TRACKS,
  category: CATEGORIES,
  verdict: VERDICTS,
  due: ['today', 'soon', 'overdue'],
  anonymous: ['yes', 'no'],
  refund: ['due', 'late'],
  unread: ['yes'],
  sign: ['yes'],
  incoming: ['yes'],
}

/** The value of a filter in words. */
export function filterValue(name: string, value: string, { t, reference, today, colleagues }: FilterSaying): string {
  const { caseWords, caseQueue, verdict } = t.words
  switch (name) {
    case 'state':
    case 'type':
    case 'track':
    case 'category':
      return caseWords[`${name}-${value}` as keyof typeof caseWords] ?? value
    case 'verdict':
      return verdict[value as keyof typeof verdict] ?? value
    case 'port':
      return portName(reference, value, today, t.locale).text
    case 'item':
      return itemName(reference, value, today, t.locale).text
    case 'entity':
      return entityName(reference, value, today, t.locale).text
    case 'min':
    case 'max':
      return amountText(value)
    case 'from':
    case 'to':
    case 'due_from':
    case 'due_to':
      return dayText(value as Day, t.locale)
    case 'unread':
    case 'sign':
    case 'incoming':
      return caseQueue['o-yes']
    case 'who':
      return caseQueue['o-who']
    default:
      return (
        caseQueue[`o-${name}-${value}` as Word] ??
        colleagues.find(({ id }) => name === 'assignee' && String(id) === value)?.name ??
        value
      )
  }
}

/** 已筛选: each filter in words, with the address of the queue without it. */
export type FilterChip = { text: string; remove: string; href: string }
export const filterChips = (params: FilterParams, ctx: StaffContext, saying: FilterSaying): FilterChip[] =>
  Object.entries(params)
    .filter(([name, value]) => name !== 'show' || value !== 'open')
    .map(([name, value]) => {
      const { [name]: _, ...rest } = params
      const text = saying.t('caseQueue.pair', {
        name: filterName(name, saying),
        value: filterValue(name, value, saying),
      })
      return { text, remove: saying.t('caseQueue.remove', { what: text }), href: queueAddress(ctx, rest) }
    })

/** The address of the queue with these filters; without any it says `show=open`, so that no default view steps in. */
export const queueAddress = (ctx: Pick<StaffContext, 'locale'>, params: FilterParams): string =>
  address(ctx, '/staff/cases', Object.keys(params).length === 0 ? { show: 'open' } : params)
