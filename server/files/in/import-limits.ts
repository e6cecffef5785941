import { BILL_LIMITS, type BillLimits } from './limits.ts'

/** A price list as an entity keeps one: the longest real ones have some hundred lines, the limit leaves them room. */
export const IMPORT_LIMITS: BillLimits = {
  ...BILL_LIMITS,
  bytes: 20 * 2 ** 20,
  rows: 20_000,
  cell: 4_000,
  elements: 6_000_000,
  unpacked: 128 * 2 ** 20,
  milliseconds: 30_000,
}
