import type { CheckedLine } from '../../catalogue/check/verdict.ts'
import type { Translate } from '../locale/locale.ts'
import { differenceText } from '../words/checked-line.ts'
import { tenth } from './scale.ts'

/** The most bars of one picture. */
export const MOST_BARS = 40

/**
 * 差额图: every line that differs from what is published as a bar, over to the right, under to the left, the largest
 * first. Places across are percentages, so that the text keeps its size on a telephone; places down are pixels.
 */
export type DifferencesPicture = {
  height: number
  title: string
  says: string
  left: string
  right: string
  bars: Bar[]
  rest: string
}

/** One line: its number and name above, its difference at the end, and the bar with its word on the other side of zero. */
export type Bar = {
  label: string
  value: string
  word: string
  whole: string
  x: string
  width: string
  y: { text: number; bar: number; word: number; from: number; to: number }
  fill: string
  stroke: string
  wordX: string
  dx: number
  anchor: 'start' | 'end'
}

/** The picture of the lines of a check; null where none differs. */
export function differencesOf(lines: readonly CheckedLine[], t: Translate): DifferencesPicture | null {
  const differing = lines.flatMap((line) => (line.difference === null ? [] : [{ line, by: line.difference }]))
  const other = differing.filter(({ by }) => Number(by) !== 0).sort(largestFirst)
  const shown = other.slice(0, MOST_BARS)
  const most = Math.abs(Number(shown[0]?.by ?? 0))
  if (most === 0) return null
  const over = other.filter(({ by }) => Number(by) > 0).length
  const words = t.words.differences
  return {
    height: TOP + shown.length * BAND,
    title: words.title,
    says: t('differences.says', { over, under: other.length - over, most: wholeOf(shown[0]!, t) }),
    left: words.under,
    right: words.over,
    bars: shown.map((one, n) => barOf(one, n, most, t)),
    rest: other.length > MOST_BARS ? t('differences.rest', { n: MOST_BARS, rest: other.length - MOST_BARS }) : '',
  }
}

type Differing = { line: CheckedLine; by: string }

const TOP = 24
const BAND = 52

const largestFirst = (a: Differing, b: Differing): number =>
  Math.abs(Number(b.by)) - Math.abs(Number(a.by)) || a.line.n - b.line.n

function barOf(one: Differing, n: number, most: number, t: Translate): Bar {
  const over = Number(one.by) > 0
  const width = Math.max(0.5, tenth((Math.abs(Number(one.by)) / most) * HALF))
  const top = TOP + n * BAND
  return {
    label: shortened(`${one.line.n} ${one.line.line.name}`),
    value: differenceText(one.by),
    word: over ? t.words.differences.above : t.words.differences.below,
    whole: wholeOf(one, t),
    x: `${over ? 50 : tenth(50 - width)}%`,
    width: `${width}%`,
    y: { text: top + 16, bar: top + 24, word: top + 38, from: top + 20, to: top + 46 },
    ...(over ? OVER : UNDER),
  }
}

/** Half the picture, less a little room at its edge. */
const HALF = 49.5

const OVER = { fill: 'url(#differences-over)', stroke: '#A6271C', wordX: '50%', dx: -8, anchor: 'end' } as const
const UNDER = { fill: 'url(#differences-under)', stroke: '#1E6B4A', wordX: '50%', dx: 8, anchor: 'start' } as const

const wholeOf = ({ line, by }: Differing, t: Translate): string =>
  t('differences.whole', { n: String(line.n), name: line.line.name, difference: differenceText(by) })

/** As much of a name as stands beside its figure on a narrow telephone; the whole is in the title of the bar. */
function shortened(text: string): string {
  let room = 26
  let end = 0
  for (const char of text) {
    room -= char > '⺀' ? 2 : 1
    if (room < 0) return `${text.slice(0, end).trimEnd()}…`
    end += char.length
  }
  return text
}
