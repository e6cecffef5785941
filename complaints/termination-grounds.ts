import type { Day } from '../catalogue/day.ts'
import { text } from '../catalogue/text.ts'
import { ORDER_121 } from './articles.ts'
import type { Ground } from './refusal-grounds.ts'

type Row = [code: string, zh: string, en: string]
const listed = (document: string, article: string, rows: readonly Row[]): readonly Ground[] =>
  rows.map(([code, zh, en]) => ({ code, says: text(zh, en), basis: { document, article }, mark: 'verified' }))

/** 终止调解 of complaints received from 2026-04-15 (Order 121, art. 23). */
const NOW = listed('samr-121', '第二十三条', [
  ['withdrawn', '投诉人撤回投诉', 'The complainant withdrew'],
  ['absent', '当事人拒绝调解或者无正当理由不参加', 'A party refused mediation or stayed away'],
  ['impossible', '客观上无法进行调解', 'Mediation is not possible'],
  ['test_cost', '对检测、鉴定费用承担不能协商一致', 'No agreement on who bears the cost of testing'],
  ['sixty_days', '自受理之日起六十日内未能达成一致', 'No agreement within sixty days of acceptance'],
  ['refusal_ground', '发现不予受理的情形', 'A ground for refusal came to light'],
  ['party_ended', '当事人死亡或者终止，且没有承受人', 'A party died or ceased, with no successor'],
  ['other', '法律、法规、规章规定的其他情形', 'Another ground laid down by law'],
])

/** 终止调解 of complaints received before (Order 20, art. 21). */
const BEFORE = listed('samr-20', '第二十一条', [
  ['withdrawn', '投诉人撤回投诉或者双方自行和解', 'The complainant withdrew or the parties settled'],
  ['test_cost', '对委托承担检测、鉴定的技术机构不能协商一致', 'No agreement on the testing body'],
  ['absent', '当事人拒绝调解或者无正当理由不参加', 'A party refused mediation or stayed away'],
  ['impossible', '不能达成调解协议', 'No settlement can be reached'],
  ['forty_five_days', '自受理之日起四十五个工作日内未能达成一致', 'No agreement within 45 working days of acceptance'],
  ['refusal_ground', '发现不予受理的情形', 'A ground for refusal came to light'],
])

/** 终止调解事由 that the law knew on the day on which the complaint was received. */
export const terminationGrounds = (receivedOn: Day): readonly Ground[] => (receivedOn >= ORDER_121 ? NOW : BEFORE)
