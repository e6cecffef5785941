import type { FastifyReply, FastifyRequest } from 'fastify'
import { type FilingDraft, LINES } from '../../../views/complaints/filing-draft.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { FILE_LIMITS } from '../../cases/files/limits.ts'
import { dropDraftFile } from '../../cases/files/take.ts'
import { newKey, type SentStep, sentStep, stepAfter, stepBefore, stepNamed } from '../../cases/wizard/draft.ts'
import { takeEvidence } from '../../cases/wizard/evidence.ts'
import { Prefill, prefilled } from '../../cases/wizard/prefill.ts'
import { complaintIn, faultsOn } from '../../cases/wizard/reading.ts'
import type { Desk } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'
import { CutShort, receivedFiles, type SentFile } from '../../uploads.ts'
import { send } from './sending.ts'
import { type Answering, readingFor, showStep } from './wizard-pages.ts'

/** 填写: one thing per page. Each page carries all answers before it, so nothing is kept and no cookie is needed. */
export function wizardPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/complaints/new', { schema: { querystring: Prefill } }, async (request, reply) => {
    const to = { desk, locale, request, reply }
    const { reference, today } = await readingFor(to)
    return showStep(to, 'about', { key: newKey(), draft: prefilled(request.query, reference, today, locale) })
  })
  scope.post('/complaints/new', { bodyLimit: 2 ** 20 }, async (request, reply) => {
    const { fields, files, tooLarge } = await sentIn(request)
    return answer({ desk, locale, request, reply }, sentStep(fields), files, tooLarge)
  })
}

type Sent = { fields: Record<string, string>; files: SentFile[]; tooLarge: boolean }

const MANY = { ...FILE_LIMITS, fields: 800, text: 64 * 1024, fieldsFirst: true }

/** A page of the form; of files that are too large only the answers before them are read. */
async function sentIn(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) return { fields: flat(request.body), files: [], tooLarge: false }
  try {
    const { files, together, most, ...limits } = MANY
    return { ...(await receivedFiles(request, { files, together, most, ...limits })), tooLarge: false }
  } catch (error) {
    if (!(error instanceof CutShort) || error.kind === 'busy' || error.fields.step === undefined) throw error
    return { fields: error.fields, files: [], tooLarge: true }
  }
}

const flat = (body: unknown): Record<string, string> =>
  Object.fromEntries(Object.keys((body ?? {}) as Fields).map((name) => [name, textOf(body, name)]))

function answer(to: Answering, sent: SentStep, files: readonly SentFile[], tooLarge: boolean): Promise<FastifyReply> {
  const { key, draft, step, act, changing } = sent
  const [verb = '', of = ''] = /^(go|remove)-(.+)$/.exec(act)?.slice(1) ?? []
  if (act === 'back') return showStep(to, changing ? 'check' : stepBefore(step), { key, draft })
  if (act === 'resume') return showStep(to, step, { key, draft })
  if (act === 'more') return showStep(to, step, { key, changing, draft: withMore(draft) })
  if (act === 'anew') return showStep(to, 'check', { key: newKey(), draft })
  if (verb === 'go') return showStep(to, stepNamed(of), { key, draft, changing: true })
  if (step === 'evidence') return evidence(to, sent, { files, tooLarge, removed: verb === 'remove' ? of : null })
  return step === 'check' ? send(to, sent) : goOn(to, sent)
}

const withMore = (draft: FilingDraft): FilingDraft => ({
  ...draft,
  lines: String((Number.parseInt(draft.lines ?? '', 10) || LINES.first) + LINES.more),
})

/** The next page, or this one again with what is wrong on it; whoever changed an answer goes back to the last page. */
async function goOn(to: Answering, { key, draft, step, changing }: SentStep): Promise<FastifyReply> {
  const faults = faultsOn(step, complaintIn(draft, await readingFor(to)).faults)
  if (faults.length > 0) return showStep(to, step, { key, draft, changing, faults })
  return showStep(to, changing ? 'check' : stepAfter(step), { key, draft })
}

type Given = { files: readonly SentFile[]; tooLarge: boolean; removed: string | null }

/** Files chosen are taken whichever button was pressed; what was not taken is told, and sending goes on without it. */
async function evidence(to: Answering, sent: SentStep, { files, tooLarge, removed }: Given): Promise<FastifyReply> {
  const { key, draft, changing, act } = sent
  if (removed !== null) await dropDraftFile(to.desk, key, removed)
  const faults = tooLarge ? [TOO_LARGE] : await takeEvidence(to.desk, { key, address: to.request.ip }, files)
  if (faults.length > 0) return showStep(to, 'evidence', { key, draft, changing, faults })
  if (removed !== null || act === 'add') return showStep(to, 'evidence', { key, draft, changing })
  return goOn(to, sent)
}

const TOO_LARGE = {
  field: 'files',
  code: 'file-too-large',
  values: { each: FILE_LIMITS.most / 2 ** 20, limit: FILE_LIMITS.together / 2 ** 20 },
}
