import type { FastifyReply } from 'fastify'
import { DecidedTogether } from '../../../complaints/cluster.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { type ClusterDoneData, staffCaseClusterDonePage } from '../../../views/pages/staff-case-cluster-done.ts'
import type { App } from '../../app.ts'
import { decideCluster, type OfEach, signCluster } from '../../cases/acts/cluster-decisions.ts'
import { leaveCluster } from '../../cases/acts/clustering.ts'
import { answer } from '../../staff/case-answer.ts'
import { notVerified } from '../../staff/case-factor.ts'
import { caseNo, formSent, isCaseNo, type Showing } from '../../staff/case-page.ts'
import { clusterTold, showCluster } from '../../staff/cluster-page.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'
import { audited } from '../../staff/refused.ts'
import { sentOf } from '../../staff/sent.ts'
import { numberIn } from './case-signing.ts'

/** 并案: the cases of a cluster on one page, one decision asked for in all, signed in all; and a case's way out. */
export function caseCluster(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/cases/clusters/:cluster', { config: { action: 'case.read' } }, async (request, reply) => {
    const showing = { desk, locale, request, reply }
    return showCluster(showing, await clusterTold(showing, numberIn(request.params, 'cluster')), null)
  })
  deciding(scope, desk, locale) // …/decide
  signing(scope, desk, locale) //  …/sign
  leaving(scope, desk, locale) //  /staff/cases/:case/cluster/leave
}

function deciding(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/clusters/:cluster/decide', { config: { action: 'case.handle' } }, async (request, reply) => {
    const showing = { desk, locale, request, reply }
    const [cluster, body] = [numberIn(request.params, 'cluster'), (request.body ?? {}) as Fields]
    const told = await clusterTold(showing, cluster)
    const sent = formSent('decide', body)
    const read = DecidedTogether.safeParse(sentOf(body))
    if (!read.success) {
      const faults = read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), code: message }))
      return showCluster({ ...showing, reply: reply.code(422) }, told, { ...sent, faults })
    }
    if (told.members.every(({ why }) => why !== null))
      return showCluster({ ...showing, reply: reply.code(409) }, told, {
        ...sent,
        refused: { code: 'none', values: {} },
      })
    const asked = { ...read.data, cluster, seen: numbersIn(textOf(body, 'cases')) }
    const done = await decideCluster(desk, sessionOf(request).person, asked)
    return showDone(showing, cluster, 'decide', done)
  })
}

function signing(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/clusters/:cluster/sign', { config: { action: 'case.sign' } }, async (request, reply) => {
    const showing = { desk, locale, request, reply }
    const [cluster, body] = [numberIn(request.params, 'cluster'), (request.body ?? {}) as Fields]
    const told = await clusterTold(showing, cluster)
    const decision = textOf(body, 'decision')
    const unproven = await notVerified(desk, request)
    if (unproven !== null) {
      await audited(desk, request, 'case.cluster.sign', `cluster/${cluster}`, 'factor')
      const faults = [{ field: 'factor', code: unproven.values?.why ?? 'missing' }]
      return showCluster({ ...showing, reply: reply.code(422) }, told, {
        ...formSent(`sign-${decision}`, body),
        faults,
      })
    }
    const requests = [...numbersIn(textOf(body, 'requests'))].map(([no, proposal]) => ({ no, proposal }))
    const done = await signCluster(desk, sessionOf(request).person, { cluster, decision, requests })
    return showDone(showing, cluster, 'sign', done)
  })
}

/** Cases with a number each, as a form carries them: `TS…-1@12 TS…-1@13`. What is none is left out. */
const numbersIn = (text: string): Map<string, number> =>
  new Map(
    text.split(/\s+/).flatMap((one): [string, number][] => {
      const [no = '', n = ''] = one.split('@', 2)
      return isCaseNo(no) && /^\d{1,15}$/.test(n) ? [[no, Number(n)]] : []
    }),
  )

/** Case by case what became of it; each is audited by itself. */
async function showDone(
  { desk, locale, request, reply }: Showing,
  cluster: number,
  act: ClusterDoneData['act'],
  each: readonly OfEach[],
): Promise<FastifyReply> {
  for (const { no, outcome } of each)
    await audited(desk, request, `case.${act}`, `case/${no}`, outcome.ok ? undefined : outcome.code)
  const done = each.map(({ no, outcome }) => ({
    no,
    refused: outcome.ok ? null : { code: outcome.code, values: outcome.values ?? {} },
  }))
  const page = staffCaseClusterDonePage(staffContextOf(desk, request, locale), { cluster, act, done })
  return reply.page('staff-case-cluster-done', page)
}

function leaving(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/cluster/leave', { config: { action: 'case.write' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const from = Number(textOf(body, 'from')) || null
    const asked = { no, ...(from === null ? {} : { from }) }
    const outcome = await leaveCluster(desk, sessionOf(request).person, asked)
    const done = 'case-unclustered'
    if (!outcome.ok || from === null) {
      const sent = formSent('leave-cluster', body)
      return answer({ desk, locale, request, reply }, no, outcome, { act: 'case.uncluster', done, sent })
    }
    await audited(desk, request, 'case.uncluster', `case/${no}`)
    return seeOther(reply, locale, `/staff/cases/clusters/${from}?done=${done}`)
  })
}
