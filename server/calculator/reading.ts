import { z } from 'zod'
import { Amount } from '../../catalogue/amount.ts'
import { BOX_KINDS, BOX_SIZES, type Boxes } from '../../catalogue/asked.ts'
import type { FieldFault, SentForm } from '../../views/words/sent-form.ts'

/** What a form's address says, read field by field: what cannot be read is a fault of its field, and nothing is lost. */
export type Reading = {
  sent: SentForm
  faults: FieldFault[]
  one: <S extends z.ZodType>(name: string, schema: S) => z.output<S> | null
  many: <S extends z.ZodType>(name: string, schema: S) => z.output<S>[]
}

/** Reads the query of a form. Fields of `several` may be given more than once, or once with commas. */
export function readingOf(
  query: Record<string, unknown>,
  known: ReadonlySet<string>,
  several: ReadonlySet<string>,
): Reading {
  const sent = sentOf(query, several)
  const faults = Object.keys(query).flatMap((field) => strangeIn(field, query[field], known, several))
  const checked = <S extends z.ZodType>(field: string, text: string, schema: S): z.output<S> | null => {
    const read = schema.safeParse(text)
    if (read.success) return read.data
    faults.push({ field, code: codeOf(read.error), value: shown(text) })
    return null
  }
  return {
    sent,
    faults,
    one: (name, schema) => (sent.values[name] === undefined ? null : checked(name, sent.values[name], schema)),
    many: (name, schema) => (sent.lists[name] ?? []).flatMap((text) => checked(name, text, schema) ?? []),
  }
}

/** A number as people write it: full-width digits and 12,000 are understood. */
export const Written = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[\s,]/g, ''))
  .pipe(Amount)

/** So many of something: a whole number. */
export const Count = Written.refine((text) => /^\d{1,6}$/.test(text), { error: 'not-a-count' })

/** Hours of work, no more than a day of it. */
export const WorkHours = Written.refine((text) => Number(text) > 0 && Number(text) <= 24, { error: 'not-work-hours' })

export const YesNo = z.enum(['true', 'false'])

/** The fields of the table of boxes: `b20_general`, `b40_empty` … */
export const BOX_FIELDS = BOX_SIZES.flatMap((size) =>
  BOX_KINDS.map((kind) => ({ name: `b${size}_${kind}`, size, kind })),
)

/** The boxes a form counts; none of a kind is left out. */
export const boxesIn = (reading: Reading): Boxes[] =>
  BOX_FIELDS.flatMap(({ name, size, kind }) => {
    const count = reading.one(name, Count)
    if (count === null || Number(count) === 0) return []
    const empty = kind === 'empty'
    return [{ size, load: empty ? 'empty' : 'laden', cargo_class: empty ? 'general' : kind, count } satisfies Boxes]
  })

/** What a page can print of a text; no field takes more. */
const printed = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}/gu, '\uFFFD')
    .slice(0, MOST)
const MOST = 4000

function sentOf(query: Record<string, unknown>, several: ReadonlySet<string>): SentForm {
  const sent: SentForm = { values: {}, lists: {} }
  for (const [name, given] of Object.entries(query)) {
    const texts = [given].flat().map((text) => printed(String(text)))
    if (several.has(name)) sent.lists[name] = texts.flatMap((text) => text.split(',')).slice(0, 200)
    else sent.values[name] = texts[0]!
  }
  return sent
}

function strangeIn(
  field: string,
  given: unknown,
  known: ReadonlySet<string>,
  several: ReadonlySet<string>,
): FieldFault[] {
  if (!known.has(field)) return [{ field: shown(printed(field)), code: 'unknown-parameter', value: '' }]
  return Array.isArray(given) && !several.has(field) ? [{ field, code: 'not-one-value', value: '' }] : []
}

const codeOf = ({ issues: [issue] }: z.ZodError): string =>
  issue?.code === 'invalid_value' ? 'not-an-option' : issue?.code === 'too_big' ? 'too-long' : (issue?.message ?? '')

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
