import { Decimal } from 'decimal.js'
import type { FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import { on as onDay, type Reference } from '../../reference.ts'
import { inForce } from '../../validity.ts'
import type { Found } from '../findings.ts'
import type { CheckedLine, Finding } from '../verdict.ts'
import { numbers } from './numbers.ts'

/**
 * 包干费之外单列: lines of an item that has become a capped sub-item of another (保安费 in 港口作业包干费 since
 * 2022-04-01), alone or beside lines of that lump sum; which it is stands in the lineage.
 */
export function besideLumpSum({ checked, books: { head } }: Found): Finding[] {
  const absorbed = absorbedAmong(checked, head.reference)
  return [...Map.groupBy(absorbed, ({ line }) => line.item!)].map(([item, own]) => {
    const { into, since } = own[0]!
    const beside = checked.filter((line) => line.item !== item && belongs(line, into, head.reference))
    const lines = own.map(({ line }) => line)
    return {
      code: 'security_beside_lumpsum',
      lines: numbers([...lines, ...beside].toSorted((a, b) => a.n - b.n)),
      own: numbers(lines),
      item,
      since,
    }
  })
}

/** 超过原标准: lines of such an item above its former rate, which is its ceiling now. */
export function aboveFormerRate({ checked, books: { head } }: Found): Finding[] {
  return absorbedAmong(checked, head.reference)
    .filter(({ line }) => line.limit !== null && new Decimal(line.line.amount).greaterThan(line.limit))
    .filter(({ line }) => line.verdict === 'overcharged' || line.verdict === 'superseded_rate')
    .map(({ line }) => ({ code: 'above_former_rate', lines: [line.n], ceiling: line.limit! }))
}

type Absorbed = { line: CheckedLine; into: FeeItemCode; since: Day }

const absorbedAmong = (checked: readonly CheckedLine[], reference: Reference): Absorbed[] =>
  checked.flatMap((line) => {
    const became = line.item === null ? null : absorbedOn(line.item, line.on, reference)
    return became === null ? [] : [{ line, ...became }]
  })

/** What a capped sub-item belongs to on a day, and since when. */
function absorbedOn(item: FeeItemCode, on: Day, reference: Reference): Omit<Absorbed, 'line'> | null {
  for (const versions of reference.of.lineage.values()) {
    const said = inForce(versions, on)
    if (said?.payload?.from === item && said.payload.kind === 'absorbed_as_subitem' && said.payload.ceiling)
      return { into: said.payload.to, since: said.valid.from }
  }
  return null
}

const belongs = ({ item, on }: CheckedLine, into: FeeItemCode, reference: Reference): boolean =>
  item !== null && (item === into || onDay(reference, 'item', item, on)?.parent === into)
