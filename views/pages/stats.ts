import { addDays, chinaDay } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { OffList } from '../../complaints/statistics/off-list.ts'
import type { Statistics } from '../../complaints/statistics.ts'
import { address, type PageContext } from '../context.ts'
import { type Frame, frame } from '../frame.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'
import { cellText, type Naming, statWord } from '../words/stats.ts'
import { type ChosenCuts, type ShownTable, shownTable, tablesShown } from './stats-table.ts'

/** A snapshot of the statistics, the names of its codes, and by what the reader wants it cut. */
export type StatsData = {
  snapshot: { at: Date; report: Omit<Statistics, 'form'> } | null
  reference: Reference
  chosen: ChosenCuts
}

type RadarRow = { name: string; n: string; ports: string; months: string }

/** `/stats`: what was counted last night, each picture with its table and file, and the charges on no list. */
export type StatsPage = {
  frame: Frame
  made: string | null
  stale: string | null
  empty: string | null
  tables: ShownTable[]
  radar: { rows: RadarRow[]; csv: string } | null
  lang: string | null
  words: Messages['stats']
}

export function statsPage(ctx: PageContext, { snapshot, reference, chosen }: StatsData): StatsPage {
  const t = translator(ctx.locale)
  const words = t.words.stats
  const naming = { reference, on: ctx.on, t }
  const counted = snapshot !== null && snapshot.report.cases !== null
  return {
    frame: frame(ctx, { title: words.title, description: words.description, bar: false }),
    made: snapshot && madeText(snapshot, t),
    stale: snapshot && chinaDay(snapshot.at) < addDays(ctx.on, -1) ? words.stale : null,
    empty: snapshot === null ? words.none : counted ? null : words.tooFew,
    tables: tablesShown(snapshot?.report.tables ?? [], chosen).map((one) => shownTable(one, chosen, ctx, naming)),
    radar: counted
      ? {
          rows: snapshot.report.offList.map((one) => radarRow(one, naming)),
          csv: address(ctx, '/stats/radar.csv'),
        }
      : null,
    lang: ctx.locale === 'en' ? 'zh-CN' : null,
    words,
  }
}

const madeText = ({ at, report }: NonNullable<StatsData['snapshot']>, t: Translate): string =>
  report.cases === null
    ? t('stats.madeFew', { at: momentText(at, t.locale) })
    : t('stats.made', { at: momentText(at, t.locale), n: report.cases })

/** A name with its filings in all, by port and by month. */
function radarRow({ name, rows, columns, cells }: OffList, naming: Naming): RadarRow {
  const { t } = naming
  const last = cells.at(-1)!
  const said = (code: string, cell: (typeof last)[number]) => `${statWord(code, naming).text} ${cellText(cell, t).text}`
  return {
    name,
    n: cellText(last.at(-1)!, t).text,
    ports: rows
      .slice(0, -1)
      .map((code, n) => said(code, cells[n]!.at(-1)!))
      .join(' · '),
    months: columns
      .slice(0, -1)
      .map((code, n) => said(code, last[n]!))
      .join(' · '),
  }
}
