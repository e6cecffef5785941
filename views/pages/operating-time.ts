import type { Reference } from '../../catalogue/reference.ts'
import type { Release } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { inForce } from '../../catalogue/validity.ts'
import { type Picture, pictureOf } from '../charts/history.ts'
import { type Frame, frame, link, type PageContext } from '../frame.ts'
import { amountText, inChinese, type Said, said, validityText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { areaName, type BasisWords, basisWords, entityName, portName } from '../words/names.ts'
import { limitInWords } from '../words/subject.ts'
import { type HistoryRow, historyRow } from './fee-history-row.ts'
import { clockWords } from './operating-times.ts'

/** What one operating time's page is made of: everything said of it at every release, and the releases named. */
export type OperatingTimeData = {
  statements: Statement<'operating_time'>[]
  releases: readonly Release[]
  reference: Reference
}

/** `/operating-times/<key>`: one 作业时限标准, and its history on both axes. */
export type OperatingTimePage = {
  frame: Frame
  name: Said
  operation: string
  content: Said
  who: Said & { href: string }
  port: Said & { href: string }
  area: Said | null
  limit: string | null
  validity: string | null
  clock: Said
  posted: Said
  basis: (BasisWords & { href: string })[]
  mark: { word: string; unverified: boolean; source: Said }
  picture: Picture | null
  rows: HistoryRow[]
  all: string
  words: Messages['history']
  times: Messages['times']
  common: Messages['common']
}

export function operatingTimePage(ctx: PageContext, data: OperatingTimeData): OperatingTimePage {
  const t = translator(ctx.locale)
  const { statements, reference } = data
  const now = inForce(atRelease(statements, ctx.release), ctx.on)
  const told = now?.payload ?? statements.findLast(({ payload }) => payload !== null)?.payload
  if (!told) throw new Error('an operating time that says nothing has no page')
  return {
    ...wordsOf(told, ctx, reference, t),
    frame: frame(ctx, headOf(told, ctx, reference, t)),
    limit: now?.payload ? limitInWords(now.payload.limit, t) : null,
    validity: now?.payload ? validityText(now.valid, t) : null,
    ...historyOf(data, ctx, t),
    all: link(ctx, '/operating-times', { port: told.port }),
    words: { ...t.words.history, withdrawn: t.words.times.nothing },
    times: t.words.times,
    common: t.words.common,
  }
}

type Time = Payloads['operating_time']

const atRelease = (statements: readonly Statement<'operating_time'>[], release: number) =>
  statements.filter(({ known }) => known.from <= release && (known.until === null || release < known.until))

function wordsOf(time: Time, ctx: PageContext, ref: Reference, t: Translate) {
  const { on, locale } = ctx
  const { entity, port, area, provenance } = time
  return {
    name: said(time.name, locale),
    operation: t.words.operation[time.operation],
    content: said(time.content, locale),
    who: { ...entityName(ref, entity, on, locale), href: link(ctx, `/entities/${entity}`) },
    port: { ...portName(ref, port, on, locale), href: link(ctx, `/ports/${port}`) },
    area: area === null ? null : areaName(ref, port, area, on, locale),
    clock: clockWords(time, t),
    posted: inChinese(time.posted, locale),
    basis: time.basis.map((basis) => ({
      ...basisWords(ref, basis, on, t),
      href: link(ctx, `/policies/${basis.document}`),
    })),
    mark: {
      word: t.words.mark[provenance.mark],
      unverified: provenance.mark === 'recall',
      source: inChinese(provenance.source, locale),
    },
  }
}

function historyOf({ statements, releases, reference }: OperatingTimeData, ctx: PageContext, t: Translate) {
  const byNumber = new Map(releases.map((release) => [release.seq, release]))
  const name = said(statements[0]?.payload?.name ?? { zh: '', en: null }, ctx.locale).text
  const says = ({ payload }: Statement) => {
    if (payload === null) return { short: t.words.times.nothing, whole: t.words.times.nothing }
    const { limit } = payload as Time
    return { short: `${amountText(limit.hours)} h`, whole: limitInWords(limit, t) }
  }
  const newestFirst = statements.toSorted(
    (a, b) => b.known.from - a.known.from || (a.valid.from < b.valid.from ? -1 : 1),
  )
  return {
    picture: pictureOf(statements, { says, releases: byNumber, ctx, name, t }),
    rows: newestFirst.map((statement) => historyRow(statement, says, byNumber, ctx, reference, t)),
  }
}

const headOf = (time: Time, { on, locale }: PageContext, ref: Reference, t: Translate) => {
  const name = said(time.name, locale).text
  const entity = entityName(ref, time.entity, on, locale).text
  return {
    title: `${name} · ${entity}`,
    description: t('times.timeDescription', {
      name,
      entity,
      port: portName(ref, time.port, on, locale).text,
      says: limitInWords(time.limit, t),
    }),
  }
}
