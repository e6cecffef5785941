import type { FastifyRequest } from 'fastify'
import { REFUND_ENTRIES } from '../../../complaints/refund.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { Action } from '../../access.ts'
import type { App } from '../../app.ts'
import { joinCluster } from '../../cases/acts/clustering.ts'
import { assign, setHold } from '../../cases/acts/keeping.ts'
import { linkCases, unlinkCases } from '../../cases/acts/links.ts'
import type { NotDone } from '../../cases/acts/outcome.ts'
import { enterRefund } from '../../cases/acts/refunds.ts'
import { answer } from '../../staff/case-answer.ts'
import { caseNo, formSent } from '../../staff/case-page.ts'
import { type Desk, type Person, sessionOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'
import { numberIn } from './case-signing.ts'

type Given = { no: string; text: (name: string) => string; request: FastifyRequest }
type Kept = {
  to: string
  form: (request: FastifyRequest) => string
  act: string
  action: Action
  done: string
  go: (desk: Desk, by: Person, given: Given) => Promise<{ ok: true } | NotDone>
}

const nth = (request: FastifyRequest, name: string): number => numberIn(request.params, name)
const missing = (field: string): Promise<NotDone> => Promise.resolve({ ok: false, code: 'missing', values: { field } })

/** 其他事务: what is kept of a case besides the steps of its life. */
const KEPT: readonly Kept[] = [
  {
    ...{ to: '/assign', form: () => 'assign', act: 'case.assign', action: 'case.write', done: 'case-assigned' },
    go: (desk, by, { no, text }) => assign(desk, by, { no, to: Number(text('to')) || null }),
  },
  {
    ...{ to: '/links', form: () => 'link', act: 'case.link', action: 'case.write', done: 'case-linked' },
    go: (desk, by, { no, text }) => {
      const kind = text('kind') === 'duplicate' ? 'duplicate' : 'related'
      const other = text('other').trim().toUpperCase()
      return other === '' ? missing('other') : linkCases(desk, by, { no, other, kind })
    },
  },
  {
    to: '/links/:link/end',
    form: (request) => `end-link-${nth(request, 'link')}`,
    ...{ act: 'case.unlink', action: 'case.write', done: 'case-unlinked' },
    go: (desk, by, { no, request }) => unlinkCases(desk, by, { no, link: nth(request, 'link') }),
  },
  {
    ...{ to: '/cluster', form: () => 'cluster', act: 'case.cluster', action: 'case.write', done: 'case-clustered' },
    go: (desk, by, { no }) => joinCluster(desk, by, { no }),
  },
  {
    to: '/refunds/:order',
    form: (request) => `refund-${nth(request, 'order')}`,
    ...{ act: 'case.refund', action: 'case.handle', done: 'case-refunded' },
    go: (desk, by, { no, text, request }) => {
      const kind = REFUND_ENTRIES.find((one) => one === text('kind'))
      if (kind === undefined) return missing('kind')
      const entry = { order: nth(request, 'order'), amount: text('amount').trim(), on: text('on') }
      return enterRefund(desk, by, { no, kind, ...entry })
    },
  },
  {
    ...{ to: '/hold', form: () => 'hold', act: 'case.hold', action: 'case.sign', done: 'case-held' },
    go: (desk, by, { no, text }) => setHold(desk, by, { no, on: text('hold') === 'yes' }),
  },
]

/** 分派、关联、并案、退款登记、法定留存. */
export function caseLedger(scope: App, desk: Desk, locale: Locale): void {
  for (const { to, form, act, action, done, go } of KEPT)
    scope.post(`/staff/cases/:case${to}`, { config: { action } }, async (request, reply) => {
      const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
      const given = { no, request, text: (name: string) => textOf(body, name) }
      const outcome = await go(desk, sessionOf(request).person, given)
      return answer({ desk, locale, request, reply }, no, outcome, { act, done, sent: formSent(form(request), body) })
    })
}
