import { normalise, tight } from '../../search/normalise.ts'
import { SIMPLIFIED } from '../../search/traditional.ts'
import { PASSED_ON } from './said-besides.ts'

/** Half-width, small letters, 简体, punctuation kept: what patterns are looked for in. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3400-\u9fff]/g, (char) => SIMPLIFIED.get(char) ?? char)

const INVOICE_CLASS = /^\s*\*[^*]{1,30}\*/
const NUMBERING = /^\s*(?:\(?\d{1,3}[.、)](?!\d)|[一二三四五六七八九十]{1,2}、)\s*/
const NUMBERS_OF_BOXES = /(?<![a-z])[a-z]{4}\s?\d{7}(?!\d)|(?<![a-z0-9])[a-z]{0,6}\d{6,}[a-z0-9]*/g
const PER =
  /(?:\/|每|(?<![a-z])per\s)\s*(?:[箱柜票吨天日次件艘份车]|units?|cntr|container|bl|b\/l|bill|teu|rt|ton|mt)(?![a-z])/g
const WITHOUT = /[([【〔]?(?:不含|不包含|不包括|excl)[^)\]】〕]*[)\]】〕]?/g
const INCLUDING = /[([【〔]\s*(?:含|已含|包含|包括|incl)[^)\]】〕]*[)\]】〕]?/g
const PASSED_ON_AFTER = new RegExp(`^(.*?)[([【〔\\s-]*(${PASSED_ON.join('|')})[)\\]】〕\\s]*$`)

/** A charged name without what surrounds it: the invoice's `*物流辅助服务*`, numbering, box numbers, `/箱`, what is not included. */
export const bare = (name: string): string =>
  plain(name)
    .replace(INVOICE_CLASS, ' ')
    .replace(NUMBERING, ' ')
    .replace(NUMBERS_OF_BOXES, ' ')
    .replace(PER, ' ')
    .replace(WITHOUT, ' ')
    .replace(PASSED_ON_AFTER, '$2$1')

/** 箱号、提单号: the numbers of boxes and papers that a name is printed with. */
export const numbersIn = (name: string): string[] => plain(name).match(NUMBERS_OF_BOXES) ?? []

/** The same without what it says it includes (订舱费（含港务费） is 订舱费). */
export const itself = (bareName: string): string => bareName.replace(INCLUDING, ' ')

/** How names are compared: folded, without spaces. */
export const keyOfName = (text: string): string => tight(normalise(text))
