import type { Severity } from '../../catalogue/lint/rule.ts'
import type { Translate } from '../locale/locale.ts'
import { tenth } from './scale.ts'

/** How often one rule found something, by how bad it is. */
export type RuleCount = { rule: string; name: string; by: Record<Severity, number> }

/** 问题数图: every rule that found something as a bar, in parts by severity; across in percent, down in pixels. */
export type RuleCountsPicture = {
  height: number
  title: string
  says: string
  bars: { label: string; n: number; text: number; top: number; parts: Part[] }[]
}
type Part = { x: string; width: string; fill: string; stroke: string; says: string }

/** The picture of what was found; null where nothing was. */
export function ruleCountsOf(counts: readonly RuleCount[], t: Translate): RuleCountsPicture | null {
  const bars = counts.map((count) => ({ count, n: totalOf(count) })).toSorted((a, b) => b.n - a.n)
  const [most] = bars
  if (!most) return null
  return {
    height: bars.length * BAND + 4,
    title: t.words.quality.picture,
    says: t('quality.pictureSays', { n: bars.length, rule: labelOf(most.count), most: most.n }),
    bars: bars.map(({ count, n }, at) => ({
      ...{ label: labelOf(count), n, text: at * BAND + 14, top: at * BAND + 20 },
      parts: partsOf(count, most.n, t),
    })),
  }
}

const BAND = 44
const SEVERITIES = ['error', 'warning', 'note'] as const
const PAINT = {
  error: { fill: '#A6271C', stroke: '#A6271C' },
  warning: { fill: 'url(#quality-warning)', stroke: '#7A4F00' },
  note: { fill: '#FFFFFF', stroke: '#52606D' },
} as const

const totalOf = ({ by }: RuleCount): number => by.error + by.warning + by.note
const labelOf = ({ rule, name }: RuleCount): string => `${rule} ${name}`

function partsOf({ by }: RuleCount, most: number, t: Translate): Part[] {
  let from = 0
  return SEVERITIES.filter((severity) => by[severity] > 0).map((severity) => {
    const share = (by[severity] / most) * 99
    const part = { x: `${tenth(from)}%`, width: `${tenth(share)}%`, ...PAINT[severity] }
    from += share
    return { ...part, says: `${t.words.lint[severity]} ${by[severity]}` }
  })
}
