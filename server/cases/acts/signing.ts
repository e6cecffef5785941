import { chinaDay } from '../../../catalogue/day.ts'
import { Words } from '../../../complaints/act-input.ts'
import { lawful, type Proposed, type Transition } from '../../../complaints/case.ts'
import { reaches } from '../../access.ts'
import { worksFor } from '../../db/case-offices.ts'
import { ask, decideProposal, type Proposal, proposalOf } from '../../db/proposals.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, type Doing, done, entered, mustBe } from './doing.ts'
import { sealedFor } from './duty.ts'
import { type ActOutcome, atField, Refused } from './outcome.ts'
import { type Asked, dutyOf, openTo, readStep, take } from './steps.ts'

/** 提请审批: asks for a step that another signs. What it needs is looked at now and again when it is signed. */
export function askToSign(desk: Desk, by: Person, { no, step, version, input, words }: Asked): Promise<ActOutcome> {
  const read = readStep(step, input, words)
  if (!read.ok) return Promise.resolve(read)
  return acting(desk, by, no, async (doing) => {
    const row = await openTo(doing, step, version)
    if (row.signed === null) throw new Refused('unlawful-step')
    const duty = dutyOf(step)
    await duty.check?.(doing, read.input as never)
    const told = duty.asked?.(read.input as never)
    return asked(doing, step, read.input as Record<string, unknown>, read.words, told)
  })
}

/** 提请查看身份: asks to open the identity of a reporter, which another signs (Order 121 art. 37). */
export function askToReveal(desk: Desk, by: Person, { no, words }: { no: string; words: string }): Promise<ActOutcome> {
  const said = Words.min(5).safeParse(words)
  if (!said.success) return Promise.resolve(atField('words', 'missing').outcome)
  return acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.open')
    return asked(doing, 'reveal', {}, said.data)
  })
}

/** Keeps what is asked for, its words sealed, and enters that it was; `told` is what the event says besides. */
export async function asked(
  doing: Doing,
  step: Proposed,
  payload: Record<string, unknown>,
  said: string,
  told: Record<string, unknown> = {},
): Promise<ActOutcome & { ok: true }> {
  const words = said === '' ? null : sealedFor(doing, 'proposal', said)
  const proposal = await ask(doing.tx, { caseId: doing.file.id, step, payload, words, by: doing.by.id, at: doing.at })
  return { ...done(await entered(doing, 'asked_to_sign', { step, proposal, ...told })), proposal }
}

/** 审批: signs what another asked for, and takes the step with it. Nobody signs his own. */
export const sign = (desk: Desk, by: Person, { no, proposal }: { no: string; proposal: number }): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    const open = await openProposal(doing, proposal)
    const row = await signable(doing, open)
    const decision = { outcome: 'signed', by: by.id, at: doing.at, why: null } as const
    if (!(await decideProposal(doing.tx, open.id, decision))) throw new Refused('not-asked')
    if (row === null) return done(doing.file)
    const words = open.words === null ? '' : (desk.keys.open(`proposal/${no}`, open.words) ?? '')
    const signed = { proposal: open.id, askedBy: open.asked_by, askedOn: chinaDay(open.asked_at) }
    const read = readStep(row.step, open.payload, words)
    if (!read.ok) throw new Refused(read.code, read.values)
    return done(await take({ ...doing, words, signed }, row, read.input))
  })

/** 不予批准, with the reason; whoever asked reads it. */
export const declineToSign = (
  desk: Desk,
  by: Person,
  { no, proposal, why }: { no: string; proposal: number; why: string },
): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    const said = Words.min(1).safeParse(why)
    if (!said.success) throw atField('why', 'missing')
    const open = await openProposal(doing, proposal)
    await mayDecideOf(doing, open)
    const decision = {
      outcome: 'declined',
      by: by.id,
      at: doing.at,
      why: sealedFor(doing, 'proposal', said.data),
    } as const
    if (!(await decideProposal(doing.tx, open.id, decision))) throw new Refused('not-asked')
    return done(await entered(doing, 'declined_to_sign', { step: open.step, proposal: open.id }))
  })

/** Takes back what one asked for oneself. */
export const withdrawProposal = (
  desk: Desk,
  by: Person,
  { no, proposal }: { no: string; proposal: number },
): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    const open = await openProposal(doing, proposal)
    if (open.asked_by !== by.id) throw new Refused('unlawful-step')
    const decision = { outcome: 'withdrawn', by: by.id, at: doing.at, why: null } as const
    if (!(await decideProposal(doing.tx, open.id, decision))) throw new Refused('not-asked')
    return done(doing.file)
  })

async function openProposal({ tx, file }: Doing, id: number): Promise<Proposal> {
  const found = await proposalOf(tx, file.id, id)
  if (found === undefined) throw new Refused('not-found')
  if (found.outcome !== null) throw new Refused('not-asked')
  return found
}

/** The row of the step to be signed, null for what is no step; refuses who asked for it, and what the case has gone past. */
async function signable(doing: Doing, proposal: Proposal): Promise<Transition | null> {
  await mayDecideOf(doing, proposal)
  if (proposal.step === 'reveal' || proposal.step === 'code') return null
  const row = lawful(doing.file.type, doing.file.state, proposal.step)
  if (row === undefined || row.signed === null) throw new Refused('unlawful-step')
  return row
}

/** Another than who asked, of the case's office or one above, and in the role that signs such a step. */
async function mayDecideOf({ tx, by, file }: Doing, { asked_by, step }: Proposal): Promise<void> {
  const role = step === 'publish' || step === 'retract' ? 'case.publish' : 'case.sign'
  if (!reaches(by.held, role, null)) throw new Refused('unlawful-step')
  if (asked_by === by.id) throw new Refused('own-proposal')
  if (!(await worksFor(tx, by.id, file.org_id))) throw new Refused('unlawful-step')
}
