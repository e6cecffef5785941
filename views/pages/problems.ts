import { type Frame, frame, type PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'

/** The kinds of problem that the API answers with; each is a section of `/problems`, by this name. */
export const PROBLEMS = {
  'bad-request': ['badRequest', 400],
  'bad-value': ['badValue', 400],
  'not-json': ['notJson', 400],
  'not-found': ['notFound', 404],
  'not-in-force': ['notInForce', 404],
  'no-coverage': ['noCoverage', 404],
  'release-unknown': ['releaseUnknown', 404],
  'bad-cursor': ['badCursor', 400],
  'rate-limited': ['rateLimited', 429],
  'method-not-allowed': ['methodNotAllowed', 405],
  'too-large': ['tooLarge', 413],
  'too-many-rows': ['tooManyRows', 413],
  'wrong-media-type': ['wrongMediaType', 415],
  'cross-site': ['crossSite', 403],
  'not-allowed': ['notAllowed', 403],
  'form-expired': ['formExpired', 403],
  conflict: ['conflict', 409],
  'unreadable-file': ['unreadableFile', 422],
  'faulty-list': ['faultyList', 422],
  unanswered: ['unanswered', 409],
  'another-body': ['anotherBody', 422],
  'filing-wait': ['filingWait', 429],
  'no-token': ['noToken', 401],
  busy: ['busy', 503],
  unavailable: ['unavailable', 503],
  'file-held': ['fileHeld', 409],
  'own-file': ['ownFile', 403],
  'file-gone': ['fileGone', 410],
  'file-damaged': ['fileDamaged', 500],
  'server-error': ['serverError', 500],
} as const satisfies Record<string, readonly [keyof Messages['problems'], number]>

/** `/problems`: what each error of the API means, and how to mend it. */
export type ProblemsPage = {
  frame: Frame
  rows: { slug: string; status: string; title: string; means: string; mend: string }[]
  words: Messages['problems']
}

export function problemsPage(ctx: PageContext): ProblemsPage {
  const { problems: words } = translator(ctx.locale).words
  return {
    frame: frame(ctx, { title: words.title, description: words.description, bar: false }),
    rows: Object.entries(PROBLEMS).map(([slug, [key, status]]) => ({
      slug,
      status: String(status),
      title: words[key],
      means: words[`${key}Means`],
      mend: words[`${key}Mend`],
    })),
    words,
  }
}
