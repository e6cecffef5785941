import type { CheckBooks } from './books.ts'
import { abolishedItems } from './findings/abolished.ts'
import { aboveFormerRate, besideLumpSum } from './findings/absorbed.ts'
import { arithmetic } from './findings/arithmetic.ts'
import { bundled } from './findings/bundled.ts'
import { missingContents } from './findings/contents.ts'
import { passThrough } from './findings/pass-through.ts'
import { duplicates, sameService, splits } from './findings/repeated.ts'
import type { Invoice } from './invoice.ts'
import type { NameIndex } from './matching.ts'
import type { CheckedLine, Finding } from './verdict.ts'

/** What findings are made of: the bill, its checked lines, and what they were checked against. */
export type Found = {
  invoice: Invoice
  checked: readonly CheckedLine[]
  books: CheckBooks
  names: NameIndex
}

/** 疑点: what else is to be seen on a bill. Each says so only where an ordinary correct bill would not show it. */
export function findingsOf(
  invoice: Invoice,
  checked: readonly CheckedLine[],
  books: CheckBooks,
  names: NameIndex,
): Finding[] {
  const charging = checked.filter(({ line }) => !/^(-|0(\.0*)?$)/.test(line.amount))
  const found = { invoice, checked: charging, books, names }
  return [
    ...abolishedItems(found), //   已取消的项目仍在收费
    ...besideLumpSum(found), //    保安费在包干费之外单列
    ...aboveFormerRate(found), //  超过原标准
    ...passThrough(found), //      代收代付加价
    ...splits(found), //           一项费用拆成几行
    ...duplicates(found), //       同一行收两次
    ...sameService(found), //      同一服务由两个环节各收一次
    ...bundled(found), //          一行捆绑几个项目
    ...arithmetic(found), //       数量乘单价不等于金额
    ...missingContents(found), //  账单应有内容不全
  ]
}
