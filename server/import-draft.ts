import type { Ask } from '../catalogue/import/reading.ts'
import { on } from '../catalogue/reference.ts'
import type { Text } from '../catalogue/text.ts'
import { dayText } from '../views/locale/format.ts'
import { translator } from '../views/locale/locale.ts'
import { answer, applyImport } from './db/import-answers.ts'
import { beginReading, keepReading, storeImport } from './db/imports.ts'
import { chosenLines, type ListRead, type Lists, type SentList } from './imports.ts'
import type { Person } from './staff/desk.ts'

/** Answers given beforehand, by the ids of what is asked; `all` says yes to everything. */
export type GivenAnswers = { yes: readonly string[]; no: readonly string[] }

/** The answer to each question, as far as it was given. */
export const answersFor = (asks: readonly Ask[], { yes, no }: GivenAnswers): Map<string, boolean> =>
  new Map(
    asks.flatMap(({ id }): [string, boolean][] => {
      if (no.includes(id)) return [[id, false]]
      return yes.includes('all') || yes.includes(id) ? [[id, true]] : []
    }),
  )

export type DraftMade = { ok: true; import: number; set: number } | { ok: false; code: 'nothing' | 'said-twice' }

/** Keeps a list that was read, with its answers, and makes the draft of it: the same record as when it came by the page. */
export async function draftOf(
  lists: Lists,
  sent: SentList,
  { release, reading, lint }: ListRead,
  answers: ReadonlyMap<string, boolean>,
  by: Person,
  title?: Text,
): Promise<DraftMade> {
  const { db, now } = lists
  const lines = chosenLines(reading, answers)
  if (lines.length === 0) return { ok: false, code: 'nothing' }
  const id = await storeImport(db, { ...sent, bytes: Buffer.from(sent.bytes) }, by.id, now())
  if (await beginReading(db, id)) await keepReading(db, id, release, reading, lint)
  await answer(db, id, answers, by.id, now())
  const words = { title: title ?? (await titleOf(lists, sent)), note: null, entity: sent.entity }
  const made = await applyImport(db, id, { ...words, lines }, by.id, now())
  if (!made.ok && made.code === 'not-read') throw new Error(`import ${id} was taken by another`)
  return made.ok ? { ok: true, import: id, set: made.set } : { ok: false, code: 'said-twice' }
}

/** What a draft is called when nobody says: whose list, and from which day. */
async function titleOf({ reference, head }: Lists, { entity, effective }: SentList): Promise<Text> {
  const known = await reference(head.release())
  const name = entity === null ? undefined : on(known, 'entity', entity, effective)?.name
  const said = (locale: 'zh-CN' | 'en') => {
    const t = translator(locale)
    const list = (locale === 'en' ? name?.en : name?.zh) ?? name?.zh ?? entity ?? t.words.imports.applyAuthority
    return t('imports.applyDefault', { list, day: dayText(effective, locale) })
  }
  return { zh: said('zh-CN'), en: said('en') }
}
