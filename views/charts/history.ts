import type { Day } from '../../catalogue/day.ts'
import type { Release } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { fixed } from '../bar.ts'
import type { PageContext } from '../context.ts'
import { instantText, validityText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { Says } from '../pages/fee-history.ts'
import { type BoxText, paintOf, textOf } from './paint.ts'
import { type DayScale, dayScale, roomAfter, tenth } from './scale.ts'

/**
 * Two axes as a picture: the days a price applies from left to right, the releases of the portal downwards, and every
 * statement a rectangle over both. A row of it, read across, is what the portal said at that release.
 */
export type Picture = {
  width: number
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  title: string
  says: string
  ticks: { x: number; text: string }[]
  bands: { y: number; label: number; text: string; day: string }[]
  boxes: Box[]
  now: { x: number; text: string; anchor: string } | null
}
type Box = {
  x: number
  y: number
  width: number
  height: number
  fill: string
  stroke: string
  line: number
  title: string
  text: BoxText | null
}

type Setting = {
  says: Says
  releases: ReadonlyMap<number, Release>
  ctx: PageContext
  name: string
  t: Translate
}

const WIDTH = 1040
const PLOT = { left: 132, right: WIDTH - 12, top: 34 }
const BAND = 48

/** The picture of all statements of one subject; null when there are none. */
export function pictureOf(statements: readonly Statement[], setting: Setting): Picture | null {
  if (statements.length === 0) return null
  const { ctx, name, releases, t } = setting
  const told = [
    ...new Set(
      statements.flatMap(({ known }) => [
        known.from,
        ...((known.until ?? known.from) === known.from ? [] : [known.until!]),
      ]),
    ),
  ].sort((a, b) => a - b)
  const days = daysOf(statements, ctx.today)
  const scale = dayScale(days.first, days.last, PLOT.left, PLOT.right)
  const bottom = PLOT.top + told.length * BAND
  return {
    width: WIDTH,
    height: bottom + 26,
    plot: { ...PLOT, bottom },
    title: t('history.picture', { name }),
    says: t('history.pictureSays', { n: statements.length, releases: told.length }),
    ticks: scale.ticks,
    bands: told.map((seq, n) => bandOf(seq, n, releases.get(seq), ctx, t)),
    boxes: statements.map((statement) => boxOf(statement, told, scale, setting)),
    now: nowOf(scale, ctx, t),
  }
}

function daysOf(statements: readonly Statement[], today: Day): { first: Day; last: Day } {
  const ends = statements.flatMap(({ valid }) => (valid.until === null ? [valid.from] : [valid.from, valid.until]))
  const days = [...ends, today].toSorted()
  return { first: days[0]!, last: roomAfter(days[0]!, days.at(-1)!) }
}

const bandOf = (seq: number, n: number, release: Release | undefined, { locale }: PageContext, t: Translate) => ({
  y: PLOT.top + n * BAND,
  label: PLOT.top + n * BAND + 20,
  text: t('common.nth', { release: String(seq) }),
  day: release ? instantText(release.publishedAt, locale) : '',
})

function boxOf(statement: Statement, told: number[], scale: DayScale, { says, t }: Setting): Box {
  const { valid, known } = statement
  const top = PLOT.top + told.indexOf(known.from) * BAND
  const end = PLOT.top + (known.until === null ? told.length : told.indexOf(known.until)) * BAND
  const x = scale.x(valid.from) + 1.5
  const width = Math.max(3, tenth((valid.until === null ? PLOT.right : scale.x(valid.until)) - x - 1.5))
  const words = says(statement)
  const paint = paintOf(statement)
  return {
    ...{ x, width, y: top + 3, height: end - top - 6 },
    ...{ fill: paint.fill, stroke: paint.stroke, line: paint.line },
    title: `${words.whole}${t.words.common.comma}${validityText(valid, t)}`,
    text: textOf(words, x, width, top, paint),
  }
}

function nowOf(scale: DayScale, ctx: PageContext, t: Translate): Picture['now'] {
  const { on, today } = ctx
  const x = scale.x(on)
  const text = on === today && !fixed(ctx) ? t.words.history.today : t.words.history.chosen
  return { x, text, anchor: x > PLOT.right - 60 ? 'end' : 'middle' }
}
