import { on as onDay } from '../../reference.ts'
import type { Found } from '../findings.ts'
import { itemsNamedIn } from '../matching.ts'
import type { Finding } from '../verdict.ts'

/** 捆绑收费: one line that names several items, one of them at a price set by government (订舱费（含港务费）). */
export const bundled = ({ checked, books: { head }, names }: Found): Finding[] =>
  checked.flatMap(({ n, line, on }) => {
    const items = itemsNamedIn(names, line.name, on)
    const set = items.some((item) => onDay(head.reference, 'item', item, on)?.pricing === 'gov_set')
    return items.length > 1 && set ? [{ code: 'bundled', lines: [n], items } as const] : []
  })
