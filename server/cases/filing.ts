import type { Text } from '../../catalogue/text.ts'
import type { Org } from '../../complaints/law.ts'
import type { NewComplaint } from '../../complaints/submission.ts'
import type { CaseType, Track } from '../../complaints/words.ts'
import { enterFiling, type FiledUnder, type FirstClock, filedUnder } from '../db/filing.ts'
import { Refusal } from '../errors.ts'
import type { Desk } from '../staff/desk.ts'
import { compareCharges } from './comparison.ts'
import { type Filing, prepared } from './filing-rows.ts'
import type { OpenedCase } from './opened-case.ts'
import { noteFiling } from './recent.ts'
import { fingerprintOf } from './sealed-filing.ts'

/** A case that a filing opened, as it is told at once: `clock` is what runs out first. */
export type FiledCase = { no: string; type: CaseType; track: Track; office: Text; clock: FirstClock | null }

/** 收件: what a filing was answered with. The same key and body again get the same; the code only within a day. */
export type Filed =
  | {
      ok: true
      receipt: string
      code: string | null
      receivedAt: Date
      acknowledgement: string
      cases: FiledCase[]
      replayed: boolean
    }
  | { ok: false; code: 'another-body' }

/**
 * 收件: the one way in, for page and API. When this returns, the filing is committed with its cases, first events, clocks
 * and files; when it throws, nothing is, and the same key may be sent again. Charges are compared and frozen on the way.
 */
export async function fileComplaint(
  desk: Desk,
  { key, ...filing }: { key: string; complaint: NewComplaint; channel: 'web' | 'api'; worked: boolean },
): Promise<Filed> {
  const fingerprint = fingerprintOf(desk, filing.complaint)
  try {
    return await entered(desk, key, fingerprint, filing)
  } catch (error) {
    const before = error instanceof Refusal ? await filedUnder(desk.db, key) : undefined
    if (before === undefined) throw error
    return again(desk, before, fingerprint)
  }
}

/** What the pages filed under a key, for who holds the key: the page that shows a receipt. Null when they did not. */
export async function filedBefore(desk: Desk, key: string): Promise<Extract<Filed, { ok: true }> | null> {
  const before = await filedUnder(desk.db, key)
  return before?.web ? told(desk, before) : null
}

/** A receipt drawn before is drawn anew, and clocks are reckoned anew by a law that changed meanwhile. */
const TRIES = 5

async function entered(desk: Desk, key: string, fingerprint: Buffer, filing: Filing): Promise<Filed> {
  const comparison = await compareCharges(desk, filing.complaint)
  let law = await desk.law.kept()
  for (let tries = 0; tries < TRIES; tries++) {
    const made = prepared(desk, filing, comparison, law)
    const outcome = await enterFiling(desk.db, { key, fingerprint, law: law.version }, made.rows)
    if (outcome === 'known-key') return again(desk, (await filedUnder(desk.db, key))!, fingerprint)
    if (outcome === 'law-changed') law = await desk.law.anew()
    if (outcome !== 'entered') continue
    noteFiling(desk)
    const { receipt, code, at: receivedAt, acknowledgement, opened } = made
    return { ok: true, receipt, code, receivedAt, acknowledgement, cases: opened.map(toldCase), replayed: false }
  }
  throw new Error(`a filing could not be entered in ${TRIES} tries`)
}

const toldCase = ({ row: { no, type, track }, org, clock }: OpenedCase): FiledCase => ({
  ...{ no, type, track, clock },
  office: org.name,
})

const again = async (desk: Desk, before: FiledUnder, fingerprint: Buffer): Promise<Filed> =>
  before.fingerprint.equals(fingerprint) ? told(desk, before) : { ok: false, code: 'another-body' }

async function told(desk: Desk, before: FiledUnder): Promise<Extract<Filed, { ok: true }>> {
  const { orgs } = await desk.law.current()
  const { receipt, received_at, acknowledgement, cases } = before
  return {
    ...{ ok: true, receipt, receivedAt: received_at, acknowledgement: acknowledgement.toString('hex'), replayed: true },
    code: codeOf(desk, before),
    cases: cases.map(({ org, ...one }) => ({ ...one, office: officeOf(orgs, org).name })),
  }
}

const officeOf = (orgs: readonly Org[], id: number): Org => orgs.find((org) => org.id === id)!

function codeOf(desk: Desk, { receipt, code_sealed, code_until }: FiledUnder): string | null {
  if (code_sealed === null || code_until === null || code_until <= desk.now()) return null
  return desk.keys.open(`code/${receipt}`, code_sealed)
}
