import { CUTS, type Cut } from '../../complaints/statistics/cuts.ts'
import { CUT_TABLES, type CutTable, type StatTable } from '../../complaints/statistics/table.ts'
import { type StatBarsPicture, statBarsOf } from '../charts/stat-bars.ts'
import { type StatStacksPicture, statStacksOf } from '../charts/stat-stacks.ts'
import { address, type PageContext } from '../context.ts'
import { cellText, type Naming, statWord } from '../words/stats.ts'

type Named = { text: string; lang: string | null }

/** By what each table that can be cut is to be cut; by port where nobody has chosen. */
export type ChosenCuts = Partial<Record<CutTable, Cut>>

/** One table of the statistics, with its picture and its file, and the other cuts of it. */
export type ShownTable = {
  id: string
  /** What it is called among the contents, by whatever it is cut. */
  name: string
  title: string
  cuts: { label: string; choices: { text: string; href: string; current: boolean }[] } | null
  note: string | null
  rowHead: string
  heads: Named[]
  rows: { name: Named; total: boolean; cells: { text: string; means: string | null }[] }[]
  bars: StatBarsPicture | null
  stacks: StatStacksPicture | null
  csv: string
}

/** The tables of the page in its order: of those that can be cut the one that was chosen. */
export const tablesShown = (tables: readonly StatTable[], chosen: ChosenCuts): StatTable[] =>
  [
    'month-track',
    'category-port',
    cutOf('outcomes', chosen),
    cutOf('clocks', chosen),
    'stages',
    cutOf('refunds', chosen),
  ].flatMap((name) => tables.find((table) => table.name === name) ?? [])

const cutOf = <T extends CutTable>(table: T, chosen: ChosenCuts) => `${table}-${chosen[table] ?? CUTS[0]}` as const

export function shownTable(table: StatTable, chosen: ChosenCuts, ctx: PageContext, naming: Naming): ShownTable {
  const { t } = naming
  const words = t.words.stats
  const of = CUT_TABLES.find((one) => table.name.startsWith(`${one}-`))
  const id = of ?? (table.name as 'stages')
  const by = of === undefined ? null : (table.name.slice(of.length + 1) as Cut)
  const title = by === null ? words[id] : t('stats.cut', { title: words[id], by: words[`by-${by}`] })
  return {
    ...{ id, name: words[id], title },
    cuts: of === undefined ? null : cutsOf(of, chosen, ctx, naming),
    note: of === 'clocks' ? words.clocksNote : null,
    rowHead: by === null ? words[`${id}-row` as 'stages-row'] : words[`${by}-row`],
    heads: table.columns.map((code) => statWord(code, naming)),
    rows: table.rows.map((code, n) => ({
      name: statWord(code, naming),
      total: code === 'all',
      cells: table.cells[n]!.map((cell) => cellText(cell, t)),
    })),
    bars: of === 'outcomes' ? null : barsOf(table, title, naming),
    stacks: of === 'outcomes' ? stacksOf(table, title, naming) : null,
    csv: address(ctx, '/stats.csv', { table: table.name }),
  }
}

/** 分组方式: one link a cut; the others stay as they are. */
function cutsOf(of: CutTable, chosen: ChosenCuts, ctx: PageContext, { t }: Naming): ShownTable['cuts'] {
  const words = t.words.stats
  return {
    label: t('stats.cuts', { title: words[of] }),
    choices: CUTS.map((cut) => ({
      text: words[`by-${cut}`],
      href: `${address(ctx, '/stats', { ...chosen, [of]: cut })}#${of}`,
      current: cut === (chosen[of] ?? CUTS[0]),
    })),
  }
}

/** Of each row its total, the share in time of all limits, the median, or what was ordered back. */
function barsOf({ name, rows, columns, cells }: StatTable, title: string, naming: Naming): StatBarsPicture | null {
  const { t } = naming
  const at = [columns.indexOf('every'), columns.indexOf('all'), 0].find((n) => n >= 0)!
  const bars = rows.flatMap((code, n) => {
    const cell = cells[n]![at]!
    if (code === 'all') return []
    return [{ label: statWord(code, naming).text, value: cellText(cell, t).text, cell }]
  })
  return statBarsOf(`bars-${name}`, t('stats.picture', { title }), bars, columns[at] === 'every' ? 100 : undefined)
}

/** Each row with its total, and how it falls into the columns. */
function stacksOf({ name, rows, columns, cells }: StatTable, title: string, naming: Naming): StatStacksPicture | null {
  const { t } = naming
  const stacks = rows.flatMap((code, n) => {
    const total = cells[n]!.at(-1)!
    if (code === 'all') return []
    const value = cellText(total, t).text
    return [{ label: statWord(code, naming).text, value, cells: cells[n]!.slice(0, -1), total }]
  })
  const key = {
    columns: columns.slice(0, -1).map((code) => statWord(code, naming).text),
    hatched: t.words.stats.hatched,
  }
  return statStacksOf(`bars-${name}`, t('stats.picture', { title }), stacks, key)
}
