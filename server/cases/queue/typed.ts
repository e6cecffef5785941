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

/** 盲索引: somebody by phone or credit code, so that neither stands in an address. */
export const personMark = (keys: CaseKeys, kind: 'phone' | 'credit_code', value: string): string =>
  keys.blind(kind, value).toString('base64url')

const allOf = (grams: string[]): string => `(${grams.map((gram) => `'${gram.replace(/['\\]/g, '$&$&')}'`).join(' & ')})`
