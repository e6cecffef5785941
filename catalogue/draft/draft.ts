/** 草稿: what a form says, as it was typed: texts, several of them, or parts by name. Nothing in it is checked. */
export type Draft = string | Draft[] | Parts
export type Parts = { [name: string]: Draft }

/** The fields of a form as they are sent: `payload.rate.tiers.0.over`; one that was sent several times is a list. */
export type Fields = Readonly<Record<string, string | string[]>>

/** Fields as a draft. Rows in which nothing was written fall away, so a row's place is what the page shows. */
export function draftOf(fields: Fields): Parts {
  const root: Parts = {}
  for (const [name, said] of Object.entries(fields)) {
    const path = name.split('.')
    if (path.length <= DEEPEST && path.every((part) => PART.test(part) && !(part in Object.prototype)))
      put(root, path, Array.isArray(said) ? said.map(written) : written(said))
  }
  return rowsIn(root) as Parts
}

/** A draft as the fields of a form. */
export function fieldsOf(draft: Draft, within = ''): Record<string, string | string[]> {
  if (typeof draft === 'string') return { [within]: draft }
  if (Array.isArray(draft) && draft.every((one) => typeof one === 'string'))
    return draft.length === 0 ? {} : { [within]: draft.length === 1 ? draft[0]! : draft }
  const name = (part: string) => (within === '' ? part : `${within}.${part}`)
  return Object.assign({}, ...Object.entries(draft).map(([part, of]) => fieldsOf(of, name(part))))
}

/** Was nothing written here? */
export const isBlank = (draft: Draft | undefined): boolean =>
  draft === undefined || (typeof draft === 'string' ? draft === '' : Object.values(draft).every(isBlank))

/** What a draft says at a place; undefined where it says nothing. */
export const at = (draft: Draft | undefined, path: string): Draft | undefined =>
  path.split('.').reduce<Draft | undefined>((of, part) => partOf(of, part), draft)

/** A text at a place, empty where there is none. */
export function textAt(draft: Draft | undefined, path: string): string {
  const found = at(draft, path)
  return typeof found === 'string' ? found : Array.isArray(found) && typeof found[0] === 'string' ? found[0] : ''
}

/** Rows at a place. */
export function rowsAt(draft: Draft | undefined, path: string): Draft[] {
  const found = at(draft, path)
  return Array.isArray(found) ? found : []
}

/** The same draft with something else at a place. */
export function withAt(draft: Draft | undefined, path: readonly string[], value: Draft): Draft {
  const [first, ...rest] = path
  if (first === undefined) return value
  const inner = withAt(partOf(draft, first), rest, value)
  if (Array.isArray(draft) || (draft === undefined && /^\d+$/.test(first)))
    return Object.assign([...((draft as Draft[]) ?? [])], { [Number(first)]: inner })
  return { ...(typeof draft === 'object' ? draft : {}), [first]: inner }
}

const DEEPEST = 9
const PART = /^[a-z0-9_]{1,40}$/

/** Text as it was meant: lines end as everywhere, nothing stands around it, and all of it can be printed. */
const written = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '\uFFFD')
    .trim()

const partOf = (draft: Draft | undefined, part: string): Draft | undefined =>
  typeof draft === 'object' && Object.hasOwn(draft, part) ? (draft as Parts)[part] : undefined

function put(parts: Parts, [part, ...rest]: string[], said: Draft): void {
  if (rest.length === 0) {
    parts[part!] ??= said
    return
  }
  parts[part!] ??= {}
  const inner = parts[part!]!
  if (typeof inner === 'object' && !Array.isArray(inner)) put(inner, rest, said)
}

/** Parts with numbers for names are rows, in the order of the numbers. */
function rowsIn(draft: Draft): Draft {
  if (typeof draft === 'string') return draft
  if (Array.isArray(draft)) return draft.filter((one) => !isBlank(one))
  const parts = Object.entries(draft).map(([name, of]) => [name, rowsIn(of)] as const)
  if (parts.length === 0 || !parts.every(([name]) => /^\d+$/.test(name))) return Object.fromEntries(parts)
  return parts
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, of]) => of)
    .filter((of) => !isBlank(of))
}
