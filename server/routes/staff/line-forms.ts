import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { draftOf, type Fields, type Parts, textAt } from '../../../catalogue/draft/draft.ts'
import { draftOfLine } from '../../../catalogue/draft/line-form.ts'
import { afterStep } from '../../../catalogue/draft/rows.ts'
import { SubjectKind } from '../../../catalogue/subject.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffLinePage } from '../../../views/pages/staff-line.ts'
import { staffLineChoosePage } from '../../../views/pages/staff-line-choose.ts'
import type { App } from '../../app.ts'
import { removeLine, restoreLine } from '../../db/change-set-writes.ts'
import { type ChangeSet, lineOfSet, type ProposedLine } from '../../db/change-sets.ts'
import { Refusal } from '../../errors.ts'
import { type Desk, mustReach, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { choices } from '../../staff/line-choices.ts'
import { beginning, withoutCarriers } from '../../staff/line-draft.ts'
import { lineData, type Shown, versionOf } from '../../staff/line-page.ts'
import { type Saved, saveLine, written } from '../../staff/line-save.ts'
import { kindsFor, standingOf, subjectsFor } from '../../staff/line-subjects.ts'
import { setOf } from '../../staff/set-of.ts'

const Asked = z.object({
  kind: SubjectKind.optional().catch(undefined),
  key: z.string().max(300).default('').catch(''),
  change: z.string().max(20).default('').catch(''),
  item: z.string().max(60).default('').catch(''),
  on: z.string().max(10).default('').catch(''),
  blank: z.string().optional().catch(undefined),
})

const LineNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** 表单: one line of a change set, filled in step by step, tried on an example, and saved. */
export function lineForms(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'set.write' as const }
  const path = '/staff/sets/:set/lines'

  scope.get(`${path}/new`, { config }, async (request, reply) => {
    const set = await ownSet(request)
    const asked = Asked.parse(request.query)
    if (asked.kind === undefined || (asked.key === '' && asked.blank === undefined))
      return reply.page('staff-line-choose', staffLineChoosePage(context(request), await choices(desk, set, asked)))
    const kind = allowed(set, asked.kind)
    const subjects = await subjectsFor(desk, set, null)
    const standing = asked.key === '' ? [] : await standingOf(desk, kind, asked.key)
    if (asked.key !== '' && standing.length === 0) throw new Refusal('not-found')
    const draft = beginning({ ...asked, kind }, standing, set.entity, subjects)
    return show(
      request,
      reply,
      set,
      { kind, stored: null, draft },
      set.state === 'draft' || set.state === 'changes_requested' ? {} : { problem: 'frozen' },
    )
  })

  scope.post(`${path}/new`, { config }, async (request, reply) => {
    const set = await ownSet(request)
    const draft = sent(request)
    const kind = SubjectKind.safeParse(draft.kind)
    if (!kind.success) throw new Refusal('bad-value', {}, [{ field: 'kind', code: 'not-an-option', value: null }])
    return take(request, reply, set, { kind: allowed(set, kind.data), stored: null, draft })
  })

  scope.get(`${path}/:n`, { config }, async (request, reply) => {
    const { set, stored } = await ownLine(request)
    const open = set.state === 'draft' || set.state === 'changes_requested'
    const draft = draftOfLine(stored.line)
    return show(request, reply, set, { kind: stored.line.kind, stored, draft }, open ? {} : { problem: 'frozen' })
  })

  scope.post(`${path}/:n`, { config }, async (request, reply) => {
    const { set, stored } = await ownLine(request)
    return take(request, reply, set, { kind: stored.line.kind, stored, draft: sent(request) })
  })

  for (const [act, write] of [
    ['remove', removeLine],
    ['restore', restoreLine],
  ] as const)
    scope.post(`${path}/:n/${act}`, { config }, async (request, reply) => {
      const { set, stored } = await ownLine(request)
      const { person } = sessionOf(request)
      const done = await write(desk.db, set.id, stored.n, person.id, desk.now())
      await written(desk, request, `line.${act}`, `${set.id}/${stored.n}`, done)
      if (done.ok) return seeOther(reply, locale, `/staff/sets/${set.id}?done=line-${act}d`)
      if (done.code === 'not-found' || done.code === 'stale') throw new Refusal('conflict')
      const draft = draftOfLine(stored.line)
      return show(request, reply.code(409), set, { kind: stored.line.kind, stored, draft }, { problem: done.code })
    })

  type Form = { kind: SubjectKind; stored: ProposedLine | null; draft: Parts }

  /** A form that was sent: a step of filling it in, or to be saved. */
  async function take(request: FastifyRequest, reply: FastifyReply, set: ChangeSet, form: Form) {
    const step = textAt(form.draft, 'step')
    const draft = afterStep(withoutCarriers(form.draft), step)
    if (step !== 'save') return show(request, reply, set, { ...form, draft }, { list: step === 'companions' })
    const { person } = sessionOf(request)
    if (form.stored !== null && textAt(form.draft, 'version') !== versionOf(form.stored)) {
      const theirs = { by: form.stored.by.name, draft: draftOfLine(form.stored.line) }
      return show(request, reply.code(409), set, { ...form, draft }, { theirs })
    }
    const saved = await saveLine(desk, request, set, { ...form, draft }, person.id)
    if (saved.ok) return seeOther(reply, locale, `/staff/sets/${set.id}?done=line-saved`)
    return show(request, reply.code(saved.status), set, { ...form, draft }, shownOf(saved))
  }

  async function show(request: FastifyRequest, reply: FastifyReply, set: ChangeSet, form: Form, shown: Shown = {}) {
    return reply.page('staff-line', staffLinePage(context(request), await lineData(desk, set, form, shown)))
  }

  const context = (request: FastifyRequest) => staffContextOf(desk, request, locale)

  /** The set an address names, for who may write it. */
  async function ownSet(request: FastifyRequest): Promise<ChangeSet> {
    const set = await setOf(desk, request)
    mustReach(request, 'set.write', 'set.read', set.entity)
    return set
  }

  async function ownLine(request: FastifyRequest): Promise<{ set: ChangeSet; stored: ProposedLine }> {
    const set = await ownSet(request)
    const n = LineNumber.safeParse((request.params as { n: string }).n)
    const stored = n.success ? await lineOfSet(desk.db, set.id, n.data) : null
    if (stored === null) throw new Refusal('not-found')
    return { set, stored }
  }
}

const sent = (request: FastifyRequest): Parts => draftOf((request.body ?? {}) as Fields)

const shownOf = ({ faults, problem }: Extract<Saved, { ok: false }>): Shown => ({ faults, problem })

/** A kind of line that the set may hold; any other is not there. */
function allowed(set: ChangeSet, kind: SubjectKind): SubjectKind {
  if (!kindsFor(set).includes(kind)) throw new Refusal('not-found')
  return kind
}
