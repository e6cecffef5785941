import { strictGrams } from '../../../catalogue/search/grams.ts'
import { readQuery } from '../../../catalogue/search/query.ts'
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

/** A phone of a person or an office, or a credit code, where other words stand around it. */
const SOMEBODY =
  /(?<![0-9A-Z])(?:(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8}|(?=[A-Z]*\d)[0-9A-HJ-NPQRTUWXY]{18})(?![0-9A-Z])/gi

/** Somebody's phone or credit code, typed alone or among words, and the words without it; null where there is none. */
export function somebodyAmong(text: string): { kind: 'phone' | 'credit_code'; value: string; words: string } | null {
  const plain = text.normalize('NFKC')
  const whole = readTyped(plain)
  const alone = whole.kind === 'phone' || whole.kind === 'credit_code'
  const typed = alone ? whole : readTyped(plain.match(SOMEBODY)?.[0] ?? '')
  if (typed.kind !== 'phone' && typed.kind !== 'credit_code') return null
  return { ...typed, words: alone ? '' : plain.replaceAll(SOMEBODY, ' ').replaceAll(/\s+/g, ' ').trim() }
}

/** 盲索引: somebody by phone or credit code, so that neither stands in an address. */
export const personMark = (keys: CaseKeys, kind: 'phone' | 'credit_code', value: string): string =>
  keys.blind(kind, value).toString('base64url')

const allOf = (grams: string[]): string => `(${grams.map((gram) => `'${gram.replace(/['\\]/g, '$&$&')}'`).join(' & ')})`
