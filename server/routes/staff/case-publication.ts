import type { FastifyReply } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { ActOutcome } from '../../cases/acts/outcome.ts'
import { askToSign, declineToSign, sign } from '../../cases/acts/signing.ts'
import { askToPublish, prepared } from '../../cases/preparing.ts'
import { Refusal } from '../../errors.ts'
import { notVerified } from '../../staff/case-factor.ts'
import { caseNo, formSent, type Showing } from '../../staff/case-page.ts'
import { stepFaults, stepSent } from '../../staff/case-step-input.ts'
import { type Desk, seeOther, sessionOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'
import { showPublication, wholeOf } from '../../staff/publication-page.ts'
import { publicationSent, standingIn } from '../../staff/publication-sent.ts'
import { audited } from '../../staff/refused.ts'
import { numberIn } from './case-signing.ts'

/** 结果公示: a handler prepares what the public reads, a publisher publishes it or declines; taking it down goes the same way. */
export function casePublicationPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/cases/:case/publication', { config: { action: 'case.read' } }, async (request, reply) =>
    showPublication({ desk, locale, request, reply }, {}),
  )
  preparing(scope, desk, locale) //  POST …/publication
  retracting(scope, desk, locale) // …/publication/retract
  publishing(scope, desk, locale) // …/publication/:proposal/{sign,decline}
}

function preparing(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/publication', { config: { action: 'case.handle' } }, async (request, reply) => {
    const showing = { desk, locale, request, reply }
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const sent = publicationSent(body, await wholeOf(showing))
    const { edited, checked, version, form } = sent
    if (sent.faults.length > 0) return showPublication({ ...showing, reply: reply.code(422) }, { form })
    const { person } = sessionOf(request)
    const first = await prepared(desk, person, { no, edited, standing: [] })
    if (first === undefined) throw new Refusal('not-found')
    if (first === null) throw new Refusal('conflict')
    const standing = standingIn(body, first.looked.found)
    const draft = (await prepared(desk, person, { no, edited, standing }))!
    const ready = textOf(body, 'do') === 'ask' && draft.looked.sha256 === sent.sha256
    if (!ready) return showPublication(showing, { form, draft, changed: textOf(body, 'do') === 'ask' })
    if (draft.looked.open > 0) return showPublication({ ...showing, reply: reply.code(422) }, { form, draft })
    const outcome = await askToPublish(desk, person, { no, version, edited, checked, standing })
    const at =
      outcome.ok || outcome.values?.field !== 'checked' ? {} : { faults: [{ field: 'checked', code: 'missing' }] }
    return answered(showing, outcome, 'case.publish', 'case-asked', { form: { ...form, ...at }, draft })
  })
}

function retracting(scope: App, desk: Desk, locale: Locale): void {
  scope.post(
    '/staff/cases/:case/publication/retract',
    { config: { action: 'case.handle' } },
    async (request, reply) => {
      const showing = { desk, locale, request, reply }
      const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
      const sent = stepSent('retract', body)
      const faults = stepFaults('retract', sent)
      const form = { ...formSent('retract', body), faults }
      if (faults.length > 0) return showPublication({ ...showing, reply: reply.code(422) }, { form })
      const outcome = await askToSign(desk, sessionOf(request).person, { no, step: 'retract', ...sent })
      return answered(showing, outcome, 'case.retract', 'case-asked', { form })
    },
  )
}

function publishing(scope: App, desk: Desk, locale: Locale): void {
  for (const name of ['sign', 'decline'] as const)
    scope.post(
      `/staff/cases/:case/publication/:proposal/${name}`,
      { config: { action: 'case.publish' } },
      async (request, reply) => {
        const showing = { desk, locale, request, reply }
        const [no, proposal] = [caseNo(request), numberIn(request.params, 'proposal')]
        const body = (request.body ?? {}) as Fields
        const asked = { no, proposal, why: textOf(body, 'why') }
        const unproven = name === 'sign' ? await notVerified(desk, request) : null
        const outcome =
          unproven ?? (await (name === 'sign' ? sign : declineToSign)(desk, sessionOf(request).person, asked))
        if (outcome.ok && name === 'sign') await desk.head.refresh()
        const form = formSent(`${name}-${proposal}`, body)
        return answered(showing, outcome, `case.${name}`, name === 'sign' ? 'case-signed' : 'case-declined', { form })
      },
    )
}

const STATUS: Record<string, number> = { 'own-proposal': 403, missing: 422, 'bad-value': 422 }

/** Answers an act: done, the page says so; else it comes back with what was filled in and why not. Either is audited. */
async function answered(
  showing: Showing,
  outcome: ActOutcome,
  act: string,
  done: string,
  shown: Parameters<typeof showPublication>[1],
): Promise<FastifyReply> {
  const { desk, request, reply, locale } = showing
  const no = caseNo(request)
  await audited(desk, request, act, `case/${no}`, outcome.ok ? undefined : outcome.code)
  if (outcome.ok) return seeOther(reply, locale, `/staff/cases/${no}/publication?done=${done}`)
  if (outcome.code === 'not-found') throw new Refusal('not-found')
  const field = outcome.values?.field
  const faults =
    field === undefined ? (shown.form?.faults ?? []) : [{ field, code: outcome.values?.why ?? outcome.code }]
  reply.code(STATUS[outcome.code] ?? 409)
  return showPublication(showing, {
    ...shown,
    form: shown.form && { ...shown.form, faults, refused: { code: outcome.code, values: outcome.values ?? {} } },
  })
}
