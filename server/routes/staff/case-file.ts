import type { Locale } from '../../../views/locale/locale.ts'
import { translator } from '../../../views/locale/locale.ts'
import { lookingText } from '../../../views/pages/staff-case.ts'
import type { App } from '../../app.ts'
import { lookingAt } from '../../cases/presence.ts'
import { Refusal } from '../../errors.ts'
import { caseNo, showCase } from '../../staff/case-page.ts'
import { type Desk, sessionOf } from '../../staff/desk.ts'
import { caseActs } from './case-acts.ts'
import { caseCluster } from './case-cluster.ts'
import { staffFileRoute } from './case-files.ts'
import { caseLedger } from './case-ledger.ts'
import { caseParties } from './case-parties.ts'
import { caseSigning } from './case-signing.ts'
import { caseTalk } from './case-talk.ts'

/** 一案: its page, and everything that is done to it there. */
export function caseFilePages(scope: App, desk: Desk, locale: Locale): void {
  casePage(scope, desk, locale) //    /staff/cases/:case …/presence
  caseActs(scope, desk, locale) //    …/steps/:step
  caseSigning(scope, desk, locale) // …/proposals/:proposal/{sign,decline,withdraw}
  caseTalk(scope, desk, locale) //    …/notes …/messages …/reply
  caseParties(scope, desk, locale) // …/parties/:field …/reveal …/code
  caseLedger(scope, desk, locale) //  …/assign …/links …/cluster …/refunds/:order …/hold
  caseCluster(scope, desk, locale) // …/cluster/leave /staff/cases/clusters/:cluster …/{decide,sign}
  staffFileRoute(scope, desk) //      …/files/:id
}

function casePage(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'case.read' } as const
  scope.get('/staff/cases/:case', { config }, async (request, reply) =>
    showCase({ desk, locale, request, reply }, caseNo(request), null),
  )
  scope.get('/staff/cases/:case/presence', { config }, async (request, reply) => {
    const names = await lookingAt(desk, sessionOf(request).person, caseNo(request))
    if (names === undefined) throw new Refusal('not-found')
    return reply.type('application/json').send({ says: lookingText(names, translator(locale)) })
  })
}
