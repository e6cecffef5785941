import { saidOf } from '../../live.ts'
import { type Against, againstGovernment, comparedValues } from '../against.ts'
import { capped } from '../capped.ts'
import { faultsAbout } from '../faulty.ts'
import { type Hit, rule, skipped } from '../hit.ts'
import { firstDay, posted } from '../judged-prices.ts'
import { itemOf } from '../price-index.ts'
import type { Linted } from '../rule.ts'
import { judged, once } from '../scene.ts'
import { CLAUSES } from '../sources.ts'
import { abolishedBy, firstUncovered } from '../uncovered.ts'
import { aboveFormer } from './lineage.ts'

/** R01-R06: what law asks of the items and figures of a list. R04 needs a bill, and is run on bills. */
export const OFFICIAL_RULES = [
  rule('R01', 'error', CLAUSES.shown, ['set', 'live'], (given) => [...faultsAbout(given, 'shown'), ...notShown(given)]),
  rule('R02', 'error', CLAUSES.set, ['set', 'live'], (given) => beside(given, 'gov_set', ['above', 'below'])),
  rule('R03', 'error', CLAUSES.guided, ['set', 'live'], (given) => beside(given, 'gov_guided', ['above'])),
  rule('R04', 'error', CLAUSES.offList, ['set', 'live'], () => [skipped('R04', 'on-bills')]),
  rule('R05', 'error', CLAUSES.abolished, ['set', 'live'], (given) => [
    ...afterItsEnd(given),
    ...byAbolishedName(given),
  ]),
  rule('R06', 'error', CLAUSES.subItem, ['set', 'live'], security),
]

/** A price of an item that the list does not have, or whose content says no more than its name. */
function notShown(given: Linted): Hit[] {
  const unknown = judged(given, 'standard').flatMap((one): Hit[] => {
    const { item } = one.statement.payload!
    const known = saidOf(given.after, 'item', item).some(({ payload }) => payload !== null)
    return known ? [] : [{ about: [one], field: 'item', case: 'item', values: { item } }]
  })
  const empty = judged(given, 'item').flatMap((one): Hit[] => {
    const { name, content, code } = one.statement.payload!
    return content.zh.trim() === name.zh.trim()
      ? [{ about: [one], severity: 'warning', field: 'content', case: 'content', values: { item: code } }]
      : []
  })
  return [...unknown, ...empty]
}

/** A posted price beside the government's: other than it where it is set, above it where it is a ceiling. */
function beside(given: Linted, pricing: 'gov_set' | 'gov_guided', wrong: readonly string[]): Hit[] {
  const found = againstGovernment(given).filter((one) => one.pricing === pricing && isWrong(one, wrong))
  return found.map((one) => ({
    ...{ about: [one.posted], field: 'rate', values: comparedValues(one) },
    case: one.comparison!.verdict,
  }))
}

const isWrong = ({ comparison }: Against, wrong: readonly string[]): boolean =>
  comparison !== null && wrong.includes(comparison.verdict)

function afterItsEnd(given: Linted): Hit[] {
  return judged(given, 'standard').flatMap((one) => {
    const { item } = one.statement.payload!
    const versions = saidOf(given.after, 'item', item)
    const day = firstUncovered(one.statement.valid, versions, firstDay(given, one))
    return day !== null && abolishedBy(versions, day) ? [{ about: [one], field: 'item', values: { item, day } }] : []
  })
}

/** A charge that goes by the name of an abolished one, or a name with that in it, under another item. */
function byAbolishedName(given: Linted): Hit[] {
  return posted(given).flatMap((one): Hit[] => {
    const { own_name, label, item } = one.statement.payload!
    const known = itemOf(given.after, item, firstDay(given, one))?.name.zh ?? ''
    const called = [own_name, label?.zh].filter((name) => name != null)
    const [name, abolished] =
      abolishedNames(given).find(([gone]) => !known.includes(gone) && called.some((each) => goesBy(each, gone))) ?? []
    if (name === undefined || abolished === item) return []
    const values = { name: called.find((each) => goesBy(each, name))!, item: abolished! }
    return [{ about: [one], severity: 'warning', field: 'own_name', case: 'named', values }]
  })
}

const goesBy = (name: string, gone: string): boolean => name === gone || (gone.length > 3 && name.includes(gone))

const abolishedNames = once((given: Linted): readonly (readonly [name: string, item: string])[] => {
  const { of } = given.after.reference
  const gone = [...of.item.values()].flatMap((versions) => abolishedBy(versions, given.settings.today) ?? [])
  return gone.flatMap(({ code, name, aliases }) => [name.zh, ...aliases].map((each) => [each, code] as const))
})

const SECURITY = 'port-facility-security'

/** 保安费 since it went into the lump sum: as an item of its own, or above its former price. */
function security(given: Linted): Hit[] {
  const since = capped(given).get(SECURITY)?.from
  if (since === undefined) return []
  const own = judged(given, 'item').flatMap((one): Hit[] => {
    const { payload, valid, key } = one.statement
    const alone = key === SECURITY && (valid.until === null || since < valid.until) && payload!.parent === null
    return alone ? [{ about: [one], field: 'parent', case: 'alone', values: { item: SECURITY, day: since } }] : []
  })
  return [...own, ...aboveFormer(given).filter(({ values }) => values?.item === SECURITY)]
}
