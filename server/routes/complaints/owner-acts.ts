import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Words } from '../../../complaints/act-input.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { OwnerFault, OwnerSent } from '../../../views/pages/owner-case.ts'
import type { App } from '../../app.ts'
import {
  addEvidence,
  appeal,
  confirmPaid,
  notSolved,
  type OwnerForm,
  type OwnerOutcome,
  rate,
  sendMessage,
  supplement,
  withdraw,
} from '../../cases/owner-acts.ts'
import { sessionOf } from '../../cases/owner-session.ts'
import { Refusal } from '../../errors.ts'
import { type Form, receivedForm } from '../../form-with-files.ts'
import { COSTLY } from '../../policy.ts'
import { type Desk, seeOther } from '../../staff/desk.ts'
import { same } from '../../staff/secrets.ts'
import { showLookup } from './lookup.ts'
import { type Answering, showConfirm, showOwn } from './owner-case.ts'
import { filesSent, takeAll } from './owner-files.ts'

const Said = Words.min(1, { error: 'missing' })
const oneOf = (...values: [string, ...string[]]) => z.enum(values, { error: 'not-an-option' })
const Spoken = z.object({ words: Said })
const Nothing = z.object({})
const Rating = z.object({ score: oneOf('1', '2', '3', '4', '5'), solved: oneOf('yes', 'no'), words: Words })

/** 跟进: each act is a form of its own; afterwards 303 to the page that shows what became of it. */
export function ownerActs(scope: App, desk: Desk, locale: Locale): void {
  const on = acting(scope, desk, locale)
  on('messages', 'message', Spoken, (tag, form, { words }) => sendMessage(desk, tag, form, words))
  on('supplement', 'supplement', Spoken, (tag, form, { words }) => supplement(desk, tag, form, words))
  on('evidence', 'evidence', Nothing, (tag, form, _sent, files) => addEvidence(desk, tag, form, files))
  on('withdrawal', 'withdraw', Nothing, (tag, form) => withdraw(desk, tag, form))
  on('review', 'appeal', Spoken, (tag, form, { words }) => appeal(desk, tag, form, words))
  on('unsolved', 'not_solved', Spoken, (tag, form, { words }) => notSolved(desk, tag, form, words))
  on('rating', 'rate', Rating, (tag, form, { score, solved, words }) =>
    rate(desk, tag, form, { score: Number(score), solved: solved === 'yes', words }),
  )
  on('refunds/:order', 'confirm', Nothing, (tag, form, _sent, _files, { order }) =>
    confirmPaid(desk, tag, form, Number(order)),
  )
}

type Does<Sent> = (
  tag: Buffer,
  form: OwnerForm,
  sent: Sent,
  files: number,
  params: Record<string, string>,
) => Promise<OwnerOutcome>
type Named = OwnerSent['act']

const acting =
  (scope: App, desk: Desk, locale: Locale) =>
  <S extends z.ZodType>(place: string, act: Named, shape: S, does: Does<z.infer<S>>): void => {
    scope.post(`/complaints/case/:n/${place}`, { config: COSTLY }, async (request, reply) => {
      const form = await receivedForm(request)
      const session = sessionOf(desk, request)
      if (session === null) return signedOut({ desk, locale, request, reply }, form)
      if (!same(form.fields.csrf ?? '', session.csrf)) throw new Refusal('form-expired')
      return onceAtATime(`${session.csrf} ${form.fields.once}`, () =>
        answer({ desk, locale, request, reply, session }, act, form, shape, does),
      )
    })
  }

const Known = z.object({ version: z.coerce.number().int().min(1), once: z.string().min(20).max(60) })

async function answer<S extends z.ZodType>(
  to: Answering,
  act: Named,
  form: Form,
  shape: S,
  does: Does<z.infer<S>>,
): Promise<FastifyReply> {
  const { session } = to
  const params = to.request.params as Record<string, string>
  const n = Number(/^[12]$/.exec(params.n!)?.[0] ?? 0)
  const known = Known.safeParse(form.fields)
  if (!known.success) throw new Refusal('form-expired')
  const read = shape.safeParse({ words: '', ...form.fields })
  const sent = { n, act, values: form.fields, refused: null, taken: [], untaken: [] }
  if (!read.success) return again(to, { ...sent, faults: faultsIn(read.error) })
  if (act === 'evidence' && filesSent(form) === 0)
    return again(to, { ...sent, faults: [{ field: 'files', code: 'no-file' }] })
  const files = await takeAll(to, n, act, known.data.once, form)
  if (files.refused.length > 0 && (files.taken.length === 0 || act === 'supplement'))
    return again(to, { ...sent, faults: [], taken: files.taken, untaken: files.refused })
  const outcome = await does(session.tag, { n, ...known.data }, read.data, files.taken.length, params)
  if (!outcome.ok) {
    if (outcome.code === 'not-found') throw new Refusal('not-found')
    return again(to, { ...sent, faults: [], refused: outcome.code })
  }
  if (files.refused.length > 0) return again(to, { ...sent, faults: [], taken: files.taken, untaken: files.refused })
  return seeOther(to.reply, to.locale, `/complaints/case?done=${act}`)
}

/** The page again with the form as it was sent: 409 where the case has gone on, 400 for what can be mended. */
function again(to: Answering, sent: OwnerSent): Promise<FastifyReply> {
  to.reply.code(sent.refused === null ? 400 : 409)
  if (sent.act === 'appeal' && sent.refused === null) return showConfirm(to, 'review', 'appeal', sent)
  return showOwn(to, sent)
}

const faultsIn = ({ issues }: z.ZodError): OwnerFault[] =>
  issues.map(({ path, message }) => ({ field: String(path[0]), code: message as OwnerFault['code'] }))

/** The visit was over when the form came: nothing was done, and what was written is shown to be copied. */
const signedOut = (
  { desk, locale, request, reply }: Omit<Answering, 'session'>,
  { fields }: Form,
): Promise<FastifyReply> =>
  showLookup(desk, locale, request, reply.code(403), { done: 'over', kept: fields.words ?? null })

/** The same form twice at once waits for the first and gets its answer again. */
async function onceAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(key) ?? Promise.resolve()
  const mine = before.catch(() => {}).then(work)
  underWay.set(key, mine)
  try {
    return await mine
  } finally {
    if (underWay.get(key) === mine) underWay.delete(key)
  }
}

const underWay = new Map<string, Promise<unknown>>()
