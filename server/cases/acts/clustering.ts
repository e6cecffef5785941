import { type ClusterKey, clusterKey } from '../../../complaints/cluster.ts'
import { clusterById, clusterFor, makeCluster } from '../../db/case-clusters.ts'
import { keep } from '../../db/case-files.ts'
import { chargesOf } from '../../db/case-submission.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, type Doing, done, entered, mustBe } from './doing.ts'
import { type ActOutcome, atField, type NotDone, Refused } from './outcome.ts'

/** A case that is in a cluster now, or was until now. */
export type Clustered = (ActOutcome & { ok: true; cluster: number }) | NotDone

/** 并案: puts a case into the cluster of its charge, entity and quarter, made where there is none, or into the one named. */
export const joinCluster = (
  desk: Desk,
  by: Person,
  { no, cluster }: { no: string; cluster?: number },
): Promise<Clustered> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    const key = await keyOf(doing)
    const id = cluster === undefined ? await foundOrMade(doing, key) : await named(doing, key, cluster)
    if (doing.file.cluster_id === id) throw new Refused('already-there')
    await keep(doing.tx, doing.file.id, { cluster_id: id })
    return { ...done(await entered(doing, 'clustered', { cluster: id })), cluster: id }
  })

/** 退出并案: takes a case out of its cluster; `from` the one that was looked at, where that matters. It may join again. */
export const leaveCluster = (desk: Desk, by: Person, { no, from }: { no: string; from?: number }): Promise<Clustered> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    const cluster = doing.file.cluster_id
    if (cluster === null || (from !== undefined && from !== cluster))
      throw new Refused('not-found', { field: 'cluster' })
    await keep(doing.tx, doing.file.id, { cluster_id: null })
    return { ...done(await entered(doing, 'clustered', { cluster: null })), cluster }
  })

async function keyOf({ tx, file }: Doing): Promise<ClusterKey> {
  const [charge] = await chargesOf(tx, file.submission_id)
  const key = clusterKey({ ...file, chargedOn: charge?.charged_on ?? file.received_on })
  if (key === null) throw atField('entity', 'missing')
  return key
}

async function foundOrMade({ tx, file, by, at }: Doing, key: ClusterKey): Promise<number> {
  const found = await clusterFor(tx, file.org_id, key)
  if (found !== undefined) return found.id
  return makeCluster(tx, { ...key, org: file.org_id, title: `${file.entity_name} · ${key.from}`, by: by.id, at })
}

/** A cluster of the same office and entity; its charge or quarter may be another, if the handler says that it belongs together. */
async function named({ tx, file }: Doing, { entity }: ClusterKey, id: number): Promise<number> {
  const found = await clusterById(tx, id)
  if (found === undefined || found.entity !== entity || found.org !== file.org_id) throw atField('cluster')
  return id
}
