import { type DecidedTogether, type NotTogether, TOGETHER } from '../../../complaints/cluster.ts'
import type { Member } from '../../db/case-clusters.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { type ClusterMember, toldMembers, waitingTogether } from '../opened-cluster.ts'
import { type ActOutcome, atField, type NotDone } from './outcome.ts'
import { askToSign, sign } from './signing.ts'

/** What became of one case of a cluster. */
export type OfEach = { no: string; outcome: ActOutcome }

/**
 * One decision for all cases of a cluster; each is asked for and signed by itself. `seen`: the version of every case as it
 * was looked at; a case that joined or went on since is not asked for.
 */
export type ForAll = Omit<DecidedTogether, 'violation' | 'ground'> & {
  cluster: number
  violation?: string | undefined
  ground?: string | undefined
  seen?: ReadonlyMap<string, number>
}

/** 并案决定: asks for the same decision in every case of a cluster that may be decided; what became of each. */
export async function decideCluster(desk: Desk, by: Person, asked: ForAll): Promise<OfEach[]> {
  const members = await asCaseStaff(desk.db, by.id, (tx) => toldMembers(tx, by, asked.cluster))
  const results: OfEach[] = []
  for (const one of members) results.push({ no: one.no, outcome: await decideOne(desk, by, one, asked) })
  return results
}

function decideOne(
  desk: Desk,
  by: Person,
  one: ClusterMember,
  { outcome, violation, ground, words, seen }: ForAll,
): Promise<ActOutcome> {
  if (one.why !== null) return Promise.resolve(refusedFor(one.why))
  const version = seen === undefined ? one.version : seen.get(one.no)
  if (version === undefined) return Promise.resolve({ ok: false, code: 'gone-on' })
  if (!TOGETHER[one.type].includes(outcome))
    return Promise.resolve(atField('outcome', 'bad-value', 'other-type').outcome)
  const findings = findingsOf(one, outcome, violation)
  const laws = outcome === 'violation_found' && violation !== undefined ? [violation] : []
  const input = { outcome, findings, laws, ...(outcome === 'not_agreed' ? { ground } : {}) }
  return askToSign(desk, by, { no: one.no, step: 'decide', version, input, words })
}

const refusedFor = (why: NotTogether): NotDone => ({
  ok: false,
  code: why === 'waiting' ? 'already-asked' : 'unlawful-step',
  values: { why },
})

/** Of each charge of the matter, whether the violation was found; a settled or referred case finds nothing. */
const findingsOf = ({ lines }: Member, outcome: string, violation: string | undefined) =>
  outcome === 'violation_found'
    ? lines.map((n) => ({ n, found: true, violation }))
    : outcome === 'no_violation'
      ? lines.map((n) => ({ n, found: false }))
      : []

/** What is signed at once: one decision of a cluster by its key, and the requests as they were looked at. */
export type SignAll = { cluster: number; decision: string; requests: readonly { no: string; proposal: number }[] }

/**
 * 并案签批: signs a decision in every case in which it was asked for, one after another, each as if it were signed alone:
 * its own decision, event and clocks, never one's own request. What is no request of this decision any more is not signed.
 */
export async function signCluster(desk: Desk, by: Person, { cluster, decision, requests }: SignAll): Promise<OfEach[]> {
  const waiting = await asCaseStaff(desk.db, by.id, (tx) => waitingTogether(desk, tx, cluster))
  const known = new Map(waiting.filter((one) => one.key === decision).map(({ id, no }) => [id, no]))
  const results: OfEach[] = []
  for (const { no, proposal } of requests) {
    const outcome: ActOutcome =
      known.get(proposal) === no ? await sign(desk, by, { no, proposal }) : { ok: false, code: 'not-asked' }
    results.push({ no, outcome })
  }
  return results
}
