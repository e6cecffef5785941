import type { LineFault } from '../release.ts'
import type { Hit } from './hit.ts'
import type { Linted } from './rule.ts'

type Family = 'days' | 'twice' | 'tiers' | 'amount' | 'currency' | 'unit' | 'basis' | 'shown'

/** Faults that keep a line from being published at all, as findings of the rule whose matter they are. */
export const faultsAbout = ({ faults }: Linted, family: Family): Hit[] =>
  faults
    .filter((fault) => familyOf(fault) === family)
    .map(({ n, field, code }) => ({ about: [], lines: [n], field, case: 'fault', values: { field, code } }))

function familyOf({ field, code }: LineFault): Family {
  if (code === 'said-twice') return 'twice'
  if (/^(valid|from|until)$/.test(field)) return 'days'
  if (/^(first-|tiers-|steps-|range-)/.test(code) || /(^|\.)(over|from|free|tiers|steps)$/.test(field)) return 'tiers'
  if (code === 'not-an-amount') return 'amount'
  if (/(^|\.)currency$/.test(field)) return 'currency'
  if (/^(unit|terms)\b/.test(field)) return 'unit'
  return /^basis\b/.test(field) ? 'basis' : 'shown'
}
