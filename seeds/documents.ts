import { addDays, day } from '../catalogue/day.ts'
import type { Document } from '../catalogue/document.ts'
import { type Line, say } from '../catalogue/release.ts'
import type { Why } from '../catalogue/statement.ts'
import { GOVERNMENT_DOCUMENTS } from './documents/government.ts'
import { LAW_DOCUMENTS } from './documents/law.ts'
import { TARIFF_DOCUMENTS } from './documents/tariff.ts'
import { from } from './seed.ts'

/** Every document behind the national fees, as it is first published. */
export const DOCUMENTS: readonly Document[] = [...TARIFF_DOCUMENTS, ...GOVERNMENT_DOCUMENTS, ...LAW_DOCUMENTS]

/** A document by its code; throws on a code that no document has. */
export function documentOf(code: string): Document {
  const found = DOCUMENTS.find((document) => document.code === code)
  if (!found) throw new Error(`no document ${code}`)
  return found
}

/** Publishes documents in a release of that day; each is known from the earliest day it bears, if that is earlier. */
export const publishDocuments = (on: string, because: Why, ...codes: string[]): Line[] =>
  codes.map((code) => {
    const document = documentOf(code)
    return say('document', document, from([firstDay(document), on].toSorted()[0]!), because)
  })

/** 失效: a document already published stops being in force; `last` is its last day. */
export const endDocument = (because: Why, code: string, last: string): Line =>
  say('document', { ...documentOf(code), ended: day(last) }, from(addDays(day(last), 1)), because, 'revise')

const firstDay = ({ issued, effective, number }: Document): string =>
  issued ?? effective ?? `${number?.match(/〔(\d{4})〕/)?.[1] ?? '2001'}-01-01`
