import { chinaDay, type Day } from '../../catalogue/day.ts'
import { nearest } from '../../catalogue/reference.ts'
import { contentHash, type PublicCase, type Standing, textsOf } from '../../complaints/publication.ts'
import { type Found, type Known, redactionsIn } from '../../complaints/redaction.ts'
import { CONTACT_FIELDS } from '../../complaints/submission.ts'
import { filesOf } from '../db/attachments.ts'
import { type Decision, decisionsOf } from '../db/case-decisions.ts'
import type { CaseFile } from '../db/case-files.ts'
import { storyOf } from '../db/case-story.ts'
import { type ChargeLine, chargesOf, sealedField, submissionOf } from '../db/case-submission.ts'
import { repliesOf } from '../db/case-words.ts'
import { clocksOf } from '../db/clocks.ts'
import type { Tx } from '../db/database.ts'
import type { Desk } from '../staff/desk.ts'

/** What a handler writes for the public: the summary, the reply as it may be read, and the charges by their names. */
export type Edited = {
  summary: PublicCase['summary']
  reply: string | null
  names: ReadonlyMap<number, string>
  entityName: string | null
}

/** 公示内容 of a case as it stands, with what was written for the public; null where nothing was decided. */
export async function publicCase(tx: Tx, file: CaseFile, edited: Edited): Promise<PublicCase | null> {
  const [decision] = await decisionsOf(tx, file.id)
  if (decision === undefined) return null
  const { release } = await submissionOf(tx, file.submission_id)
  const [charges, replies] = [await chargesOf(tx, file.submission_id), await repliesOf(tx, file.id)]
  const reply = replies.at(-1)
  const { type, track, category, port, area, entity } = file
  return {
    ...{ decision: decision.n, type, track, category, port, area, entity, release, office: file.org_id },
    outcome: decision.outcome,
    entity_name: entity === null ? (edited.entityName ?? file.entity_name) : null,
    lines: charges.map((charge) => lineOf(charge, decision, edited)),
    laws: decision.laws as string[],
    refund: decision.refund,
    summary: edited.summary,
    reply: reply === undefined || edited.reply === null ? null : { zh: edited.reply, on: reply.on_day },
    received_on: file.received_on,
    ...(await daysOf(tx, file, decision)),
    clocks: (await clocksOf(tx, file.id))
      .filter(({ code, metOn, missedOn }) => code !== 'appeal' && (metOn !== null || missedOn !== null))
      .map(({ code, dueOn, metOn, missedOn }) => ({ code, due_on: dueOn, met_on: metOn, missed_on: missedOn })),
  }
}

type Lines = { lines?: { n: number; found: boolean; violation?: string }[] }

function lineOf(charge: ChargeLine, { findings }: Decision, { names }: Edited): PublicCase['lines'][number] {
  const { n, name, item, charged_on, amount, verdict, expected } = charge
  const finding = (findings as Lines).lines?.find((one) => one.n === n)
  return {
    ...{ n, name: names.get(n) ?? name, item, charged_on, amount, verdict, expected },
    found: finding?.found ?? null,
    violation: finding?.violation ?? null,
  }
}

/** When it was decided, and when it was told. */
async function daysOf(tx: Tx, file: CaseFile, decision: Decision) {
  const { events } = await storyOf(tx, file)
  const told = events.findLast(({ kind }) => kind === 'notify')?.payload.on
  return {
    decided_on: chinaDay(decision.signed_at),
    told_on: typeof told === 'string' ? (told as Day) : null,
  }
}

/** What of this very case must not be told, opened for the machine alone: nobody is shown it. */
export async function knownOf({ desk, tx, file }: { desk: Desk; tx: Tx; file: CaseFile }): Promise<Known> {
  const { keys } = desk
  const { receipt, statement, consent_publish } = await submissionOf(tx, file.submission_id)
  const contact: Known['contact'] = {}
  for (const field of CONTACT_FIELDS) {
    const sealed = await sealedField(tx, file.submission_id, field)
    const value = sealed === null ? null : keys.open(`contact/${receipt}/${field}`, sealed)
    if (value !== null) contact[field] = value
  }
  return {
    ...{ contact, receipt, consent: consent_publish },
    files: (await filesOf(tx, keys, file.submission_id)).filter(({ gone }) => !gone).map(({ name }) => name),
    statement: statement === null ? null : keys.open(`submission/${receipt}/statement`, statement),
    open: await openOf(desk, file),
  }
}

/** The respondent's own code and telephones are on the list for all to read. */
async function openOf({ head, reference }: Desk, { entity, received_on }: CaseFile): Promise<string[]> {
  if (entity === null) return []
  const found = nearest(await reference(head.release()), 'entity', entity, received_on)
  return [entity, found?.phone, found?.complaint_phone].filter((one): one is string => one != null)
}

/** 公示前的检查: what was found in a content, which of it stands with a reason, and which must go. */
export type Looked = { found: (Found & { reason: string | null })[]; open: number; sha256: string }

export function lookedThrough(content: PublicCase, known: Known, standing: readonly Standing[]): Looked {
  const found = redactionsIn(textsOf(content), known).map((one) => ({ ...one, reason: reasonFor(one, standing) }))
  const open = found.filter(({ reason }) => reason === null).length
  return { found, open, sha256: contentHash(content) }
}

const reasonFor = ({ kind, field, text, mayStand }: Found, standing: readonly Standing[]): string | null =>
  mayStand
    ? (standing.find((one) => one.kind === kind && one.field === field && one.text === text)?.reason ?? null)
    : null
