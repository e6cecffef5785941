import { Decimal } from 'decimal.js'
import type { Amount } from '../../amount.ts'
import type { FeeItemCode } from '../../codes.ts'
import type { Link } from '../../fee-item.ts'
import { on as onDay } from '../../reference.ts'
import type { Found } from '../findings.ts'
import type { CheckedLine, Finding } from '../verdict.ts'

/** 代收代付: who collects official charges for others, and may add nothing to them (2019 and 2022 notices). */
const COLLECTORS: ReadonlySet<Link> = new Set(['forwarder', 'ship_agent', 'customs_broker', 'nvocc', 'carrier'])

/** 代收代付加价: official charges above the official figure, passed on at par by a price that says so, or by a collector. */
export const passThrough = (found: Found): Finding[] =>
  found.checked.flatMap((line) => {
    const official = passedOn(line) ?? collected(line, found)
    if (official === null || !new Decimal(line.line.amount).greaterThan(official.figure)) return []
    const markup = new Decimal(line.line.amount).minus(official.figure).toFixed(2)
    return [
      { code: 'pass_through_markup', lines: [line.n], item: official.item, official: official.figure, markup } as const,
    ]
  })

type Official = { item: FeeItemCode; figure: Amount }

/** A price that is the whole of another item's. */
function passedOn({ standard, expected, verdict }: CheckedLine): Official | null {
  const rate = standard?.payload?.rate
  if (rate?.form !== 'percent_of' || !new Decimal(rate.percent).equals(100)) return null
  return expected === null || verdict === 'match' ? null : { item: rate.item, figure: expected.high }
}

/** An item priced by government on the bill of one who only collects it. */
function collected({ item, on, limit, verdict }: CheckedLine, { books: { entity, head } }: Found): Official | null {
  if (item === null || limit === null || entity === null || verdict === 'match') return null
  const link = onDay(head.reference, 'entity', entity, on)?.link
  const pricing = onDay(head.reference, 'item', item, on)?.pricing
  return link !== undefined && COLLECTORS.has(link) && pricing !== 'market' ? { item, figure: limit } : null
}
