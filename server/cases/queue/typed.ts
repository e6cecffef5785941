import { strictGrams } from '../../../catalogue/search/grams.ts'
import { readQuery } from '../../../catalogue/search/query.ts'
import { figured } from '../../../complaints/normal-text.ts'
import type { CaseKeys } from '../keys.ts'

/** What was typed into the search of the queue: the beginning of a number, somebody's phone or credit code, or words. */
export type Typed =
  | { kind: 'number'; no: string }
  | { kind: 'phone' | 'credit_code'; value: string }
  | { kind: 'words'; words: string }
  | { kind: 'nothing' }

/** Makes out what was typed, full-width or small as it may be. */
export function readTyped(text: string): Typed {
  const bare = text.normalize('NFKC').toUpperCase().replace(/[\s ]/g, '')
  if (/^TS\d/.test(bare)) return { kind: 'number', no: bare }
  const digits = bare.replace(/[^0-9]/g, '')
  if (/^[+0-9()-]+$/.test(bare) && digits.length >= 7 && digits.length <= 15) return { kind: 'phone', value: digits }
  if (/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(bare)) return { kind: 'credit_code', value: bare }
  const query = readQuery(text)
  return query.tight === '' ? { kind: 'nothing' } : { kind: 'words', words: strictGrams(query).map(allOf).join(' | ') }
}

/** A credit code where other words stand around it. */
const CREDIT_CODE = /(?<![0-9A-Z])(?=[A-Z-]*\d)[0-9A-HJ-NPQRTUWXY](?:-?[0-9A-HJ-NPQRTUWXY]){17}(?![0-9A-Z])/i

/** A phone among words: of a mobile whatever stands beside it, of others no letter or figure; whatever is strewn between its figures. */
const STREWN = String.raw`[\s.()/\p{Pd}]*`
const MOBILE = new RegExp(String.raw`(?<!\d)(?:\+?(?:00)?86${STREWN})?1${STREWN}[3-9](?:${STREWN}\d){9}(?!\d)`, 'u')
const PHONE = new RegExp(String.raw`(?<![0-9A-Za-z\p{Pd}])[+(]?\d(?:${STREWN}\d){6,14}(?![0-9A-Za-z])`, 'u')

/** What has as many figures as a phone and is none: a day, a sum with two places, the number of a case. */
const NO_PHONE =
  /\d{4}(?:-\d{1,2}-|\/\d{1,2}\/|\.\d{1,2}\.)\d{1,2}(?!\d)|\d+\.\d{2}(?!\d)|TS\d{8}[\s-]?[0-9A-Z*~$=]{7}(?:-\d)?|TS\d[0-9A-Z*~$=-]*/gi

/** Somebody's phone or credit code, the first that was typed, and the words without any; null where there is none. */
export function somebodyAmong(text: string): { kind: 'phone' | 'credit_code'; value: string; words: string } | null {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
  const read = figured(plain)
  const hidden = read.replace(NO_PHONE, (one) => ' '.repeat(one.length))
  const found = read.match(CREDIT_CODE) ?? hidden.match(MOBILE) ?? hidden.match(PHONE)
  if (found === null) return null
  const bare = found[0].toUpperCase().replace(/[^0-9A-Z]/g, '')
  const words = `${plain.slice(0, found.index)} ${plain.slice(found.index! + found[0].length)}`
  const others = somebodyAmong(words)?.words ?? words
  return { kind: bare.length === 18 ? 'credit_code' : 'phone', value: bare, words: others.replace(/\s+/g, ' ').trim() }
}

/** 盲索引: somebody by phone or credit code, so that neither stands in an address. */
export const personMark = (keys: CaseKeys, kind: 'phone' | 'credit_code', value: string): string =>
  keys.blind(kind, value).toString('base64url')

const allOf = (grams: string[]): string => `(${grams.map((gram) => `'${gram.replace(/['\\]/g, '$&$&')}'`).join(' & ')})`
