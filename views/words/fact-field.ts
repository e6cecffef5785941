import type { Part } from '../../catalogue/asked.ts'

/** The field of the calculator in which a missing fact of a part can be said; null where there is none. */
export function fieldOfFact(fact: string, part: Part, item: string): string | null {
  const side = part.kind === 'outward' ? 'out' : 'in'
  if (fact === 'tugs' || fact === 'movements') return `tugs_${side}`
  if (fact === 'night' || fact === 'holiday') return `${fact}_${side}`
  if (fact === 'days') return DAYS[item] ?? 'storage_days'
  return FIELDS.has(fact) ? fact : null
}

const DAYS: Record<string, string> = { 'reefer-plug': 'plug_days', detention: 'detention_days' }
const FIELDS: ReadonlySet<string> = new Set([
  ...['ship_type', 'voyage', 'trade', 'direction', 'use', 'net_tonnage', 'gross_tonnage', 'deadweight', 'distance_nm'],
  ...['loa_m', 'hours', 'box_m3'],
])
