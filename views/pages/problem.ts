import { type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'

/** What went wrong, in the reader's language: `field` names the part of the address or form, `message` how to mend it. */
export type ProblemData = {
  status: number
  title: string
  detail: string
  errors: { field: string; message: string }[]
  links?: { href: string; text: string }[]
}

/** The error page. */
export type ProblemPage = Omit<ProblemData, 'status' | 'links'> & {
  frame: Frame
  status: string
  links: { href: string; text: string }[]
  words: Messages['problem']
}

export function problemPage(ctx: PageContext, { status, title, detail, errors, links = [] }: ProblemData): ProblemPage {
  const t = translator(ctx.locale)
  const ways = [
    { href: link({ ...ctx, pinned: NOT_PINNED }, '/fees'), text: t.words.problem.fees },
    { href: link({ ...ctx, pinned: NOT_PINNED }, '/'), text: t.words.problem.home },
  ]
  return {
    frame: frame(
      { ...ctx, query: {}, pinned: NOT_PINNED },
      { title, description: detail, robots: 'noindex', bar: false },
    ),
    status: t('problem.status', { status: String(status) }),
    ...{ title, detail, errors },
    links: [...links, ...ways],
    words: t.words.problem,
  }
}

/** What was asked for may be the very fault, so no link of an error page repeats it. */
const NOT_PINNED = { on: false, release: false }
