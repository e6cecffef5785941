import { bare } from './normal-text.ts'

/** A telephone as anybody may write it: with 86 and without, a landline also without its area code. */
export function phoneForms(phone: string): string[] {
  const stored = bare(phone)
  const national = stored.replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$|0?[1-9]\d{8,10}$)/, '')
  const abroad = (number: string) => ['+86', '0086', '86', ''].map((prefix) => `${prefix}${number}`)
  if (/^1[3-9]\d{9}$/.test(national)) return [stored, ...abroad(national)]
  const [, area, local] = /^(?!400|800)0?(10|2\d|[3-9]\d{2})([2-8]\d{6,7})$/.exec(national) ?? []
  if (area === undefined || local === undefined) return [stored, national]
  return [stored, `0${area}${local}`, ...abroad(`${area}${local}`), local]
}

const FORM = /(?:股份有限公司|有限责任公司|有限公司|[\s,]*\b(?:(?:co|company)\b[\s.,]*)?(?:ltd|limited|inc|llc)\.?)$/iu
const PLACE =
  /^(?:中国|(?:北京|天津|上海|重庆)市?|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|(?:宁波|杭州|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水|义乌|余姚|慈溪|苏州|南京|青岛|大连|厦门|深圳|广州)市?|(?:北仑|镇海|海曙|江北|鄞州|奉化|梅山|大榭|浦东)(?:新?区|县)?|宁海县?|象山县?|\p{Script=Han}{2,3}(?:省|市|区|县)|(?:ningbo|zhejiang|shanghai|beilun|hangzhou|china)\b[\s,]*)/iu
const LEAST = 4

/** A company by its name without its legal form (`known`) and, less surely its own, without the place before it (`core`). */
export function companyForms(company: string): { known: string[]; core: string[] } {
  const name = company.normalize('NFKC').trim()
  const short = name.replace(FORM, '').replace(/[\s,]+$/, '')
  let core = short
  while (PLACE.test(core)) core = core.replace(PLACE, '')
  core = core.replace(/^\(\p{Script=Han}{2,4}\)|\(\p{Script=Han}{2,4}\)$/gu, '')
  const enough = (text: string) => [...bare(text)].length >= LEAST
  const known = [name, ...[short].filter(enough)]
  return { known, core: core === short || !enough(core) ? [] : [`${core}${name.slice(short.length)}`, core] }
}
