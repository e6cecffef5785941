import type { FastifyReply } from 'fastify'
import { chinaDay } from '../../catalogue/day.ts'
import type { Law } from '../../complaints/law.ts'
import type { ClusterTold, WaitingTold } from '../../views/cases/cluster-told.ts'
import type { FormSent } from '../../views/complaints/case-field.ts'
import { staffCaseClusterPage } from '../../views/pages/staff-case-cluster.ts'
import { type ClusterMember, type OpenedCluster, openedCluster } from '../cases/opened-cluster.ts'
import { workdaysBetween } from '../cases/queue/days.ts'
import { leftUntil } from '../cases/queue/shown.ts'
import { Refusal } from '../errors.ts'
import type { Showing } from './case-page.ts'
import { type Desk, sessionOf, staffContextOf } from './desk.ts'

/** The page of a cluster, with a form that came back. */
export const showCluster = (
  { desk, request, reply, locale }: Showing,
  told: ClusterTold,
  sent: FormSent | null,
): FastifyReply =>
  reply.page('staff-case-cluster', staffCaseClusterPage(staffContextOf(desk, request, locale), { told, sent }))

/** A cluster as its page is told it; 404 where it is of another office. */
export async function clusterTold({ desk, request }: Showing, id: number): Promise<ClusterTold> {
  const opened = await openedCluster(desk, sessionOf(request).person, id, request.ip)
  if (opened === undefined) throw new Refusal('not-found')
  const [law, reference] = await Promise.all([desk.law.current(), desk.reference(desk.head.release())])
  const { org, members, waiting, ...cluster } = opened
  return {
    ...{ ...cluster, reference, today: chinaDay(desk.now()) },
    office: law.orgs.find((one) => one.id === org)!.name,
    members: membersTold(desk, members, law),
    waiting: waiting.map(waitingTold),
  }
}

function membersTold(desk: Desk, members: readonly ClusterMember[], { calendar }: Law): ClusterTold['members'] {
  const [today, counting] = [chinaDay(desk.now()), workdaysBetween(calendar)]
  return members.map(({ no, receipt, version, type, state, received_on, due_on, closed_on, why, ...due }) => ({
    ...{ no, receipt, version, type, state, received_on, due_on, why },
    ...{ due_code: due.due_code, due_provisional: due.due_provisional, closed: closed_on !== null },
    left: due_on === null ? null : leftUntil(today, due_on, counting),
  }))
}

const waitingTold = ({ id, no, key, payload, words, ...asked }: OpenedCluster['waiting'][number]): WaitingTold => ({
  ...{ id, no, key, words, at: asked.asked_at, by: { id: asked.asked_by, name: asked.asked_name } },
  ...{ outcome: payload.outcome, ground: payload.ground ?? null, refund: payload.refund ?? null },
  violations: [...new Set(payload.findings.flatMap(({ violation }) => violation ?? []))],
})
