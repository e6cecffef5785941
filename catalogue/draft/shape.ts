import { type Draft, isBlank, type Parts } from './draft.ts'

/** How a value is written in a form, and read again unchecked; `at` is the field in which a fault of the value is mended. */
export type Shape<T> = {
  write: (value: T) => Draft | undefined
  read: (draft: Draft | undefined) => unknown
  at: (path: readonly string[], draft: Draft | undefined) => readonly string[]
}

const leaf = (draft: Draft | undefined): string =>
  typeof draft === 'string' ? draft : Array.isArray(draft) && typeof draft[0] === 'string' ? draft[0] : ''

const here = () => []

/** A text; also one of a list of codes, or a day. */
export const text: Shape<string> = { write: (value) => value, read: leaf, at: here }

/** A number as people write it: full-width digits and 12,000 are understood. */
export const amount: Shape<string> = { ...text, read: (draft) => leaf(draft).normalize('NFKC').replace(/[\s,]/g, '') }

/** A whole number. */
export const count: Shape<number> = {
  write: String,
  read: (draft) => {
    const said = amount.read(draft) as string
    return /^\d{1,9}$/.test(said) ? Number(said) : said === '' ? undefined : said
  },
  at: here,
}

/** Ticked or not. */
export const flag: Shape<boolean> = {
  write: (value) => (value ? 'true' : undefined),
  read: (draft) => leaf(draft) === 'true',
  at: here,
}

/** What no form asks for. */
export const always = <T>(value: T): Shape<T> => ({ write: () => undefined, read: () => value, at: here })

/** Null where nothing was written. */
export const maybe = <T>({ write, read, at }: Shape<T>): Shape<T | null> => ({
  write: (value) => (value === null ? undefined : write(value)),
  read: (draft) => (isBlank(draft) ? null : read(draft)),
  at,
})

/** Absent where nothing was written or ticked. */
export const absent = <T>({ write, read, at }: Shape<T>): Shape<T | undefined> => ({
  write: (value) => (value === undefined ? undefined : write(value)),
  read: (draft) => (isBlank(draft) ? undefined : read(draft)),
  at,
})

/** Texts that are chosen from a list, or typed line by line. */
export const several: Shape<readonly string[]> = {
  write: (values) => [...values],
  read: (draft) => textsOf(draft),
  at: here,
}

/** Texts, each on a line of its own. */
export const lines: Shape<readonly string[]> = {
  write: (values) => values.join('\n'),
  read: (draft) =>
    leaf(draft)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  at: here,
}

const textsOf = (draft: Draft | undefined): string[] =>
  typeof draft === 'string' ? (draft === '' ? [] : [draft]) : Array.isArray(draft) ? draft.map(leaf) : []

/** Rows of the same shape. */
export const list = <T>({ write, read, at }: Shape<T>): Shape<readonly T[]> => ({
  write: (values) => values.map((value) => write(value) ?? {}),
  read: (draft) => (Array.isArray(draft) ? draft.map(read) : []),
  at: ([n, ...rest], draft) => (n === undefined ? [] : [n, ...at(rest, partOf(draft, n))]),
})

/** Parts by name; the compiler knows when one is missing. */
export function object<T extends object>(shapes: { [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const all = Object.entries(shapes) as [string, Shape<unknown>][]
  return {
    write: (value) => {
      const parts = all.map(([name, { write }]) => [name, write(value[name as keyof T])] as const)
      return Object.fromEntries(parts.filter((part): part is [string, Draft] => part[1] !== undefined))
    },
    read: (draft) =>
      Object.fromEntries(
        all.map(([name, { read }]) => [name, read(partOf(draft, name))]).filter(([, value]) => value !== undefined),
      ),
    at: ([name, ...rest], draft) => {
      const shape = name === undefined ? undefined : (shapes as Record<string, Shape<unknown>>)[name]
      return shape === undefined ? [] : [name!, ...shape.at(rest, partOf(draft, name!))]
    },
  }
}

/** What a draft says of a part. */
export const partOf = (draft: Draft | undefined, name: string): Draft | undefined =>
  typeof draft === 'object' && Object.hasOwn(draft, name) ? (draft as Parts)[name] : undefined

/** Words in both languages. */
export const words = object<{ zh: string; en: string | null }>({ zh: text, en: maybe(text) })
