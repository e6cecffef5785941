import { chinaDay, type Day } from '../../../catalogue/day.ts'
import { citedText } from '../../../complaints/documents/articles.ts'
import type { DocumentFacts, Party } from '../../../complaints/documents/facts.ts'
import { type Form, KINDS } from '../../../complaints/documents/forms.ts'
import { type ClockCode, ruleFor } from '../../../complaints/rule.ts'
import type { ContactFieldName } from '../../../complaints/words.ts'
import { translator } from '../../../views/locale/locale.ts'
import { areaName, portName } from '../../../views/words/names.ts'
import { filesOf } from '../../db/attachments.ts'
import { refundOrdersOf } from '../../db/case-decisions.ts'
import { type CaseEvent, storyOf } from '../../db/case-story.ts'
import { chargesOf, type Submitted, sealedField, submissionOf } from '../../db/case-submission.ts'
import type { Doing } from '../acts/doing.ts'
import { decidedIn } from './decided.ts'

/** What a form is composed of, and which fields of the complainant were opened for it. */
export type Gathered = { facts: DocumentFacts; opened: ContactFieldName[]; submission: Submitted; events: CaseEvent[] }

const zh = translator('zh-CN')

/** Gathers the facts of a case for a form; opens of the complainant what the form names, and of a reporter nothing. */
export async function gatherFacts(doing: Doing, form: Form): Promise<Gathered> {
  const { desk, tx, file, law, today } = doing
  const submission = await submissionOf(tx, file.submission_id)
  const { events } = await storyOf(tx, file)
  const { party, opened } = await partyOf(doing, form, submission)
  const orders = await refundOrdersOf(tx, file.id)
  const last = orders.at(-1)
  const org = (id: number | null) => law.orgs.find((one) => one.id === id)?.name.zh ?? null
  const facts: DocumentFacts = {
    ...{ no: file.no, type: file.type, track: file.track, state: file.state, charged: file.charged, today, party },
    ...{
      receipt: submission.receipt,
      receivedOn: file.received_on,
      category: zh.words.caseWords[`category-${file.category}`],
    },
    ...{ acceptedOn: dayOf(events, 'accept'), filedOn: dayOf(events, 'file_case'), office: org(file.org_id)! },
    ...{
      target: org(file.target_org),
      respondent: await respondentOf(doing),
      files: (await filesOf(tx, desk.keys, submission.id)).length,
    },
    goals: submission.goals.map((goal) => zh.words.caseWords[`goal-${goal}`]).join('；'),
    charges: (await chargesOf(tx, submission.id)).map(chargeText),
    consents: { publish: submission.consent_publish, mediation: submission.consent_mediation },
    refusal: (events.findLast(({ kind }) => kind === 'refuse')?.payload.ground as string | undefined) ?? null,
    decided: await decidedIn(doing),
    refund: last === undefined ? null : { amount: last.amount, dueOn: last.due_on },
    says: { mediate: ruleText(doing, 'mediate'), appeal: ruleText(doing, 'appeal') },
  }
  return { facts, opened, submission, events }
}

/** A term of the law as it held when the case was received, with what it rests on; marked where nothing supports it. */
function ruleText({ law, file }: Doing, code: ClockCode): string | null {
  const rule = ruleFor(law.rules, code, { type: file.type, track: file.track, receivedOn: file.received_on })
  if (rule === undefined) return null
  const { says, basis, provenance } = rule
  return `${says.zh}（${citedText(basis)}${provenance.mark === 'recall' ? `，${zh.words.mark.recall}` : ''}）`
}

/** The day on which a step was last taken. */
const dayOf = (events: readonly CaseEvent[], kind: CaseEvent['kind']): Day | null => {
  const found = events.findLast((one) => one.kind === kind)
  return found === undefined ? null : chinaDay(found.at)
}

function chargeText(line: Awaited<ReturnType<typeof chargesOf>>[number]): string {
  const { n, name, charged_on, amount, quantity, unit, invoice_no } = line
  const many = quantity === null ? '' : `，${quantity}${unit === null ? '' : ` ${unit}`}`
  return `${n}. ${name}，${charged_on} 收取 ${amount} 元${many}${invoice_no === null ? '' : `，发票 ${invoice_no}`}`
}

async function respondentOf({ desk, file, today }: Doing): Promise<DocumentFacts['respondent']> {
  const reference = await desk.reference(desk.head.release())
  const port = portName(reference, file.port, today, 'zh-CN').text
  const area = file.area === null ? '' : ` ${areaName(reference, file.port, file.area, today, 'zh-CN').text}`
  return { name: file.entity_name, code: file.entity, place: `${port}${area}` }
}

async function partyOf(
  { desk, tx, file }: Doing,
  form: Form,
  { receipt, anonymous }: Submitted,
): Promise<{ party: Party; opened: ContactFieldName[] }> {
  if (anonymous) return { party: { kind: 'anonymous' }, opened: [] }
  const { names } = KINDS[form]
  if (names.length === 0) return { party: { kind: 'sealed' }, opened: [] }
  const party = { kind: 'open' as const, name: null, company: null, phone: null, address: null } as Party & {
    kind: 'open'
  }
  const opened: ContactFieldName[] = []
  for (const field of names) {
    const sealed = await sealedField(tx, file.submission_id, field)
    const value = sealed === null ? null : desk.keys.open(`contact/${receipt}/${field}`, sealed)
    if (value === null) continue
    party[field as 'name'] = value
    opened.push(field)
  }
  return { party, opened }
}
