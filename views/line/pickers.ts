import type { Day } from '../../catalogue/day.ts'
import { periodsOf, type Reference, type ReferenceKind } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Text } from '../../catalogue/text.ts'
import { covers, lastDay, type Validity } from '../../catalogue/validity.ts'
import { dayText, said, validityText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type Choice, choice } from './field.ts'

/** What a form may choose from: all that is published on any day, and what this set proposes. */
export type Pickable = { reference: Reference; today: Day; proposed: ReadonlySet<string> }

type Named = 'item' | 'entity' | 'port' | 'document'

/** Every subject of a kind with the days on which it is in force, upcoming ones and ended ones among them. */
export function pick(kind: Named, from: Pickable, t: Translate, only?: ReadonlySet<string>): Choice[] {
  const all = [...(from.reference.of[kind] as ReadonlyMap<string, readonly Statement<Named>[]>)]
  const current = (versions: readonly Statement<Named>[]) => Number(stretchOf(versions, from.today)?.until != null)
  return all
    .filter(([key, versions]) => (only?.has(key) ?? true) && versions.some(({ payload }) => payload !== null))
    .toSorted(([, a], [, b]) => current(a) - current(b))
    .map(([key, versions]) => {
      const { text, lang } = said(nameOf(kind, versions), t.locale)
      const name = kind === 'document' || kind === 'item' ? `${text} ${key}` : text
      return choice(key, t('lineForms.option', { name, period: periodText(kind, key, versions, from, t) }), lang)
    })
}

/** Port areas of a port. */
export const pickAreas = (port: string, { reference }: Pickable, t: Translate): Choice[] => {
  const areas = reference.of.port.get(port)?.findLast(({ payload }) => payload !== null)?.payload?.areas ?? []
  return areas.map(({ code, name }) => {
    const { text, lang } = said(name, t.locale)
    return choice(code, text, lang)
  })
}

function nameOf(kind: Named, versions: readonly Statement<Named>[]): Text {
  const last = versions.findLast(({ payload }) => payload !== null)!.payload!
  return kind === 'document' ? (last as { title: Text }).title : (last as { name: Text }).name
}

function periodText(kind: Named, key: string, versions: readonly Statement[], from: Pickable, t: Translate): string {
  if (from.proposed.has(`${kind}:${key}`)) return t.words.lineForms.proposedHere
  const stretch = stretchOf(versions, from.today)
  if (stretch === undefined) return t.words.lineForms.unsaid
  if (covers(stretch, from.today)) return validityText(stretch, t)
  if (stretch.from > from.today) return t('lineForms.upcoming', { from: dayText(stretch.from, t.locale) })
  return t('lineForms.ended', { until: dayText(lastDay(stretch)!, t.locale) })
}

/** The stretch that matters now: the present one, else the next, else the last. */
function stretchOf(versions: readonly Statement[], today: Day): Validity | undefined {
  const periods = periodsOf(versions)
  return periods.find((one) => covers(one, today)) ?? periods.find(({ from }) => from > today) ?? periods.at(-1)
}

/** What of the reference is said of a key. */
export const versionsIn = ({ reference }: Pickable, kind: ReferenceKind, key: string): readonly Statement[] =>
  (reference.of[kind] as ReadonlyMap<string, readonly Statement[]>).get(key) ?? []
