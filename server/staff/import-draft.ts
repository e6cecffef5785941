import type { Text } from '../../catalogue/text.ts'
import type { ImportFault } from '../../views/pages/staff-import-form.ts'
import { textOf } from './form.ts'

/** The words of the draft that an import becomes; or what is wrong with them. */
export type DraftWords = { words: { title: Text; note: Text | null } | null; faults: ImportFault[] }

const MOST = 200

export function readDraftWords(body: unknown): DraftWords {
  const [zh, en, note] = ['title', 'title_en', 'note'].map((name) => textOf(body, name).toWellFormed().trim())
  const code = zh === '' ? 'title' : Math.max(zh!.length, en!.length) > MOST ? 'title-long' : null
  if (code !== null) return { words: null, faults: [{ field: 'title', code, values: {} }] }
  const title = { zh: zh!, en: en === '' ? null : en! }
  return { words: { title, note: note === '' ? null : { zh: note!.slice(0, 2000), en: null } }, faults: [] }
}
