import type { Found } from '../findings.ts'
import type { CheckedLine, Finding } from '../verdict.ts'
import { numbers } from './numbers.ts'

/** 已取消仍收费: lines of each abolished item that is still charged (价格违法行为行政处罚规定 art. 9(7)). */
export function abolishedItems({ checked }: Found): Finding[] {
  const ended = checked.filter(({ verdict }) => verdict === 'abolished')
  return [...Map.groupBy(ended, ({ item }) => item!)].map(([item, lines]) => ({
    code: 'abolished_item',
    lines: numbers(lines),
    item,
    ended_on: endOf(lines[0]!),
  }))
}

function endOf({ reason, on }: CheckedLine) {
  return reason.code === 'ended' ? reason.ended_on : on
}
