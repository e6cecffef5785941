import type { Day } from '../../catalogue/day.ts'
import type { DocumentFacts } from './facts.ts'
import { dayWords } from './fields.ts'
import type { Form } from './forms.ts'
import { groundsFor, type Parts } from './parts.ts'
import { resultOf } from './result.ts'

/** What paragraphs are written of: the facts, the parts filled in, and the articles in words. */
export type Writing = { facts: DocumentFacts; parts: Parts; basis: string }

/** 正文 of a form. */
export const paragraphsOf = (form: Form, writing: Writing): string[] => WRITTEN[form](writing)

const WRITTEN: Record<Form, (writing: Writing) => string[]> = {
  register_complaint: ({ parts, basis }) => [`投诉事实：${parts.facts}`, `依据${basis}登记。`],
  register_report: ({ parts, basis }) => [
    `违法线索和事实依据：${parts.facts}`,
    `依据${basis}登记。举报人的信息依法保密。`,
  ],
  forward: ({ facts, parts, basis }) => [
    `现将本机关${came(facts)}的${TYPE[facts.type]}（案件号 ${facts.no}，回执号 ${facts.receipt}）分送你机关，请依法办理。`,
    `分送理由：${parts.reason}`,
    `依据：${basis}。随案移交收费明细 ${facts.charges.length} 项、附件 ${facts.files} 件，当事人信息密封，在平台内移交。`,
  ],
  prove_identity: ({ facts, parts, basis }) => [
    `${yours(facts)}，需要核实投诉人身份。依据${basis}，请你（单位）于${dayOf(parts.by)}前向本机关提供下列材料：`,
    parts.material!,
    '逾期未提供，或者拒不配合核实身份的，本机关将依法不予受理。',
    `联系方式：${parts.contact}`,
  ],
  accept: ({ facts, parts, basis }) => [
    `${yours(facts)}。经审查，依据${basis}，本机关决定自${dayWords(facts.acceptedOn ?? facts.today)}起予以受理。`,
    ...(facts.says.mediate === null ? [] : [`${facts.says.mediate}。`]),
    `联系方式：${parts.contact}`,
  ],
  refuse: ({ facts, parts, basis }) => [
    `${yours(facts)}。经审查，属于下列情形：${groundOf('refuse', facts, parts)}。`,
    `依据${basis}，本机关决定不予受理。`,
    `理由：${parts.reason}`,
  ],
  mediate: ({ facts, parts, basis }) => [
    `投诉人与${facts.respondent.name}的收费争议，本机关已经受理。${facts.state === 'mediating' ? '双方同意调解，' : ''}依据${basis}，定于${dayOf(parts.on)}${parts.time}在${parts.place}组织调解，请按时参加。`,
    '请携带身份证明和有关证据；委托他人参加的，另提交授权委托书。无正当理由不参加的，本机关将依法终止调解。',
    `联系方式：${parts.contact}`,
  ],
  end_mediation: ({ facts, parts, basis }) => [
    `${yours(facts)}，本机关已经受理。因${groundOf('end_mediation', facts, parts)}，依据${basis}，本机关决定终止调解。`,
    `说明：${parts.reason}`,
  ],
  settlement: ({ parts, basis }) => ['经本机关组织调解，双方自愿达成如下协议：', parts.terms!, `依据：${basis}。`],
  report_result: resultOf,
}

const TYPE = { report: '举报', complaint: '投诉', consultation: '咨询' } as const
const came = ({ receivedOn }: DocumentFacts): string => `${dayWords(receivedOn)}收到`
const yours = (facts: DocumentFacts): string =>
  `你（单位）反映${facts.respondent.name}“${facts.category}”的投诉，本机关于${came(facts)}（案件号 ${facts.no}）`
const dayOf = (day: string | undefined): string => dayWords(day as Day)

const groundOf = (form: Form, facts: DocumentFacts, { ground }: Parts): string =>
  groundsFor(form, facts).find(({ code }) => code === ground)?.says.zh ?? ''
