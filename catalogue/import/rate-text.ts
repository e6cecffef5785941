import { isAmount } from '../amount.ts'
import type { Rate, SingleRate } from '../rate/rate.ts'

type Tiers = Extract<Rate, { form: 'tiered' }>['tiers']
type Steps = Extract<Rate, { form: 'per_period' }>['steps']
type Parts = Extract<Rate, { form: 'sum' }>['parts']

/** `0-40000:0.45; 40000-80000:0.40; 80000-:0.375`: each tier from what it is over, up to and including the next. */
export const tiersText = (tiers: Tiers): string =>
  tiers.map(({ over, amount }, n) => `${over}-${tiers[n + 1]?.over ?? ''}:${amount}`).join('; ')

/** `5-14:8; 15-:16`: from which period to which, the last one open. */
export const stepsText = (steps: Steps): string =>
  steps.map(({ from, amount }, n) => `${from}-${steps[n + 1] ? steps[n + 1]!.from - 1 : ''}:${amount}`).join('; ')

/** `吊装=120; 移位=30~50`; null where a part is of a form that such a text cannot hold. */
export function partsText(parts: Parts): string | null {
  const texts = parts.map(({ name, rate }) => (/[=;；＝]/.test(name) ? null : partText(rate)))
  return texts.includes(null) ? null : parts.map(({ name }, n) => `${name}=${texts[n]}`).join('; ')
}

function partText(rate: SingleRate): string | null {
  if (rate.form === 'fixed') return rate.amount
  if (rate.form === 'range') return `${rate.low}~${rate.high}`
  return rate.form === 'at_cost' ? 'at-cost' : null
}

type Stretch = { from: string; to: string; amount: string }

/** Stretches of numbers, each with its amount; null where the text is not written so. */
function stretchesIn(text: string): Stretch[] | null {
  const parts = plain(text)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = parts.map((part) => /^(\d+(?:\.\d+)?)\s*[-~]\s*(\d+(?:\.\d+)?)?\s*:\s*(\d+(?:\.\d+)?)$/.exec(part))
  if (parts.length === 0 || found.includes(null)) return null
  return found.map((match) => ({ from: tidied(match![1]!), to: tidied(match![2] ?? ''), amount: match![3]! }))
}

/** Full-width signs, long dashes and 、 as people type them. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[–—－至到]/g, '-')
    .replace(/[；、\n]/g, ';')
    .replace(/[～〜]/g, '~')

const tidied = (number: string): string =>
  number
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

/** What is wrong with a text of tiers or parts. */
export type RateFault = { fault: 'tiers-unclear' | 'tiers-gap' | 'parts-unclear'; value: string }
const fault = (of: RateFault['fault'], value: string): RateFault => ({ fault: of, value: value.slice(0, 80) })

/** 分档 from a text. They must join: a gap or an overlap is a fault, and so is a last tier that is closed. */
export function tiersIn(text: string): Tiers | RateFault {
  const stretches = stretchesIn(text)
  if (stretches === null) return fault('tiers-unclear', text)
  const broken = stretches.find(({ to }, n) => to !== (stretches[n + 1]?.from ?? ''))
  if (broken !== undefined) return fault('tiers-gap', `${broken.from}-${broken.to}`)
  return stretches.map(({ from, amount }) => ({ over: from, amount }))
}

/** 阶梯 from a text: the next begins the period after. */
export function stepsIn(text: string): Steps | RateFault {
  const stretches = stretchesIn(text)
  if (stretches === null || stretches.some(({ from }) => !/^\d{1,4}$/.test(from))) return fault('tiers-unclear', text)
  const broken = stretches.find(({ to }, n) => {
    const next = stretches[n + 1]
    return next === undefined ? to !== '' : to === '' || Number(to) + 1 !== Number(next.from)
  })
  if (broken !== undefined) return fault('tiers-gap', `${broken.from}-${broken.to}`)
  return stretches.map(({ from, amount }) => ({ from: Number(from), amount }))
}

/** 分项 from a text. */
export function partsIn(text: string): Parts | RateFault {
  const written = plain(text)
    .split(';')
    .filter((part) => part.trim() !== '')
  const parts = written.map((part) => {
    const cut = part.indexOf('=')
    const rate = cut < 1 ? null : partRate(part.slice(cut + 1).trim())
    return rate === null ? null : { name: part.slice(0, cut).trim(), rate }
  })
  const read = parts.filter((part) => part !== null)
  return read.length === parts.length && read.every(({ name }) => name !== '') ? read : fault('parts-unclear', text)
}

function partRate(text: string): SingleRate | null {
  if (/^(at-cost|实报实销)$/.test(text)) return { form: 'at_cost' }
  const [low = '', high] = text.split('~').map((part) => part.trim())
  if (!isAmount(low)) return null
  if (high === undefined) return { form: 'fixed', amount: low }
  return isAmount(high) ? { form: 'range', low, high } : null
}
