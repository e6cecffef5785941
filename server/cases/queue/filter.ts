import { z } from 'zod'
import { VERDICTS } from '../../../catalogue/check/verdict.ts'
import { Day } from '../../../catalogue/day.ts'
import { CASE_STATES } from '../../../complaints/case.ts'
import { CASE_TYPES, CATEGORIES, TRACKS } from '../../../complaints/words.ts'

const code = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
const amount = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/)
const number = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31)

/** 筛选: what the address of the queue says. Days named by a word (`today`) stay so, and a kept view with them. */
export const QueueFilter = z
  .object({
    q: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .refine((typed) => !/\S\s*[@＠]\s*\S/.test(typed)),
    show: z.enum(['open', 'closed', 'all']),
    state: z.enum(CASE_STATES),
    type: z.enum(CASE_TYPES),
    track: z.enum(TRACKS),
    category: z.enum(CATEGORIES),
    verdict: z.enum(VERDICTS),
    port: code,
    entity: z.string().regex(/^[0-9A-Z]{18}$/),
    item: code,
    min: amount,
    max: amount,
    from: Day,
    to: Day,
    due: z.enum(['today', 'soon', 'overdue']),
    due_from: Day,
    due_to: Day,
    assignee: z.union([z.enum(['me', 'nobody']), number]),
    cluster: number,
    anonymous: z.enum(['yes', 'no']),
    refund: z.enum(['due', 'late']),
    unread: z.literal('yes'),
    sign: z.literal('yes'),
    incoming: z.literal('yes'),
    who: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  })
  .partial()
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'] })
  .refine(({ due_from, due_to }) => due_from === undefined || due_to === undefined || due_from <= due_to, {
    path: ['due_to'],
  })
  .refine(({ min, max }) => min === undefined || max === undefined || Number(min) <= Number(max), { path: ['max'] })
export type QueueFilter = z.infer<typeof QueueFilter>
export type FilterName = keyof QueueFilter

/** Every name of a filter, in the order in which an address and the page have them. */
export const FILTERS = Object.keys(QueueFilter.shape) as FilterName[]

/** So long a value is none that could be read. */
const MOST = 200

/** The filters that were filled in, as they were typed: what is wrong with them is named where they are read. */
export const typedFilters = (sent: Record<string, string>): Partial<Record<FilterName, string>> =>
  Object.fromEntries(
    FILTERS.flatMap((name) => (sent[name]?.trim() ? [[name, sent[name].trim().slice(0, MOST)] as const] : [])),
  )

/** Reads an address; what cannot be read is named, and leaves the rest as it is. */
export function readFilter(sent: Record<string, string>): { filter: QueueFilter; faults: FilterName[] } {
  const given = typedFilters(sent)
  const read = QueueFilter.safeParse(given)
  if (read.success) return { filter: read.data, faults: [] }
  const faults = [...new Set(read.error.issues.map(({ path }) => path[0] as FilterName))]
  const sound = Object.fromEntries(Object.entries(given).filter(([name]) => !faults.includes(name as FilterName)))
  return { filter: QueueFilter.safeParse(sound).data ?? {}, faults }
}

/** A filter as an address says it, always in the same order. */
export const filterParams = (filter: QueueFilter): Record<string, string> =>
  Object.fromEntries(FILTERS.flatMap((name) => (filter[name] === undefined ? [] : [[name, String(filter[name])]])))

/** A filter as text, to be kept; and back. */
export const filterText = (filter: QueueFilter): string => new URLSearchParams(filterParams(filter)).toString()
export const filterFrom = (text: string): QueueFilter =>
  readFilter(Object.fromEntries(new URLSearchParams(text))).filter
