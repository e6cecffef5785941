import { chinaDay } from '../../catalogue/day.ts'
import { allOn, type Reference } from '../../catalogue/reference.ts'
import type { Text } from '../../catalogue/text.ts'
import type { PublicCase } from '../../complaints/publication.ts'
import { CATEGORIES, OUTCOMES } from '../../complaints/words.ts'
import { whoOf } from '../complaints/public-case.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { amountText, dayText, inChinese, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { portName } from '../words/names.ts'
import type { Pager } from '../words/pager.ts'
import { portChoice } from '../words/port-choice.ts'

/** What was asked of the list. */
export type OutcomesAsked = Partial<
  Record<'port' | 'entity' | 'category' | 'item' | 'outcome' | 'year' | 'page', string | undefined>
>

/** A published case in a list. */
export type OutcomeListed = {
  no: string
  content: PublicCase
  office: Text
  published_at: Date
  ordered: string
  confirmed: string
  again: boolean
}

export type OutcomesData = {
  rows: readonly OutcomeListed[]
  total: number
  pages: number
  years: readonly string[]
  asked: OutcomesAsked
  reference: Reference
}

type Option = { value: string; text: string; lang: string | null; selected: boolean }
type Chosen = { name: string; label: string; options: Option[] }

/** One row: who, where, about what, what was found, what was ordered back. */
export type OutcomeRow = {
  no: string
  href: string
  who: Said & { href: string | null }
  port: Said
  category: string
  charges: Said
  outcome: string
  decided: string
  published: string
  ordered: string | null
  again: boolean
}

/** `/cases`: the published cases, by port, entity, category, item, outcome and year. */
export type OutcomesPage = {
  frame: Frame
  filter: { action: string; choices: Chosen[]; clear: string | null }
  rows: OutcomeRow[]
  count: string
  empty: string
  pager: Pager | null
  csv: string
  stats: string
  complain: string
  words: Messages['outcomes']
  common: Messages['common']
}

export function outcomesPage(ctx: PageContext, data: OutcomesData): OutcomesPage {
  const t = translator(ctx.locale)
  const words = t.words.outcomes
  const { page: _, ...filter } = data.asked
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return {
    frame: frame(ctx, { title: words.title, description: words.description, bar: false }),
    filter: {
      action: address(ctx, '/cases'),
      choices: choicesOf(ctx, data, t),
      clear: filtered ? address(ctx, '/cases') : null,
    },
    rows: data.rows.map((row) => outcomeRow(row, data.reference, t)),
    count: t('outcomes.count', { n: data.total }),
    empty: filtered ? words.emptyHere : words.empty,
    pager: pagerFor(ctx, data),
    csv: address(ctx, '/cases.csv', filter),
    stats: address(ctx, '/stats'),
    complain: address(ctx, '/complaints'),
    words,
    common: t.words.common,
  }
}

export function outcomeRow(
  { no, content, published_at, ordered, again }: OutcomeListed,
  ref: Reference,
  t: Translate,
): OutcomeRow {
  const { text, lang, href } = whoOf(content, ref, t)
  const names = [...new Set(content.lines.map(({ name }) => name))]
  return {
    ...{ no, again, href: address(t, `/cases/${no}`), who: { text, lang, href } },
    port: portName(ref, content.port, content.received_on, t.locale),
    category: t.words.caseWords[`category-${content.category}`],
    charges: inChinese(names.join('、'), t.locale),
    outcome: t.words.caseWords[`outcome-${content.outcome}`],
    decided: dayText(content.decided_on, t.locale),
    published: dayText(chinaDay(published_at), t.locale),
    ordered: Number(ordered) === 0 ? null : amountText(ordered),
  }
}

function choicesOf(ctx: PageContext, { asked, years, reference }: OutcomesData, t: Translate): Chosen[] {
  const { outcomes: words, caseWords } = t.words
  const choice = (name: keyof OutcomesAsked, options: Omit<Option, 'selected'>[]): Chosen => ({
    ...{ name, label: words[name as 'port'] },
    options: [{ value: '', text: words.every, lang: null }, ...options].map((one) => ({
      ...one,
      selected: one.value === (asked[name] ?? ''),
    })),
  })
  const plain = (value: string, text: string) => ({ value, text, lang: null })
  const named = (kind: 'entity' | 'item') =>
    allOn(reference, kind, ctx.on).map(({ code, name }) => ({ value: code, ...said(name, ctx.locale) }))
  return [
    { name: 'port', label: words.port, options: portChoice(asked.port ?? null, words.every, ctx, reference) },
    choice('entity', named('entity')),
    choice(
      'category',
      CATEGORIES.map((one) => plain(one, caseWords[`category-${one}`])),
    ),
    choice('item', named('item')),
    choice(
      'outcome',
      OUTCOMES.map((one) => plain(one, caseWords[`outcome-${one}`])),
    ),
    choice(
      'year',
      years.map((year) => plain(year, year)),
    ),
  ]
}

function pagerFor(ctx: PageContext, { pages, asked }: OutcomesData): Pager | null {
  const page = Number(asked.page ?? 1)
  const to = (n: number) => address(ctx, '/cases', { ...asked, page: n === 1 ? undefined : String(n) })
  return pages <= 1 ? null : { previous: page > 1 ? to(page - 1) : null, next: page < pages ? to(page + 1) : null }
}
