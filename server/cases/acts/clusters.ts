import { lawful } from '../../../complaints/case.ts'
import { type ClusterKey, clusterKey } from '../../../complaints/cluster.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { keep } from '../../db/case-files.ts'
import { clusterById, clusterFor, type Member, makeCluster, membersOf } from '../../db/case-links.ts'
import { chargesOf } from '../../db/case-submission.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, type Doing, done, entered, mustBe } from './doing.ts'
import { type ActOutcome, atField, Refused } from './outcome.ts'
import { askToSign } from './signing.ts'

/** 并案: puts a case into the cluster of its charge, entity and quarter, made where there is none, or into the one named. */
export const joinCluster = (
  desk: Desk,
  by: Person,
  { no, cluster }: { no: string; cluster?: number },
): Promise<(ActOutcome & { ok: true; cluster: number }) | (ActOutcome & { ok: false })> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    const key = await keyOf(doing)
    const id = cluster === undefined ? await clusterOf(doing, key) : await named(doing, key, cluster)
    if (doing.file.cluster_id === id) throw new Refused('already-there')
    await keep(doing.tx, doing.file.id, { cluster_id: id })
    return { ...done(await entered(doing, 'clustered', { cluster: id })), cluster: id }
  })

/** Takes a case out of its cluster. */
export const leaveCluster = (desk: Desk, by: Person, { no }: { no: string }): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    if (doing.file.cluster_id === null) throw new Refused('not-found', { field: 'cluster' })
    await keep(doing.tx, doing.file.id, { cluster_id: null })
    return done(await entered(doing, 'clustered', { cluster: null }))
  })

async function keyOf({ tx, file }: Doing): Promise<ClusterKey> {
  const [charge] = await chargesOf(tx, file.submission_id)
  const key = clusterKey({ ...file, chargedOn: charge?.charged_on ?? file.received_on })
  if (key === null) throw atField('entity', 'missing')
  return key
}

async function clusterOf({ tx, file, by, at }: Doing, key: ClusterKey): Promise<number> {
  const found = await clusterFor(tx, file.org_id, key)
  if (found !== undefined) return found.id
  return makeCluster(tx, { ...key, org: file.org_id, title: `${file.entity_name} · ${key.from}`, by: by.id, at })
}

/** A cluster of the same entity; its charge or quarter may be another, if the handler says that it belongs together. */
async function named({ tx }: Doing, { entity }: ClusterKey, id: number): Promise<number> {
  const found = await clusterById(tx, id)
  if (found === undefined || found.entity !== entity) throw atField('cluster')
  return id
}

/** One decision for all: the same outcome, article and words; each case is asked for and signed by itself. */
export type ForAll = {
  cluster: number
  outcome: 'violation_found' | 'no_violation'
  violation?: string
  laws: readonly string[]
  words: string
}

/** 并案决定: asks for the same decision in every case of a cluster that may be decided; what became of each. */
export async function decideCluster(
  desk: Desk,
  by: Person,
  asked: ForAll,
): Promise<{ no: string; outcome: ActOutcome }[]> {
  const members = await asCaseStaff(desk.db, by.id, async (tx) => {
    const found = await membersOf(tx, asked.cluster)
    const lines = new Map<string, number[]>()
    for (const one of found)
      lines.set(
        one.no,
        (await chargesOf(tx, one.submission_id)).map(({ n }) => n),
      )
    return found.map((one) => ({ ...one, lines: lines.get(one.no)! }))
  })
  const results: { no: string; outcome: ActOutcome }[] = []
  for (const one of members) results.push({ no: one.no, outcome: await decideOne(desk, by, one, asked) })
  return results
}

async function decideOne(
  desk: Desk,
  by: Person,
  { no, type, state, version, lines }: Member & { lines: number[] },
  { outcome, violation, laws, words }: ForAll,
): Promise<ActOutcome> {
  if (lawful(type, state, 'decide') === undefined) return { ok: false, code: 'unlawful-step' }
  const found = outcome === 'violation_found'
  const findings = lines.map((n) => ({ n, found, ...(found ? { violation } : {}) }))
  return askToSign(desk, by, { no, step: 'decide', version, input: { outcome, findings, laws }, words })
}
