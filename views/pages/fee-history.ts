import type { Reference } from '../../catalogue/reference.ts'
import type { Release } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { type Picture, pictureOf } from '../charts/history.ts'
import { type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { itemName } from '../words/names.ts'
import { rateInWords } from '../words/rate.ts'
import { scopeWords } from '../words/scope.ts'
import { type HistoryRow, historyRow } from './fee-history-row.ts'

/**
 * What a history is made of: every statement of one subject, the item itself or one line of it, at every release;
 * the lines to choose from, and how many the item has; and the releases that the statements name.
 */
export type FeeHistoryData = {
  code: string
  chosen: string
  statements: Statement<'item'>[] | Statement<'standard'>[]
  lines: { key: string; last: Payloads['standard'] }[]
  total: number
  releases: readonly Release[]
  reference: Reference
}

type Group = { label: string; options: { value: string; text: string; selected: boolean }[] }

/** `/fees/:code/history`: everything ever said of one line, on both axes, as a picture and as a table. */
export type FeeHistoryPage = {
  frame: Frame
  title: string
  name: Said
  item: string
  subject: string
  chooser: { action: string; kept: { name: string; value: string }[]; groups: Group[]; code: string; itself: boolean }
  cut: string | null
  picture: Picture | null
  rows: HistoryRow[]
  words: Messages['history']
  common: Messages['common']
}

export function feeHistoryPage(ctx: PageContext, data: FeeHistoryData): FeeHistoryPage {
  const t = translator(ctx.locale)
  const { code, chosen, reference } = data
  const name = itemName(reference, code, ctx.on, ctx.locale)
  const title = t('history.title', { name: name.text })
  const subject = subjectOf(data, ctx, t)
  const says = saying(ctx, reference, t)
  const releases = new Map(data.releases.map((release) => [release.seq, release]))
  return {
    frame: frame(ctx, {
      title,
      description: t('history.description', { name: name.text }),
      ...(chosen === code ? {} : { robots: 'noindex' }),
    }),
    title,
    name,
    item: link(ctx, `/fees/${code}`),
    subject,
    chooser: chooserOf(data, ctx, t),
    cut: data.total > data.lines.length ? t('history.cut', { n: data.lines.length, total: data.total }) : null,
    picture: pictureOf(data.statements, { says, releases, ctx, name: `${name.text} ${subject}`, t }),
    rows: newestFirst(data.statements).map((statement) => historyRow(statement, says, releases, ctx, reference, t)),
    words: t.words.history,
    common: t.words.common,
  }
}

/** What one statement says, in a few words: the price, or what the item was called and how it was priced. */
export type Says = (statement: Statement) => { short: string; whole: string }

const saying =
  (ctx: PageContext, ref: Reference, t: Translate): Says =>
  ({ kind, payload }) => {
    if (payload === null) return { short: t.words.history.nothing, whole: t.words.history.nothing }
    if (kind === 'standard') {
      const nameOf = (code: string) => itemName(ref, code, ctx.on, ctx.locale).text
      const { price, main } = rateInWords(payload as Payloads['standard'], t, nameOf)
      return { short: price, whole: main }
    }
    const { name, pricing } = payload as Payloads['item']
    const short = t.words.pricing[pricing]
    return { short, whole: `${said(name, ctx.locale).text} · ${short}` }
  }

const newestFirst = (statements: readonly Statement[]): Statement[] =>
  statements.toSorted((a, b) => b.known.from - a.known.from || (a.valid.from < b.valid.from ? -1 : 1))

function subjectOf({ chosen, lines, reference }: FeeHistoryData, ctx: PageContext, t: Translate): string {
  const line = lines.find(({ key }) => key === chosen)
  return line ? scopeWords(line.last, ctx, reference, t) : t.words.history.ofItem
}

function chooserOf({ code, chosen, lines, reference }: FeeHistoryData, ctx: PageContext, t: Translate) {
  const option = ({ key, last }: FeeHistoryData['lines'][number]) => ({
    value: key,
    text: scopeWords(last, ctx, reference, t),
    selected: key === chosen,
  })
  const group = (label: string, of: FeeHistoryData['lines']): Group[] =>
    of.length === 0 ? [] : [{ label, options: of.map(option) }]
  return {
    action: link({ ...ctx, pinned: { on: false, release: false } }, `/fees/${code}/history`),
    kept: [
      ...(ctx.pinned.on ? [{ name: 'on', value: ctx.on as string }] : []),
      ...(ctx.pinned.release ? [{ name: 'release', value: String(ctx.release) }] : []),
    ],
    code,
    itself: chosen === code,
    groups: [
      ...group(
        t.words.history.government,
        lines.filter(({ last }) => last.entity === null),
      ),
      ...group(
        t.words.history.posted,
        lines.filter(({ last }) => last.entity !== null),
      ),
    ],
  }
}
