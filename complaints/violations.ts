import type { Basis, Mark } from '../catalogue/basis.ts'
import { type Text, text } from '../catalogue/text.ts'

/** 价格违法行为: what a finding may name, with the articles that forbid and that punish it. */
export type Violation = { code: string; says: Text; basis: readonly Basis[]; mark: Mark }

const price = (article: string): Basis => ({ document: 'price-law', article })
const rules = (article: string): Basis => ({ document: 'price-penalty-rules', article })
const marking = (article: string): Basis => ({ document: 'samr-56', article })
const known = (code: string, zh: string, en: string, ...basis: Basis[]): Violation => ({
  code,
  says: text(zh, en),
  basis,
  mark: 'verified',
})
const ofNine = (code: string, zh: string, en: string) => known(code, zh, en, rules('第九条'))

/** 可以认定的违法行为. The officer chooses the article; a suspicion of the portal's own is none of these. */
export const VIOLATIONS: readonly Violation[] = [
  known(
    'not_marked',
    '不按规定明码标价',
    'Prices not marked as required',
    price('第十三条'),
    price('第四十二条'),
    rules('第十三条'),
    marking('第五条至第八条'),
  ),
  known(
    'beyond_mark',
    '在标价之外加价或者收取未标明的费用',
    'Charging beyond the mark, or what is not marked',
    price('第十三条'),
    rules('第十三条'),
    marking('第八条'),
  ),
  ofNine('above_standard', '超出政府定价、政府指导价收费', 'Charging above the government price'),
  ofNine('own_item', '自立收费项目', 'A charge of one’s own making'),
  ofNine('split', '分解收费', 'Splitting one charge into several'),
  ofNine('duplicate', '重复收费', 'Charging twice'),
  ofNine('wider_scope', '扩大收费范围', 'Charging beyond the scope'),
  ofNine('abolished', '对明令取消的项目继续收费', 'Charging an abolished item'),
  ofNine('forced_service', '强制或者变相强制服务并收费', 'Forced service with a charge'),
  ofNine('no_service', '不提供服务而收费', 'Charging without a service'),
  ofNine('wrong_time', '提前或者推迟执行政府定价、政府指导价', 'Applying a government price early or late'),
  known(
    'false_price',
    '虚假或者使人误解的价格手段',
    'False or misleading prices',
    price('第十四条第（四）项'),
    rules('第七条'),
    marking('第十九条至第二十条'),
  ),
  known('discrimination', '价格歧视、低价倾销', 'Price discrimination or dumping', rules('第四条')),
  known('collusion', '相互串通操纵市场价格', 'Collusion', rules('第五条')),
  known('obstruction', '拒绝检查或者提供虚假资料', 'Refusing inspection or giving false data', rules('第十四条')),
]

/** Is it the code of a violation that a finding may name? */
export const isViolation = (code: string): boolean => VIOLATIONS.some((one) => one.code === code)
