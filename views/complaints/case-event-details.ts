import { refusalGrounds } from '../../complaints/refusal-grounds.ts'
import { terminationGrounds } from '../../complaints/termination-grounds.ts'
import { dayText, said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import type { CaseTold, EventTold } from './case-told.ts'

/** What an event's payload says, in words: codes that there are words for, days, amounts, and numbers of cases. */
export function detailsOf({ kind, payload }: EventTold, told: CaseTold, t: Translate): string[] {
  return Object.entries(payload).flatMap(([name, value]) => {
    if (value === null || name === 'step' || name === 'proposal' || typeof value === 'object') return []
    const key = `detail-${name}`
    const label = key in t.words.caseFile ? t.words.caseFile[key as keyof Messages['caseFile']] : null
    if (label === null) return []
    return [`${label}${label.endsWith('：') ? '' : ' '}${valueText(kind, name, String(value), told, t)}`]
  })
}

const DAY = /^\d{4}-\d\d-\d\d$/

function valueText(
  kind: string,
  name: string,
  value: string,
  { type, track, received }: CaseTold,
  t: Translate,
): string {
  if (DAY.test(value)) return dayText(value as never, t.locale)
  if (name === 'ground') {
    const grounds = [...refusalGrounds({ type, track, receivedOn: received.on }), ...terminationGrounds(received.on)]
    const known = grounds.find(({ code }) => code === value)
    return known === undefined ? value : said(known.says, t.locale).text
  }
  const { caseActs, caseFile, caseWords } = t.words
  const prefixes = kind === 'suspend' ? ['pause'] : [name, 'reason', 'appeal', 'kind', 'clock', 'outcome']
  for (const prefix of prefixes)
    for (const area of [caseActs, caseFile, caseWords] as Record<string, string>[]) {
      const found = area[`${prefix}-${value}`]
      if (found !== undefined) return found
    }
  return value
}
