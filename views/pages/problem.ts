import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'

/** What went wrong, in the reader's language: `field` names the part of the address or form, `message` how to mend it. */
export type ProblemData = {
  status: number
  title: string
  detail: string
  errors: { field: string; message: string }[]
  links?: { href: string; text: string }[]
  asked?: Asked | null
}

/** What was asked of a page by its address, to be mended and asked again: nothing that was typed is lost. */
export type Asked = { action: string; values: { name: string; value: string }[] }

type Field = { id: string; name: string; label: string; value: string; fault: string | null }

/** The error page. */
export type ProblemPage = Omit<ProblemData, 'status' | 'links' | 'asked'> & {
  frame: Frame
  status: string
  links: { href: string; text: string }[]
  again: { action: string; fields: Field[] } | null
  words: Messages['problem']
}

export function problemPage(ctx: PageContext, data: ProblemData): ProblemPage {
  const { status, title, detail, errors, links = [], asked = null } = data
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
    title,
    detail,
    errors: errors.map((error) => ({ ...error, field: labelOf(error.field, t) })),
    again: asked && asked.values.length > 0 ? againOf(asked, errors, t) : null,
    links: [...links, ...(ctx.path === '/staff' || ctx.path.startsWith('/staff/') ? [deskWay(ctx, t)] : []), ...ways],
    words: t.words.problem,
  }
}

const deskWay = (ctx: PageContext, t: Translate) => ({ href: address(ctx, '/staff'), text: t.words.problem.desk })

const againOf = ({ action, values }: Asked, errors: ProblemData['errors'], t: Translate) => ({
  action,
  fields: values.map(({ name, value }) => ({
    id: `again-${name}`,
    name,
    label: labelOf(name, t),
    value,
    fault: errors.find(({ field }) => field === name)?.message ?? null,
  })),
})

/** A part of an address by its name for people; a name that is not ours stays as it was typed. */
const labelOf = (field: string, t: Translate): string =>
  t.words.parameter[field as keyof Messages['parameter']] ?? field

/** What was asked for may be the very fault, so no link of an error page repeats it. */
const NOT_PINNED = { on: false, release: false }
