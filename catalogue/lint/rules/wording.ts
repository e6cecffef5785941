import type { Link } from '../../fee-item.ts'
import { on } from '../../reference.ts'
import { faultsAbout } from '../faulty.ts'
import { type Hit, rule } from '../hit.ts'
import { firstDay, posted } from '../judged-prices.ts'
import { itemOf, ratesOf } from '../price-index.ts'
import type { Linted } from '../rule.ts'
import { judged, once } from '../scene.ts'
import { CLAUSES } from '../sources.ts'

/** R07, R08, R10, R12, R15: what law asks of the words of a list. */
export const WORDING_RULES = [
  rule('R07', 'warning', CLAUSES.passOn, ['set', 'live'], bundled),
  rule('R08', 'warning', CLAUSES.conditionsAndUpdates, ['set', 'live'], openRange),
  rule('R10', 'warning', CLAUSES.forced, ['set', 'live'], compelled),
  rule('R12', 'error', CLAUSES.calledOfficial, ['set', 'live'], calledOfficial),
  rule('R15', 'error', CLAUSES.inRenminbi, ['set', 'live'], (given) => [
    ...faultsAbout(given, 'currency'),
    ...foreignOnly(given),
  ]),
]

const WITHIN = /含|包括|及|和|与|、|\+|＋/
const LEFT_OUT = /(不含|不包括|不包含|未含|不及|除|另收|另计|另付)[^，,。；;）)]*/g

/** 捆绑: a market price that says it has an item in it whose price government sets. */
function bundled(given: Linted): Hit[] {
  return posted(given).flatMap((one): Hit[] => {
    const { item, own_name, posted, remark, rate } = one.statement.payload!
    const text = `${own_name ?? ''} ${posted} ${remark?.zh ?? ''}`.replaceAll(LEFT_OUT, '')
    if (rate.form === 'percent_of' || !WITHIN.test(text)) return []
    if (itemOf(given.after, item, firstDay(given, one))?.pricing !== 'market') return []
    const name = setNames(given).find(([name]) => text.includes(name))
    return name ? [{ about: [one], field: 'posted', values: { item, of: name[1], name: name[0] } }] : []
  })
}

/** The Chinese names of the items whose price government sets today. */
const setNames = once((given: Linted): readonly (readonly [name: string, item: string])[] => {
  const { reference } = given.after
  const all = [...reference.of.item.keys()].flatMap((code) => on(reference, 'item', code, given.settings.today) ?? [])
  return all
    .filter(({ pricing }) => pricing === 'gov_set')
    .flatMap(({ code, name, aliases }) => [name.zh, ...aliases].map((each) => [each, code] as const))
    .filter(([name]) => /\p{Script=Han}{3}/u.test(name))
})

const UNDECIDED = /根据.{0,8}(定价|而定|确定|计价)|视.{0,8}(定|情况)|按量定价|起$/

/** A range, or words, without the condition that decides the price. */
function openRange(given: Linted): Hit[] {
  return posted(given).flatMap((one): Hit[] => {
    const standard = one.statement.payload!
    const open = ratesOf(standard).find((rate) => rate.form === 'range')
    if (standard.remark !== null || (!open && !UNDECIDED.test(standard.posted))) return []
    return [{ about: [one], field: 'rate', values: { item: standard.item, posted: standard.posted } }]
  })
}

const COMMERCIAL: ReadonlySet<Link> = new Set(['quarantine', 'customs_broker', 'inspection_body'])
const COMPELLING =
  /(?<![不非无])必须|(?<!(?:不|非|无|不得|禁止|不予|不会|不作)[^，,。；;]{0,2})强制|一律(收|由)|不得自行/

/** A commercial service that is not marked as a choice, or whose price says that there is none. */
function compelled(given: Linted): Hit[] {
  const marked = judged(given, 'item').flatMap((one): Hit[] => {
    const { pricing, voluntary, link, code } = one.statement.payload!
    const forced = pricing === 'market' && !voluntary && COMMERCIAL.has(link)
    return forced ? [{ about: [one], field: 'voluntary', values: { item: code } }] : []
  })
  const said = posted(given).flatMap((one): Hit[] => {
    const { posted, remark, item } = one.statement.payload!
    if (!COMPELLING.test(`${posted} ${remark?.zh ?? ''}`)) return []
    return [{ about: [one], field: 'posted', case: 'said', values: { item } }]
  })
  return [...marked, ...said]
}

const OFFICIAL = /(?<!(?:非|不|未|无|取消|原|放开|停止|退出|低于|参照|参考)[^，,。；;]{0,4})政府(?:定价|指导价)/

function calledOfficial(given: Linted): Hit[] {
  return posted(given).flatMap((one): Hit[] => {
    const { item, own_name, posted, label } = one.statement.payload!
    const text = `${own_name ?? ''} ${posted} ${label?.zh ?? ''}`
    if (!OFFICIAL.test(text) || itemOf(given.after, item, firstDay(given, one))?.pricing !== 'market') return []
    return [{ about: [one], field: 'posted', values: { item } }]
  })
}

const FOREIGN = /US\$|USD|美元|EUR|欧元|HK\$|HKD|港币|港元|JPY|日元|€|£/g

function foreignOnly(given: Linted): Hit[] {
  return judged(given, 'standard').flatMap((one): Hit[] => {
    const { posted, item } = one.statement.payload!
    const rest = posted.replaceAll(FOREIGN, '')
    if (rest === posted || /元|人民币|CNY|RMB|￥|¥/.test(rest)) return []
    return [{ about: [one], field: 'posted', values: { item, posted } }]
  })
}
