import type { Day } from '../../catalogue/day.ts'
import { chinaDay } from '../../catalogue/day.ts'
import { lawful, type Step } from '../../complaints/case.ts'
import type { EventKind } from '../../complaints/events.ts'
import type { OwnedCase, OwnerAct } from '../../complaints/owned.ts'
import { roundOf } from '../../complaints/owner-may.ts'
import { asHolder } from '../db/case-doors.ts'
import { addEvent } from '../db/case-events.ts'
import { applyEffects } from '../db/clocks.ts'
import type { Tx } from '../db/database.ts'
import {
  addRating,
  confirmRefund,
  holdOwnCase,
  movedSince,
  type OwnCaseRow,
  sendOwnMessage,
  takenOnce,
  tellDesk,
} from '../db/owner-writes.ts'
import type { Desk } from '../staff/desk.ts'
import { viewIn } from './owner-view.ts'

/**
 * A form of the owner: which of his cases, the version of it that he read, and a number that the form had from us, so
 * that a double click is one act.
 */
export type OwnerForm = { n: number; version: number; once: string }
export type OwnerRefusal = 'not-found' | 'gone-on' | 'not-now'
export type OwnerOutcome = { ok: true } | { ok: false; code: OwnerRefusal }

type Acting = { desk: Desk; tx: Tx; file: OwnCaseRow; own: OwnedCase; at: Date; today: Day }
/** What is entered for it; `to` leads the case on. */
type Entry = { kind: EventKind; step?: Step; payload?: Record<string, unknown> }

/** 留言: a message to the office. */
export const sendMessage = (desk: Desk, tag: Buffer, form: OwnerForm, words: string): Promise<OwnerOutcome> =>
  act(desk, tag, form, 'message', async (acting) => {
    await say(acting, words)
    return { kind: 'message' }
  })

/** 补正: what the office asked for, and the case goes on. */
export const supplement = (desk: Desk, tag: Buffer, form: OwnerForm, words: string): Promise<OwnerOutcome> =>
  act(desk, tag, form, 'supplement', async (acting) => {
    await say(acting, words)
    return { kind: 'supplement', step: 'supplement' }
  })

/** 补充材料: that so many files were added; they were taken before. */
export const addEvidence = (desk: Desk, tag: Buffer, form: OwnerForm, files: number): Promise<OwnerOutcome> =>
  act(desk, tag, form, 'evidence', async () => ({ kind: 'evidence', payload: { files } }))

/** 撤回: ends the case, unless the office goes on with a report of its own motion. */
export const withdraw = (desk: Desk, tag: Buffer, form: OwnerForm): Promise<OwnerOutcome> =>
  act(desk, tag, form, 'withdraw', async () => ({ kind: 'withdraw', step: 'withdraw' }))

/** 申请复核: within the days of its clock. */
export const appeal = (desk: Desk, tag: Buffer, form: OwnerForm, words: string): Promise<OwnerOutcome> =>
  act(desk, tag, form, 'appeal', async (acting) => {
    await say(acting, words)
    return { kind: 'appeal', step: 'appeal', payload: { kind: 'review', on: acting.today } }
  })

export type Rated = { score: number; solved: boolean; words: string }

/** 评价: once for each time that its owner was told how it ended. */
export const rate = (desk: Desk, tag: Buffer, form: OwnerForm, { words, ...rated }: Rated): Promise<OwnerOutcome> =>
  act(desk, tag, form, 'rate', async ({ tx, file, own, at }) => {
    const sealed = words === '' ? null : desk.keys.seal(`rating/${file.no}`, words)
    await addRating(tx, file.id, { round: roundOf(own.events), ...rated, words: sealed, at })
    return { kind: 'rated', payload: rated }
  })

/** 反映问题未解决: once; the office hears of it and may take the case up again. */
export const notSolved = (desk: Desk, tag: Buffer, form: OwnerForm, words: string): Promise<OwnerOutcome> =>
  act(desk, tag, form, 'not_solved', async (acting) => {
    await say(acting, words)
    return { kind: 'not_solved' }
  })

/** 确认收到退款: all of an order that was paid and not confirmed yet. */
export const confirmPaid = (desk: Desk, tag: Buffer, form: OwnerForm, order: number): Promise<OwnerOutcome> =>
  act(
    desk,
    tag,
    form,
    'confirm',
    async ({ tx, own, at, today }) => {
      const { toConfirm } = own.refunds.find(({ id }) => id === order)!
      await confirmRefund(tx, order, toConfirm, today, at)
      return { kind: 'refund_confirmed', payload: { order, amount: toConfirm } }
    },
    ({ refunds }) => refunds.some(({ id, toConfirm }) => id === order && Number(toConfirm) > 0),
  )

const say = ({ desk, tx, file, at }: Acting, words: string): Promise<void> =>
  sendOwnMessage(tx, file.id, desk.keys.seal(`message/${file.no}`, words), at)

/** One transaction: what was done, its event, its clocks, and word of it to the desk. */
async function act(
  desk: Desk,
  tag: Buffer,
  form: OwnerForm,
  what: OwnerAct | 'confirm',
  work: (acting: Acting) => Promise<Entry>,
  allowed = ({ may }: OwnedCase): boolean => may.some((one) => one === what),
): Promise<OwnerOutcome> {
  const law = await desk.law.current()
  return asHolder(desk.db, tag, async (tx) => {
    const file = await holdOwnCase(tx, form.n)
    if (file === undefined) return { ok: false, code: 'not-found' }
    if (await takenOnce(tx, file.id, form.once)) return { ok: true }
    const own = (await viewIn(desk, tx))!.cases[form.n - 1]!
    const step = STEPS.has(what)
    if (step && (await movedSince(tx, file.id, form.version))) return { ok: false, code: 'gone-on' }
    if (!allowed(own)) return { ok: false, code: 'not-now' }
    const at = desk.now()
    const acting = { desk, tx, file, own, at, today: chinaDay(at) }
    const entry = await work(acting)
    await enter(acting, form, entry)
    if (entry.step) await applyEffects(tx, law, file, entry.step, acting.today)
    await tellDesk(tx, file.id)
    return { ok: true }
  })
}

/** What moves the case, and so must rest on the page as it was read. */
const STEPS: ReadonlySet<string> = new Set(['supplement', 'withdraw', 'appeal'])

async function enter(
  { tx, file, at }: Acting,
  { once }: OwnerForm,
  { kind, step, payload = {} }: Entry,
): Promise<void> {
  const to = step === undefined ? null : lawful(file.type, file.state, step)!.to
  if (to === 'same' || to === 'prior') throw new Error(`${step} of a complainant leads nowhere`)
  await addEvent(tx, file, { kind, at, actor: 'complainant', staff: null, to, payload: { ...payload, once } })
}
