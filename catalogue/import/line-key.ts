import type { Conditions, NumberRange } from '../facts.ts'
import { FACT_COLUMNS } from './conditions-text.ts'

/** 细目代码 made from conditions: `foreign-laden-20`, `net-tonnage-over-1000-to-3000`, `base` where there are none. */
export function lineKeyOf(conditions: Conditions): string {
  const { size, ...others } = conditions
  const facts = Object.keys(others).toSorted((a, b) => place(a) - place(b))
  const words = [
    ...facts.map((fact) => wordOf(fact, others[fact]!)),
    ...(size === undefined ? [] : [wordOf('size', size)]),
  ]
  const key = words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return key === '' ? 'base' : key.slice(0, 80).replace(/-+$/, '')
}

const place = (fact: string): number => {
  const at = (FACT_COLUMNS as string[]).indexOf(fact)
  return at < 0 ? FACT_COLUMNS.length : at
}

function wordOf(fact: string, wanted: readonly string[] | NumberRange): string {
  if (!isList(wanted)) return [fact, ...Object.entries(wanted).flat()].join('-')
  if (wanted.length === 1 && wanted[0] === 'true') return fact
  if (wanted.length === 1 && wanted[0] === 'false') return `not-${fact}`
  return wanted.join('-')
}

const isList = (wanted: readonly string[] | NumberRange): wanted is readonly string[] => Array.isArray(wanted)
