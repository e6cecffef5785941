import type { Day } from '../../catalogue/day.ts'
import type { Difference } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { dayText, said } from '../../views/locale/format.ts'
import type { Translate } from '../../views/locale/locale.ts'
import { conditionsInWords } from '../../views/words/conditions.ts'
import { areaName, entityName, itemName, portName } from '../../views/words/names.ts'
import { rateInWords } from '../../views/words/rate.ts'

/** What changes, from the general to the particular: the item, its line, whose price it is and where. */
export function subjectWords(statement: Statement, ref: Reference, on: Day, t: Translate): string[] {
  const standard = standardIn(statement)
  if (standard) return standardWords(standard, ref, on, t)
  if (statement.kind === 'operating_time') {
    const { name, entity } = statement.payload as Payloads['operating_time']
    return [t.words.subject.operating_time, said(name, t.locale).text, entityName(ref, entity, on, t.locale).text]
  }
  return [t.words.subject.item, itemName(ref, statement.key, on, t.locale).text]
}

function standardWords(
  { item, label, port, area, entity }: Payloads['standard'],
  ref: Reference,
  on: Day,
  t: Translate,
) {
  const { locale, words } = t
  return [
    itemName(ref, item, on, locale).text,
    ...(label === null ? [] : [said(label, locale).text]),
    ...(entity === null ? [] : [entityName(ref, entity, on, locale).text]),
    port === null ? words.common.everyPort : portName(ref, port, on, locale).text,
    ...(port === null || area === null ? [] : [areaName(ref, port, area, on, locale).text]),
  ]
}

/** From what to what, under which conditions, and why. */
export function linesOf({ on, before, after }: Difference, ref: Reference, t: Translate): string[] {
  const standard = standardIn(after ?? before)
  const [old, now] = [sayingOf(before, ref, on, t), sayingOf(after, ref, on, t)]
  const why = (after ?? before)!.why
  return [
    `${t('common.from', { from: dayText(on, t.locale) })}${t.words.frame.separator}${old} → ${now}`,
    ...(standard ? [conditionsInWords(standard.conditions, t).join(' · ')] : []),
    said({ zh: why.zh, en: why.en }, t.locale).text,
  ].filter((line) => line !== '')
}

function sayingOf(statement: Statement | null, ref: Reference, on: Day, t: Translate): string {
  if (!statement?.payload) return t.words.common.none
  const standard = standardIn(statement)
  if (standard) return rateInWords(standard, t, (code) => itemName(ref, code, on, t.locale).text).main
  if (statement.kind === 'item') return said((statement.payload as Payloads['item']).name, t.locale).text
  return (statement.payload as Payloads['operating_time']).posted
}

/** The standard that a statement says, if it is one and says any. */
export const standardIn = (statement: Statement | null): Payloads['standard'] | null =>
  statement?.kind === 'standard' ? (statement.payload as Payloads['standard'] | null) : null
