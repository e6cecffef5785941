import { pricesByItem, type Standard } from './price-index.ts'
import type { Linted } from './rule.ts'
import { judged, type Said } from './scene.ts'

/** Posted prices that belong together: those a rule judges, and all of them that are in force from today on. */
export type Together = { said: Said<'standard'>[]; all: readonly Standard[] }

/** Posted prices from today on by what they have in common, where any of them is judged. A null leaves one out. */
export function postedTogether(
  given: Linted,
  common: (standard: Standard) => readonly (string | null)[],
): ReadonlyMap<string, Together> {
  const judgedPosted = judged(given, 'standard').filter(({ statement }) => statement.payload!.entity !== null)
  const groups = new Map<string, { said: Said<'standard'>[]; all: Standard[] }>()
  for (const one of judgedPosted) {
    const parts = common(one.statement)
    if (parts.includes(null)) continue
    const name = parts.join('|')
    const group = groups.get(name) ?? { said: [], all: [] }
    groups.set(name, group)
    group.said.push(one)
  }
  for (const standard of postedFrom(given)) groups.get(common(standard).join('|'))?.all.push(standard)
  return groups
}

const postedFrom = ({ after, settings }: Linted): Standard[] =>
  [...pricesByItem(after).values()]
    .flatMap(({ posted }) => [...posted.values()].flat())
    .filter(({ valid }) => valid.until === null || settings.today < valid.until)
