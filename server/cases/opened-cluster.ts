import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type NotTogether, notTogether } from '../../complaints/cluster.ts'
import { audit } from '../db/audit.ts'
import {
  type Cluster,
  clusterById,
  type DecisionWaiting,
  decisionsWaiting,
  type Member,
  membersOf,
} from '../db/case-clusters.ts'
import { asCaseStaff } from '../db/case-doors.ts'
import { worksFor } from '../db/case-offices.ts'
import type { Tx } from '../db/database.ts'
import type { Desk, Person } from '../staff/desk.ts'

type Opened = Omit<DecisionWaiting, 'words'> & { words: string | null }
/** A decision that waits in one case, its words opened; those of one `key` are the same decision. */
export type Waiting = Opened & { key: string }
/** A case of a cluster, and why it cannot be decided with the others just now. */
export type ClusterMember = Member & { why: NotTogether | null }
/** 并案: a cluster with its cases, and the decisions that wait in them. */
export type OpenedCluster = Cluster & { members: ClusterMember[]; waiting: Waiting[] }

/** Opens a cluster for its page: undefined where it is of another office. The opening is audited: it opens what people wrote. */
export async function openedCluster(
  desk: Desk,
  by: Person,
  id: number,
  address = '',
): Promise<OpenedCluster | undefined> {
  const opened = await asCaseStaff(desk.db, by.id, async (tx) => {
    const cluster = await clusterById(tx, id)
    return (
      cluster && { ...cluster, members: await toldMembers(tx, by, id), waiting: await waitingTogether(desk, tx, id) }
    )
  })
  await audit(desk.db, {
    ...{ at: desk.now(), by: by.id, login: by.login, act: 'case.read', object: `cluster/${id}`, address },
    outcome: opened === undefined ? 'refused' : 'done',
  })
  return opened
}

/** The cases of a cluster, as far as one may see them; those of offices for which one does not work are decided elsewhere. */
export async function toldMembers(tx: Tx, by: Person, id: number): Promise<ClusterMember[]> {
  const members = await membersOf(tx, id)
  const own = new Set<number>()
  for (const org of new Set(members.map(({ org_id }) => org_id))) if (await worksFor(tx, by.id, org)) own.add(org)
  return members.map((one) => ({
    ...one,
    why: notTogether({ ...one, own: own.has(one.org_id), purged: one.purged_on !== null }),
  }))
}

/** The decisions that wait in the cases of a cluster, their words opened. */
export async function waitingTogether({ keys }: Desk, tx: Tx, cluster: number): Promise<Waiting[]> {
  const members = new Map((await membersOf(tx, cluster)).map((one) => [one.no, one]))
  return (await decisionsWaiting(tx, cluster)).map(({ words, ...one }) => {
    const opened = { ...one, words: words && keys.open(`proposal/${one.no}`, words) }
    return { ...opened, key: decisionKey(opened, members.get(one.no)) }
  })
}

/**
 * 同一决定: two requests are one decision when one person asked for the same outcome, violations, ground, sum and words, each
 * of all charges of the matter and of no other. What says more, or less, is a decision of its own.
 */
function decisionKey(
  { no, asked_by, payload: { outcome, findings, laws, ground, refund }, words }: Opened,
  member: Member | undefined,
): string {
  const found = [...new Set(findings.map(({ violation }) => violation ?? 'none'))].toSorted()
  const lines = findings.length === 0 ? undefined : findings.map(({ n }) => n).toSorted((a, b) => a - b)
  const isWhole = member?.others === 0 && (lines === undefined || `${lines}` === `${member.lines}`)
  const said = { asked_by, outcome, found, laws: laws.toSorted(), ground, refund, words, ...(isWhole ? {} : { no }) }
  return createHash('sha256').update(canonicalize(said)!).digest('hex').slice(0, 32)
}
