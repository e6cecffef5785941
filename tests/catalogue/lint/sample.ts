import { day } from '../../../catalogue/day.ts'
import type { Document } from '../../../catalogue/document.ts'
import type { ChargingEntity } from '../../../catalogue/entity.ts'
import type { FeeItem } from '../../../catalogue/fee-item.ts'
import { type FeeStandard, PLAIN } from '../../../catalogue/fee-standard.ts'
import { lint } from '../../../catalogue/lint/lint.ts'
import type { LintSettings } from '../../../catalogue/lint/rule.ts'
import { afterwards, type Live } from '../../../catalogue/live.ts'
import type { Port } from '../../../catalogue/port.ts'
import { referenceOf } from '../../../catalogue/reference.ts'
import { type Line, say } from '../../../catalogue/release.ts'
import type { Why } from '../../../catalogue/statement.ts'
import { text } from '../../../catalogue/text.ts'
import type { Validity } from '../../../catalogue/validity.ts'

/** A small list on 2026-11-23 against which each rule is tried. */
export const TODAY = day('2026-11-23')
export const SETTINGS: LintSettings = { today: TODAY, noticeDays: 30, reviewMonths: 12 }
export const WHY: Why = { zh: '录入', en: null, documents: ['notice'] }
export const TERMINAL = '91330206MA2DEM0171'
export const FORWARDER = '91330206MA2DEM025U'

const SOURCE = { mark: 'verified', source: '示例' } as const
export const from = (first: string, until: string | null = null): Validity => ({
  from: day(first),
  until: until === null ? null : day(until),
})

export const item = (code: string, zh: string, rest: Partial<FeeItem> = {}): FeeItem => ({
  ...{ code, name: text(zh), parent: null, position: 1, pricing: 'market', nature: 'service_fee', link: 'terminal' },
  ...{ payer: 'cargo', payee: null, content: text(`提供${zh}所说的服务`), at: ['sea'], facts: [], aliases: [] },
  ...{ voluntary: false, basis: [], provenance: SOURCE, remark: null, ...rest },
})

export const BY_RULES = [{ document: 'rules-2019', article: '第十条' }]

/** A price that the terminal posts at Ningbo. */
export const posted = (rest: Partial<FeeStandard> = {}): FeeStandard => ({
  ...{ item: 'storage', port: 'CNNGB', area: null, entity: TERMINAL, line: 'box', label: null, own_name: '堆存费' },
  ...{ rate: { form: 'fixed', amount: '10' }, unit: 'container', currency: 'CNY', ceiling: false, conditions: {} },
  ...{ terms: PLAIN, posted: '堆存费 10元/箱', basis: [], provenance: SOURCE, remark: null, ...rest },
})

/** A price that government sets, everywhere. */
export const official = (item: string, amount: string, rest: Partial<FeeStandard> = {}): FeeStandard =>
  posted({
    ...{ item, port: null, entity: null, line: 'all', own_name: null, rate: { form: 'fixed', amount } },
    ...{ basis: BY_RULES, terms: { ...PLAIN, rounding: { decimals: 0, mode: 'half_up', minimum: null } } },
    ...{ posted: `${amount}元/箱`, ...rest },
  })

export const entity = (code: string, rest: Partial<ChargingEntity> = {}): ChargingEntity => ({
  ...{ code, name: text('示例单位'), link: 'terminal', ports: ['CNNGB', 'CNWNZ'], address: null, phone: null },
  ...{ complaint_phone: '12345', demo: true, remark: null, ...rest },
})

const port = (code: string): Port => ({
  ...{ code, name: text(code), kind: 'sea', city: text('宁波'), division: '330200', also: [], areas: [] },
  ...{ reference: false, provenance: SOURCE, remark: null },
})

export const document = (code: string, rest: Partial<Document> = {}): Document => ({
  ...{ code, number: null, title: text('港口收费办法（2019年）'), issuer: text('交通运输部'), issued: null },
  ...{
    effective: day('2010-01-01'),
    ended: null,
    summary: text('规定收费。'),
    href: null,
    provenance: SOURCE,
    ...rest,
  },
})

const SINCE = from('2019-04-01')
const gov = { basis: BY_RULES }
const nothing: Live = {
  ...{ release: 0, today: TODAY, reference: referenceOf(0, []), standards: new Map(), entities: 'all' },
}

/** What is published by these lines. */
export const published = (lines: readonly Line[], before: Live = LIVE): Live => afterwards(before, lines)

const BEGINNING: Line[] = [
  ...['rules-2019', 'notice'].map((code) =>
    say('document', document(code, code === 'notice' ? { title: text('通知') } : {}), SINCE, WHY),
  ),
  ...['CNNGB', 'CNWNZ'].map((code) => say('port', port(code), SINCE, WHY)),
  say('entity', entity(TERMINAL), SINCE, WHY),
  say('entity', entity(FORWARDER, { link: 'forwarder' }), SINCE, WHY),
  say('item', item('storage', '堆存费'), SINCE, WHY),
  say('item', item('lumpsum', '包干费'), SINCE, WHY),
  say('item', item('dues', '货物港务费', { pricing: 'gov_set', ...gov }), SINCE, WHY),
  say('item', item('pilotage', '引航费', { pricing: 'gov_guided', ...gov }), SINCE, WHY),
  say(
    'item',
    item('lighterage', '驳船取送费', { pricing: 'gov_guided', ...gov }),
    from('2016-03-01', '2018-06-20'),
    WHY,
  ),
  say(
    'item',
    item('port-facility-security', '港口设施保安费', { pricing: 'gov_set', ...gov }),
    from('2019-04-01', '2022-04-01'),
    WHY,
  ),
  say(
    'item',
    item('port-facility-security', '港口设施保安费', { parent: 'lumpsum', basis: BY_RULES }),
    from('2022-04-01'),
    WHY,
    'revise',
  ),
  say('item', item('seal-fee', '铅封费'), SINCE, WHY),
  say('item', item('tally-seal', '理货铅封费', { link: 'tally' }), SINCE, WHY),
  say('item', item('handling', '装卸费'), SINCE, WHY),
  say('standard', official('dues', '34'), SINCE, WHY),
  say('standard', official('pilotage', '100'), SINCE, WHY),
  say('standard', official('handling', '500', { ceiling: true }), SINCE, WHY),
  say('standard', official('port-facility-security', '8'), from('2019-04-01', '2022-04-01'), WHY),
  say('standard', posted(), from('2024-01-01'), WHY),
  say(
    'standard',
    posted({ item: 'dues', own_name: '港务费', rate: { form: 'fixed', amount: '34' } }),
    from('2024-01-01'),
    WHY,
  ),
  say(
    'lineage',
    {
      ...{ from: 'port-facility-security', to: 'lumpsum', kind: 'absorbed_as_subitem', ceiling: true },
      ...{ basis: BY_RULES, note: text('并入') },
    },
    from('2022-04-01'),
    WHY,
  ),
]
export const LIVE: Live = published(BEGINNING, nothing)

/** The codes of the rules that find something in lines, with the sentence of each. */
export const found = (lines: readonly Line[], live: Live = LIVE, settings = SETTINGS): string[] =>
  lint(live, lines, settings).findings.map(({ rule, case: what }) => (what === null ? rule : `${rule}-${what}`))
