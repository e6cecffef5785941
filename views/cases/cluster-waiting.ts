import { terminationGrounds } from '../../complaints/termination-grounds.ts'
import { VIOLATIONS } from '../../complaints/violations.ts'
import { type FormSent, factorAsked } from '../complaints/case-field.ts'
import { type CaseForm, caseForm } from '../complaints/case-form.ts'
import { address } from '../context.ts'
import { amountText, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { momentText } from '../words/moment.ts'
import type { ClusterTold, WaitingTold } from './cluster-told.ts'

/** 待签批: one decision, the cases in which it waits, and (for who may) the form that signs it in all of them. */
export type ClusterWaiting = {
  id: string
  title: string
  asked: string
  details: { label: string; value: string }[]
  words: string | null
  count: string
  cases: { no: string; href: string }[]
  note: string | null
  sign: CaseForm | null
}

/** The decisions that wait in a cluster, each once. */
export function clusterWaiting(
  told: ClusterTold,
  sent: FormSent | null,
  ctx: StaffContext,
  t: Translate,
): ClusterWaiting[] {
  const same = Map.groupBy(told.waiting, ({ key }) => key)
  return [...same.values()].map((requests) => decisionOf(told, requests, sent, ctx, t))
}

function decisionOf(
  told: ClusterTold,
  requests: readonly WaitingTold[],
  sent: FormSent | null,
  ctx: StaffContext,
  t: Translate,
): ClusterWaiting {
  const [first] = requests as [WaitingTold]
  const { caseCluster: words } = t.words
  const own = ctx.person?.id === first.by.id
  const signs = !own && ctx.may('case.sign')
  return {
    id: `decision-${first.key}`,
    title: t.words.caseWords[`outcome-${first.outcome}`],
    asked: t('caseFile.askedBy', { name: first.by.name, at: momentText(first.at, t.locale) }),
    details: detailsOf(told, first, t),
    words: first.words,
    count: t('caseCluster.waitingIn', { n: requests.length }),
    cases: requests.map(({ no }) => ({ no, href: address(ctx, `/staff/cases/${encodeURIComponent(no)}`) })),
    note: own ? words.own : signs ? null : words.waitsFor,
    sign: signs ? signForm(told, requests, sent, ctx, t) : null,
  }
}

/** The requests go with the form as they were looked at: `TS…-1@12` with spaces between. */
const signForm = (
  { id }: ClusterTold,
  requests: readonly WaitingTold[],
  sent: FormSent | null,
  ctx: StaffContext,
  t: Translate,
): CaseForm => {
  const { key } = requests[0]!
  const button = t('caseCluster.sign', { n: requests.length })
  const asked = {
    ...{ form: `sign-${key}`, to: `/${id}/sign`, button, says: t.words.caseCluster.signSays },
    hidden: { decision: key, requests: requests.map((one) => `${one.no}@${one.id}`).join(' ') },
    fields: factorAsked(ctx, t),
  }
  return caseForm('clusters', asked, sent, ctx, t)
}

function detailsOf({ members }: ClusterTold, one: WaitingTold, t: Translate): ClusterWaiting['details'] {
  const { caseCluster: words } = t.words
  const named = one.violations.map((code) => VIOLATIONS.find((known) => known.code === code)?.says)
  const violations = named.flatMap((says) => (says === undefined ? [] : [said(says, t.locale).text]))
  const received = members.find(({ no }) => no === one.no)?.received_on
  const ground = received && terminationGrounds(received).find(({ code }) => code === one.ground)
  return [
    ...(violations.length === 0 ? [] : [{ label: words.violation, value: violations.join(t.words.common.and) }]),
    ...(ground ? [{ label: words.ground, value: said(ground.says, t.locale).text }] : []),
    ...(one.refund === null ? [] : [{ label: words.refund, value: amountText(one.refund) }]),
  ]
}
