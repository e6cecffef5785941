import type { Conditions, NumberRange } from '../../catalogue/facts.ts'

/** 适用条件 in a table's short hand: `trade=foreign cargo_class=dangerous1|reefer loa_m=>180<=220`. */
export const conditionsOf = (when: string, size: string | null): Conditions => ({
  ...Object.fromEntries(when.split(' ').filter(Boolean).map(pair)),
  ...(size === null ? {} : { size: [size] }),
})

function pair(written: string): [string, string[] | NumberRange] {
  const cut = written.indexOf('=')
  const [fact, wanted] = [written.slice(0, cut), written.slice(cut + 1)]
  return [fact, /^[<>]/.test(wanted) ? stretch(wanted) : wanted.split('|')]
}

const EDGES = { '>': 'over', '>=': 'from', '<': 'below', '<=': 'to' } as const

const stretch = (wanted: string): NumberRange =>
  Object.fromEntries([...wanted.matchAll(/([<>]=?)([\d.]+)/g)].map(([, edge, at]) => [EDGES[edge as '<'], at]))
