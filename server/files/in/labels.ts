import { readDay } from '../../../catalogue/check/columns/cell.ts'
import { recognise } from '../../../catalogue/check/columns.ts'
import { CreditCode } from '../../../catalogue/codes.ts'
import type { BillFacts } from './bill.ts'

/**
 * 票面信息 written beside its label in or next to a cell (`发票号码：2533…`, `Invoice No. | 17`). Where a page shows buyer
 * and seller side by side, the seller is the one on the right; a name or code whose side is not clear is left out.
 */
export function labelled(rows: readonly (readonly string[])[]): BillFacts {
  const facts: BillFacts = {}
  const { header } = recognise(rows)
  for (const [place, cells] of rows.entries()) {
    if (place === header) continue
    facts.number ??= said(cells, NUMBER)?.replace(/\s/g, '').slice(0, 60)
    facts.charged_on ??= dayIn(said(cells, CHARGED_ON))
    facts.seller ??= (said(cells, SELLER) ?? onTheRight(cells, NAME))?.slice(0, 120)
    facts.seller_code ??= codeIn(said(cells, SELLER_CODE) ?? onTheRight(cells, CODE))
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''))
}

const NUMBER =
  /^(?:发票|账单|帐单|计费单|单据|结算单)\s*(?:号码?|编号)|^(?:invoice|bill|debit note)\s*(?:no\.?|number|#)/i
const CHARGED_ON = /^(?:开票|账单|计费|出账|制单)日期|^(?:invoice|bill|issue)\s*date/i
const SELLER =
  /^(?:销售方|销方|收款单位|收费单位|收费主体|开票单位|开票方|供应商)\s*(?:名称)?|^(?:seller|supplier|vendor|issued by|payee)(?:\s*name)?/i
const SELLER_CODE =
  /^(?:销售方|销方|收款单位|收费单位|开票单位)\s*(?:统一社会信用代码|纳税人识别号|税号)(?:\s*\/\s*纳税人识别号)?/
const NAME = /^名\s*称/
const CODE = /^(?:统一社会信用代码\s*\/?\s*)?(?:纳税人识别号|统一社会信用代码)/

/** What follows a label after a colon, or in the next cell that is filled. */
function said(cells: readonly string[], label: RegExp): string | undefined {
  return all(cells, label)[0]
}

function all(cells: readonly string[], label: RegExp): string[] {
  return cells.flatMap((cell, place) => {
    const found = label.exec(cell)
    if (found === null) return []
    const rest = cell.slice(found[0].length).trim()
    if (/^[:：]\s*\S/.test(rest)) return [rest.slice(1).trim()]
    if (rest !== '' && rest !== ':' && rest !== '：') return []
    const next = cells.slice(place + 1).find((other) => other !== '')
    return next === undefined || /[:：]\s*$/.test(next) ? [] : [next]
  })
}

function onTheRight(cells: readonly string[], label: RegExp): string | undefined {
  const both = all(cells, label)
  return both.length === 2 ? both[1] : undefined
}

function dayIn(text: string | undefined) {
  const read = readDay(text ?? '')
  return 'value' in read ? read.value : undefined
}

const codeIn = (text: string | undefined) => CreditCode.safeParse(text?.replace(/\s/g, '').toUpperCase()).data
