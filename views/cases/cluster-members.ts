import { type CaseForm, caseForm } from '../complaints/case-form.ts'
import { address } from '../context.ts'
import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import type { ClusterTold, MemberTold } from './cluster-told.ts'
import { type QueueClock, queueClock } from './queue-clock.ts'

/** A case of a cluster: where it stands, whether it can be decided with the others, and the way out. */
export type ClusterMember = {
  no: string
  href: string
  receipt: string
  type: string
  state: { code: string; word: string }
  clock: QueueClock
  together: boolean
  why: string
  leave: CaseForm | null
}

export const clusterMembers = (told: ClusterTold, ctx: StaffContext, t: Translate): ClusterMember[] =>
  told.members.map((one, n) => memberOf(told, one, n, ctx, t))

function memberOf({ id }: ClusterTold, one: MemberTold, n: number, ctx: StaffContext, t: Translate): ClusterMember {
  const { caseCluster: words, caseWords } = t.words
  const leave = {
    ...{ form: `leave-${n + 1}`, to: '/cluster/leave', hidden: { from: String(id) }, fields: [], quiet: true },
    ...{ button: words.leave, label: t('caseCluster.leaveOf', { no: one.no }) },
  }
  return {
    ...{ no: one.no, href: address(ctx, `/staff/cases/${encodeURIComponent(one.no)}`), receipt: one.receipt },
    type: caseWords[`type-${one.type}`],
    state: { code: one.state, word: caseWords[`state-${one.state}`] },
    clock: queueClock(one, t),
    together: one.why === null,
    why: one.why === null ? words.can : words[`why-${one.why}`],
    leave: ctx.may('case.write') && one.why !== 'elsewhere' ? caseForm(one.no, leave, null, ctx, t) : null,
  }
}
