import type { ImportReading } from '../../catalogue/import/reading.ts'
import type { Line } from '../../catalogue/release.ts'
import { dayText, said } from '../locale/format.ts'
import { type Locale, type Translate, translator } from '../locale/locale.ts'
import type { ImportTold } from '../words/import-row.ts'
import { type Field, fieldOf } from './check-field.ts'
import { faultOf, type ImportFault } from './staff-import-form.ts'

/** What stands in the way of a draft. */
export type Stands = 'errors' | 'asks' | 'nothing' | 'said-twice'

/** The words for the draft to be; or why there cannot be one yet. */
export type ApplyForm = { stands: string | null; refused: boolean; lead: string; fields: Field[] }

type Read = { reading: ImportReading; answers: ReadonlyMap<string, boolean>; chosen: readonly Line[] }
type Sent = { values: Record<string, string>; faults: readonly ImportFault[]; refused: Stands | null }

/** What keeps a reading from becoming a draft; null when nothing does. */
export function standsAgainst({ reading, answers, chosen }: Read): Stands | null {
  if (reading.problems.some(({ severity }) => severity === 'error')) return 'errors'
  if (reading.asks.some(({ id }) => !answers.has(id))) return 'asks'
  return chosen.length === 0 ? 'nothing' : null
}

export function applyForm(told: ImportTold, read: Read, { values, faults, refused }: Sent, t: Translate): ApplyForm {
  const { imports: words } = t.words
  const stands = standsAgainst(read) ?? refused
  const field = (name: string, label: string, value: string) =>
    fieldOf(name, label, { value: values[name] ?? value, fault: faultOf(faults, name, t) })
  return {
    stands: stands === null ? null : words[WHY[stands]],
    refused: refused !== null,
    lead: t('imports.applyLead', { n: read.chosen.length }),
    fields: [
      field('title', words.applyTitle, titleOf(told, 'zh-CN')),
      field('title_en', words.applyTitleEn, titleOf(told, 'en')),
      field('note', words.applyNote, ''),
    ],
  }
}

const WHY = { errors: 'whyErrors', asks: 'whyAsks', nothing: 'whyNothing', 'said-twice': 'saidTwice' } as const

/** A title to begin with, in either language: a release has both. */
function titleOf({ list, effective }: ImportTold, locale: Locale): string {
  const t = translator(locale)
  const whose = list === null ? t.words.imports.applyAuthority : said(list, locale).text
  return t('imports.applyDefault', { list: whose, day: dayText(effective, locale) })
}
