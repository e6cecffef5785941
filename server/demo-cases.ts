import { chinaDay } from '../catalogue/day.ts'
import { lawful } from '../complaints/case.ts'
import { CHECKS } from '../complaints/publication.ts'
import type { Act, DemoCase, Worker } from '../seeds/cases/case.ts'
import { enterRefund } from './cases/acts/refunds.ts'
import { askToSign, sign } from './cases/acts/signing.ts'
import { takeStep } from './cases/acts/steps.ts'
import { addNote, recordReply, sendMessage } from './cases/acts/writing.ts'
import { type Filed, fileComplaint } from './cases/filing.ts'
import * as owner from './cases/owner-acts.ts'
import { ownerView } from './cases/owner-view.ts'
import { askToPublish } from './cases/preparing.ts'
import { refundOrdersOf } from './db/case-decisions.ts'
import { asCaseStaff } from './db/case-doors.ts'
import { caseFile } from './db/case-files.ts'
import { findLogin } from './db/staff.ts'
import type { Desk, Person } from './staff/desk.ts'

/** A case of the demonstration as it goes on: its number, who holds its receipt, and the staff by name. */
type Story = { desk: Desk; no: string; n: number; tag: Buffer; people: ReadonlyMap<string, Person> }

/**
 * 示例案件: files what the demonstration tells of, each at its time and through the very functions that pages use; returns how
 * many were filed. What was filed before stays as it is. Throws with the case and the step that could not be told.
 */
export async function loadDemoCases(desk: Desk, stories: readonly DemoCase[]): Promise<number> {
  const people = await workers(desk)
  let filed = 0
  for (const story of stories) {
    const made = await fileComplaint(at(desk, story.at), {
      key: story.key,
      complaint: story.filing,
      channel: 'web',
      worked: true,
    })
    if (!made.ok || made.replayed) continue
    filed += 1
    for (const [n, act] of story.acts.entries())
      await told(desk, people, made, act).catch((error: Error) => fail(story, n, error))
  }
  return filed
}

function fail({ key, acts }: DemoCase, n: number, error: Error): never {
  throw new Error(`demonstration case ${key}, act ${n + 1} (${JSON.stringify(acts[n])}): ${error.message}`, {
    cause: error,
  })
}

/** The desk at another time. */
const at = (desk: Desk, time: string): Desk => ({ ...desk, now: () => new Date(time) })

const WORKERS: readonly Worker[] = [
  'handler',
  'supervisor',
  'handler2',
  'porthandler',
  'portsupervisor',
  'casepublisher',
]

async function workers({ db }: Desk): Promise<ReadonlyMap<string, Person>> {
  const found = await Promise.all(WORKERS.map((login) => findLogin(db, login)))
  return new Map(found.flatMap((person) => (person === undefined ? [] : [[person.login, person]])))
}

async function told(desk: Desk, people: Story['people'], filed: Extract<Filed, { ok: true }>, act: Act): Promise<void> {
  const n = act.on ?? 1
  const { no } = filed.cases[n - 1]!
  const tag = desk.keys.tag(filed.receipt, filed.code!)
  const story: Story = { desk: at(desk, act.at), no, n, tag, people }
  const done = await ('owner' in act ? byOwner(story, act) : byStaff(story, act))
  if (!done.ok) throw new Error(JSON.stringify(done))
}

type Done = { ok: boolean }
type Staffs = Extract<Act, { by: Worker }>

async function byStaff(story: Story, act: Staffs): Promise<Done> {
  const { desk, no } = story
  const by = story.people.get(act.by)!
  if ('step' in act) return stepped(story, by, act)
  if ('note' in act) return addNote(desk, by, { no, words: act.note })
  if ('message' in act)
    return sendMessage(desk, by, { no, words: act.message, asks: act.asks ?? false, tells: act.tells ?? false })
  if ('reply' in act) return recordReply(desk, by, { no, words: act.reply, on: chinaDay(desk.now()) })
  if ('refund' in act) return refunded(story, by, act)
  return published(story, by, act)
}

/** Takes a step, or asks for it and has it signed an hour later. */
async function stepped(
  { desk, no, people }: Story,
  by: Person,
  { step, input = {}, words = '', signed, at: when }: Extract<Act, { step: unknown }>,
): Promise<Done> {
  const { type, state, version } = (await asCaseStaff(desk.db, by.id, (tx) => caseFile(tx, no)))!
  const asked = { no, step, version, input, words }
  if (lawful(type, state, step)?.signed == null) return takeStep(desk, by, asked)
  const proposed = await askToSign(desk, by, asked)
  if (!proposed.ok || signed === undefined) return proposed
  const later = new Date(new Date(when).getTime() + 3_600_000).toISOString()
  return sign(at(desk, later), people.get(signed)!, { no, proposal: proposed.proposal! })
}

/** Prepares what the public reads, and has it published an hour later. */
async function published(
  { desk, no, people }: Story,
  by: Person,
  { publish, signed, at: when }: Extract<Act, { publish: unknown }>,
): Promise<Done> {
  const { version } = (await asCaseStaff(desk.db, by.id, (tx) => caseFile(tx, no)))!
  const { reply = null, ...summary } = publish
  const edited = { summary, reply, names: new Map(), entityName: null }
  const asked = await askToPublish(desk, by, { no, version, edited, checked: CHECKS, standing: [] })
  if (!asked.ok) return asked
  const later = new Date(new Date(when).getTime() + 3_600_000).toISOString()
  return sign(at(desk, later), people.get(signed)!, { no, proposal: asked.proposal! })
}

async function refunded(
  { desk, no }: Story,
  by: Person,
  { refund: kind, amount }: Extract<Act, { refund: unknown }>,
): Promise<Done> {
  const order = await asCaseStaff(
    desk.db,
    by.id,
    async (tx) => (await refundOrdersOf(tx, (await caseFile(tx, no))!.id))[0]!,
  )
  return enterRefund(desk, by, { no, order: order.id, kind, amount, on: chinaDay(desk.now()) })
}

async function byOwner({ desk, no, n, tag }: Story, act: Extract<Act, { owner: unknown }>): Promise<Done> {
  const form = { n, version: 1_000_000, once: `${no}/${act.at}` }
  if (act.owner === 'message') return owner.sendMessage(desk, tag, form, act.words)
  if (act.owner === 'supplement') return owner.supplement(desk, tag, form, act.words)
  if (act.owner === 'not_solved') return owner.notSolved(desk, tag, form, act.words)
  if (act.owner === 'withdraw') return owner.withdraw(desk, tag, form)
  if (act.owner === 'rate')
    return owner.rate(desk, tag, form, { score: act.score, solved: act.solved, words: act.words })
  const { cases } = (await ownerView(desk, tag))!
  return owner.confirmPaid(desk, tag, form, cases[n - 1]!.refunds[0]!.id)
}
