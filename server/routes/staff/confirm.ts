import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffReleaseConfirmPage } from '../../../views/pages/staff-release-confirm.ts'
import type { ActSent } from '../../../views/words/set-acts.ts'
import type { App } from '../../app.ts'
import { ReleaseNumber } from '../../as-of.ts'
import { confirmRelease } from '../../change-sets.ts'
import { confirmationOf } from '../../db/confirmations.ts'
import { isThird } from '../../db/release-story.ts'
import { findRelease } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import type { Fields } from '../../staff/form.ts'
import { audited, refusedBy, sentAs, statusOf } from '../../staff/refused.ts'

const Note = z.object({ note: z.string().trim().min(1).max(2000) })

/** 事后确认: a third person answers for what was published in an emergency. */
export function confirmPages(scope: App, desk: Desk, locale: Locale): void {
  const options = {
    config: { action: 'release.confirm' },
    schema: { params: z.object({ release: ReleaseNumber }) },
  } as const
  scope.get('/staff/releases/:release/confirm', options, async (request, reply) =>
    show(request, reply, request.params.release, null),
  )
  scope.post('/staff/releases/:release/confirm', options, async (request, reply) => {
    const { release } = request.params
    const body = (request.body ?? {}) as Fields
    const again = (rest: Pick<ActSent, 'faults' | 'refused'>, status: number) =>
      show(request, reply.code(status), release, { ...sentAs('confirm', body), ...rest })
    const read = Note.safeParse({ ...body })
    if (!read.success) return again({ faults: [{ field: 'note', code: 'short' }], refused: null }, 422)
    const outcome = await confirmRelease(desk, release, sessionOf(request).person, read.data.note)
    await audited(desk, request, 'release.confirm', `release ${release}`, outcome.ok ? undefined : outcome.code)
    if (outcome.ok) return seeOther(reply, locale, `/staff/releases/${release}/confirm?done=confirm`)
    return again({ faults: [], refused: refusedBy(outcome) }, statusOf(outcome.code))
  })

  async function show(request: FastifyRequest, reply: FastifyReply, seq: number, sent: ActSent | null) {
    const release = await findRelease(desk.db, seq)
    if (release === undefined) throw new Refusal('not-found')
    const [emergency, third] = await Promise.all([
      confirmationOf(desk.db, seq),
      isThird(desk.db, seq, sessionOf(request).person.id),
    ])
    return reply.page(
      'staff-release-confirm',
      staffReleaseConfirmPage(staffContextOf(desk, request, locale), { release, emergency, third, sent }),
    )
  }
}
