import type { DocumentFacts } from './facts.ts'
import type { Form } from './forms.ts'

const CONSUMER = [
  '与经营者协商和解；',
  '请求消费者协会或者依法成立的其他调解组织调解；',
  '向有关行政部门投诉；',
  '根据与经营者达成的仲裁协议提请仲裁机构仲裁；',
  '向人民法院提起诉讼（以上见《中华人民共和国消费者权益保护法》第三十九条）。',
]
const TRADE = ['与收费单位协商和解；', '根据仲裁协议提请仲裁机构仲裁；', '向人民法院提起诉讼。']

/** 救济途径: what else may be done about it: a refusal names those of 消费者权益保护法 art. 39 (Order 121 art. 15), and the term of a review. */
export function remediesOf(form: Form, { track, says, state }: DocumentFacts): string[] {
  const other = track === 'samr_consumer' ? CONSUMER : TRADE
  const review = says.appeal === null ? [] : [`${says.appeal}。`]
  if (form === 'refuse') return [...other, ...review]
  if (form === 'end_mediation') return other
  return form === 'report_result' && state !== 'investigating' ? review : []
}
