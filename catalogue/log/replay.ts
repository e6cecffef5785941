import { without } from '../live.ts'
import { overlap, type Validity } from '../validity.ts'
import type { Leaf } from './leaf.ts'

/** A statement that the lines of the log lead to: which line said it, its days, and the releases that tell it. */
export type Told = {
  release: number
  n: number
  remainder: boolean
  valid: Validity
  known: { from: number; until: number | null }
}

/** 重演: what publish() must have made of the lines so far. Releases are said in order, the lines of each together. */
export type Replay = { said: (release: number, lines: readonly Leaf[]) => void; told: ReadonlyMap<string, Told[]> }

export function replaying(): Replay {
  const told = new Map<string, Told[]>()
  const said = (release: number, lines: readonly Leaf[]): void => {
    for (const [name, about] of Map.groupBy(lines, nameOf)) {
      const before = told.get(name) ?? []
      told.set(name, [...before.flatMap((one) => closed(one, about.map(daysOf), release)), ...about.map(spoken)])
    }
  }
  return { said, told }
}

/** A subject by kind and key. */
export const nameOf = ({ kind, key }: Pick<Leaf, 'kind' | 'key'>): string => `${kind} ${key}`

const daysOf = ({ from, until }: Leaf): Validity => ({ from, until }) as Validity

const spoken = (line: Leaf): Told => ({
  release: line.release,
  n: line.n,
  remainder: false,
  valid: daysOf(line),
  known: { from: line.release, until: null },
})

/** A statement that is touched is closed, and what the lines leave of it stands anew. */
function closed(one: Told, hit: readonly Validity[], release: number): Told[] {
  if (one.known.until !== null || !hit.some((valid) => overlap(valid, one.valid))) return [one]
  const left = without(one.valid, hit).map((valid) => ({
    ...one,
    remainder: true,
    valid,
    known: { from: release, until: null },
  }))
  return [{ ...one, known: { ...one.known, until: release } }, ...left]
}

/** What a subject is listed and sorted by, worked out of the line that said it first. */
export type Listed = {
  release: number
  n: number
  item: string | null
  port: string | null
  area: string | null
  entity: string | null
  list: string | null
}

type Payload = {
  code?: string
  position?: number
  item?: string
  port?: string
  area?: string
  entity?: string
  line?: string
}

/** The subjects that lines name for the first time. Items come first: a price is sorted under its item. */
export function listing(): { said: (lines: readonly Leaf[]) => void; listed: ReadonlyMap<string, Listed> } {
  const listed = new Map<string, Listed>()
  const said = (lines: readonly Leaf[]): void => {
    const first = lines.filter((line) => line.change !== 'withdraw' && !listed.has(nameOf(line)))
    for (const line of [
      ...first.filter(({ kind }) => kind !== 'standard'),
      ...first.filter(({ kind }) => kind === 'standard'),
    ])
      if (!listed.has(nameOf(line))) listed.set(nameOf(line), listedAs(line, listed))
  }
  return { said, listed }
}

function listedAs({ kind, release, n, payload }: Leaf, listed: ReadonlyMap<string, Listed>): Listed {
  const { code, position, item, port, area, entity, line } = payload as Payload
  const nowhere = { release, n, item: null, port: null, area: null, entity: null, list: null }
  if (kind === 'item') return { ...nowhere, list: `${String(position).padStart(6, '0').slice(0, 6)} ${code}` }
  if (kind !== 'standard') return nowhere
  const place = entity == null ? ['0', line, port ?? '', area ?? ''] : ['1', port, entity, area ?? '', line]
  const under = listed.get(nameOf({ kind: 'item', key: item! }))?.list
  return {
    ...{ release, n, item: item!, port: port ?? '-', area: area ?? '-', entity: entity ?? '-' },
    list: `${under}/${place.filter((part) => part != null).join('/')}`,
  }
}
