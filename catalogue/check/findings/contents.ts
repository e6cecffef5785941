import type { Found } from '../findings.ts'
import type { BillField, CheckedLine, Finding } from '../verdict.ts'
import { numbers } from './numbers.ts'

/** 内容不全: what a bill must at least say of itself (`lines` empty) and of each line, and does not. */
export function missingContents({ invoice, checked }: Found): Finding[] {
  const ofBill: BillField[] = [
    ...(invoice.number === undefined ? ['number' as const] : []),
    ...(invoice.seller === undefined && invoice.entity === undefined ? ['seller' as const] : []),
  ]
  const lacking = checked.filter((line) => lacks(line).length > 0)
  const ofLines = Map.groupBy(lacking, (line) => lacks(line).join())
  return [
    ...(ofBill.length > 0 ? [missing([], ofBill)] : []),
    ...[...ofLines.values()].map((lines) => missing(lines, lacks(lines[0]!))),
  ]
}

const missing = (lines: readonly CheckedLine[], fields: readonly BillField[]): Finding => ({
  code: 'missing_contents',
  lines: numbers(lines),
  fields,
})

const lacks = ({ line }: CheckedLine): BillField[] => [
  ...(line.quantity === undefined ? ['quantity' as const] : []),
  ...(line.unit === undefined ? ['unit' as const] : []),
]
