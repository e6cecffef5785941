import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffSetPage } from '../../../views/pages/staff-set.ts'
import { staffSetReviewPage } from '../../../views/pages/staff-set-review.ts'
import type { ActFault, ActSent } from '../../../views/words/set-acts.ts'
import type { App } from '../../app.ts'
import { comment } from '../../db/change-set-writes.ts'
import { type ChangeSet, lineOfSet } from '../../db/change-sets.ts'
import { wouldRestate } from '../../db/restated.ts'
import { type Effects, effectsOf } from '../../effects.ts'
import { Refusal } from '../../errors.ts'
import { COSTLY } from '../../policy.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import type { Fields } from '../../staff/form.ts'
import { audited, refusedBy, sentAs, statusOf } from '../../staff/refused.ts'
import { sentOf } from '../../staff/sent.ts'
import { ACTS, type Act } from '../../staff/set-acts.ts'
import { type Asked, askedOf, setFor, setShownTo } from '../../staff/set-shown.ts'
import { stepUp } from '../../staff/step-up.ts'
import { confirmPages } from './confirm.ts'
import { SetAddress } from './sets.ts'

/** 审核与发布: the review of a set, and everything that is done to one. */
export function reviewPages(scope: App, desk: Desk, locale: Locale): void {
  reviewPage(scope, desk, locale) //                        /staff/sets/:set/review
  for (const act of ACTS) doing(scope, desk, locale, act) // /staff/sets/:set/{submit,recall,request-changes,approve,…}
  comments(scope, desk, locale) //                          /staff/sets/:set/comments
  confirmPages(scope, desk, locale) //                      /staff/releases/:release/confirm
}

/** Stretches of days that a set puts right, on its review page. */
const RESTATED = 100

function reviewPage(scope: App, desk: Desk, locale: Locale): void {
  scope.get(
    '/staff/sets/:set/review',
    { config: { action: 'set.read', ...COSTLY }, schema: { params: SetAddress } },
    async (request, reply) => {
      const set = await setFor(desk, request, request.params.set, 'set.read')
      return showReview({ desk, request, reply, locale }, set, { ...askedOf(request.query), sent: null })
    },
  )
}

type Showing = { desk: Desk; request: FastifyRequest; reply: FastifyReply; locale: Locale }

async function showReview({ desk, request, reply, locale }: Showing, set: ChangeSet, asked: Asked) {
  const data = await setShownTo(desk, request, set, asked)
  const [restated, effects] = await Promise.all([
    wouldRestate(desk.db, set.id, RESTATED),
    effectsFor(desk, request, set),
  ])
  return reply.page(
    'staff-set-review',
    staffSetReviewPage(staffContextOf(desk, request, locale), { ...data, restated, effects }),
  )
}

/** A longer set is not published for trial each time that someone reads it: its effects have a page of their own. */
const TRIED_AT_ONCE = 500

/** The effect on the sample calls; none where it cannot be worked out, which must not keep anyone from reviewing. */
async function effectsFor(desk: Desk, request: FastifyRequest, { id, lines }: ChangeSet): Promise<Effects | null> {
  if (lines === 0 || lines > TRIED_AT_ONCE) return null
  return effectsOf(desk, id).catch((error: unknown) => {
    request.log.warn({ err: error, set: id }, 'the effects of a set cannot be worked out')
    return null
  })
}

/** The page whose form was refused, filled again, with what is wrong. */
async function showAgain(showing: Showing, id: number, sent: ActSent, on: Act['on']) {
  const { desk, request, reply, locale } = showing
  const set = await setFor(desk, request, id, 'set.read')
  const asked = { after: 0, lint: true, sent }
  if (on === 'review') return showReview(showing, set, asked)
  const data = await setShownTo(desk, request, set, asked)
  return reply.page('staff-set', staffSetPage(staffContextOf(desk, request, locale), data))
}

function doing(scope: App, desk: Desk, locale: Locale, act: Act): void {
  const options = { config: { action: act.action }, schema: { params: SetAddress } } as const
  scope.post(`/staff/sets/:set/${act.name}`, options, async (request, reply) => {
    const set = await setFor(desk, request, request.params.set, act.action)
    const body = (request.body ?? {}) as Fields
    const again = (rest: Pick<ActSent, 'faults' | 'refused'>, status: number) =>
      showAgain(
        { desk, request, reply: reply.code(status), locale },
        set.id,
        { ...sentAs(act.name, body), ...rest },
        act.on,
      )
    const asked = act.read(body)
    if (!asked.ok) return again({ faults: asked.faults, refused: null }, 422)
    if (act.strong && !(await stepUp(desk, request, sentOf(body).code ?? ''))) return again(WRONG_CODE, 422)
    const outcome = await asked.go(desk, set, sessionOf(request).person)
    await audited(desk, request, `set.${act.name}`, `set ${set.id}`, outcome.ok ? undefined : outcome.code)
    if (outcome.ok) return seeOther(reply, locale, `/staff/sets/${set.id}?done=${act.name}`)
    return again({ faults: [], refused: refusedBy(outcome) }, statusOf(outcome.code))
  })
}

const WRONG_CODE: { faults: ActFault[]; refused: null } = { faults: [{ field: 'code', code: 'wrong' }], refused: null }

const Comment = z.object({
  words: z.string().trim().min(1).max(4000),
  n: z
    .string()
    .regex(/^[1-9]\d{0,6}$/)
    .transform(Number)
    .optional(),
})

/** 留言, of the whole set or of one of its lines: back to where it was written. */
function comments(scope: App, desk: Desk, locale: Locale): void {
  const options = { config: { action: 'set.comment' }, schema: { params: SetAddress } } as const
  scope.post('/staff/sets/:set/comments', options, async (request, reply) => {
    const set = await setFor(desk, request, request.params.set, 'set.comment')
    const body = (request.body ?? {}) as Fields
    const on = body.on === 'review' ? 'review' : 'set'
    const read = Comment.safeParse(body)
    if (!read.success) {
      const sent = { ...sentAs('comments', body), faults: [{ field: 'words', code: 'bad' }], refused: null }
      return showAgain({ desk, request, reply: reply.code(422), locale }, set.id, sent, on)
    }
    const { n = null, words } = read.data
    if (n !== null && (await lineOfSet(desk.db, set.id, n)) === null) throw new Refusal('not-found')
    await comment(desk.db, set.id, n, words, sessionOf(request).person.id, desk.now())
    await audited(desk, request, 'set.comment', `set ${set.id}`)
    const back = `/staff/sets/${set.id}${on === 'review' ? '/review' : ''}?done=comment`
    return seeOther(reply, locale, n === null ? back : `${back}#n${n}`)
  })
}
