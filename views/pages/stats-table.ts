import type { StatTable } from '../../complaints/statistics/table.ts'
import { type StatBarsPicture, statBarsOf } from '../charts/stat-bars.ts'
import { address, type PageContext } from '../context.ts'
import { cellText, type Naming, statWord } from '../words/stats.ts'

type Named = { text: string; lang: string | null }

/** One table of the statistics, with its picture and its file. */
export type ShownTable = {
  id: string
  title: string
  rowHead: string
  heads: Named[]
  rows: { name: Named; total: boolean; cells: { text: string; means: string | null }[] }[]
  picture: StatBarsPicture | null
  csv: string
}

export function shownTable(table: StatTable, ctx: PageContext, naming: Naming): ShownTable {
  const { t } = naming
  const { name } = table
  return {
    ...{ id: name, title: t.words.stats[name], rowHead: t.words.stats[`${name}-row`] },
    heads: table.columns.map((code) => statWord(code, naming)),
    rows: table.rows.map((code, n) => ({
      name: statWord(code, naming),
      total: code === 'all',
      cells: table.cells[n]!.map((cell) => cellText(cell, t)),
    })),
    picture: pictureOf(table, naming),
    csv: address(ctx, '/stats.csv', { table: name }),
  }
}

/** Of each row its total, the share in time, the median, or what was ordered back. */
function pictureOf({ name, rows, columns, cells }: StatTable, naming: Naming): StatBarsPicture | null {
  const { t } = naming
  const at = [columns.indexOf('share'), columns.indexOf('all'), 0].find((n) => n >= 0)!
  const bars = rows.flatMap((code, n) => {
    const cell = cells[n]![at]!
    if (code === 'all') return []
    return [{ label: statWord(code, naming).text, value: cellText(cell, t).text, cell }]
  })
  return statBarsOf(`bars-${name}`, t('stats.picture', { title: t.words.stats[name] }), bars)
}
