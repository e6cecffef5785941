import type { Day } from '../day.ts'
import type { Conditions } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { keyOf } from '../subject.ts'
import { lineKeyOf } from './line-key.ts'
import type { Place } from './place-of-row.ts'
import { type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { ReadRow } from './read-rows.ts'
import { groupOf, type Listed, payloadOn, type Scene } from './scene.ts'

/** The line of the list that a row is: its key, and what is published of it on the day; nothing where it is new. */
export type FoundLine = { key: string; line: string; published: FeeStandard | null }
export type Sought = Place & { item: string; on: Day }

/** By the line key where one is given, else by the conditions; null where several could be meant, which is noted. */
export function lineOfRow(
  row: ReadRow,
  sought: Sought,
  conditions: Conditions | null,
  scene: Scene,
  spot: Spot,
): FoundLine | null {
  if (row.faulty.has('line')) return null
  const { item, port, area, on } = sought
  const listed = scene.listed.get(groupOf({ item, port, area })) ?? []
  if (row.said.line) return known(row.said.line, sought, listed, scene)
  if (conditions === null) return null
  const alike = likeIt(row, conditions, listed, on)
  if (alike.length === 1) return { ...alike[0]!, line: alike[0]!.published.line }
  if (alike.length > 1) {
    wrong(spot, 'line-ambiguous', columnOf(row, 'line'), {
      lines: alike.map(({ published }) => published.line).join(', '),
    })
    return null
  }
  const made = known(lineKeyOf(conditions), sought, listed, scene)
  if (made.published === null) return made
  wrong(spot, 'line-taken', columnOf(row, 'line'), { line: made.line })
  return null
}

function known(line: string, { item, port, area, on }: Sought, listed: readonly Listed[], { whose }: Scene): FoundLine {
  const key = keyOf.standard({ item, port, area, entity: whose, line } as FeeStandard)
  const found = listed.find((one) => one.key === key)
  return { key, line, published: found === undefined ? null : payloadOn(found, on) }
}

type Alike = { key: string; published: FeeStandard }

/** The lines with these conditions; of several, those of this name. */
function likeIt({ said }: ReadRow, conditions: Conditions, listed: readonly Listed[], on: Day): Alike[] {
  const wanted = canonical(conditions)
  const alike = listed.flatMap(({ key, versions }) => {
    const published = payloadOn({ versions }, on)
    return published !== null && canonical(published.conditions) === wanted ? [{ key, published }] : []
  })
  if (alike.length < 2) return alike
  const named = alike.filter(
    ({ published }) =>
      (published.label?.zh ?? null) === (said.label ?? null) && published.own_name === (said.own_name ?? null),
  )
  return named.length === 1 ? named : alike
}

/** Conditions as one text, however they are ordered. */
const canonical = (conditions: Conditions): string =>
  Object.entries(conditions)
    .map(([fact, wanted]) =>
      Array.isArray(wanted)
        ? `${fact}=${wanted.toSorted().join('|')}`
        : `${fact}:${JSON.stringify(Object.entries(wanted).toSorted())}`,
    )
    .toSorted()
    .join(' ')
