import type { Day } from '../../catalogue/day.ts'
import type { Text } from '../../catalogue/text.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { CaseType, Track } from '../../complaints/words.ts'
import { dayText, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** What somebody who filed is left with. The code is known for a day, or until it was saved. */
export type KeptReceipt = {
  receipt: string
  code: string | null
  receivedAt: Date
  acknowledgement: string
  replayed: boolean
  cases: ReceiptCase[]
}
export type ReceiptCase = {
  no: string
  type: CaseType
  track: Track
  office: Text
  clock: { code: ClockCode; dueOn: Day; provisional: boolean } | null
}

/** One case of a receipt in words: what it is, where it goes, what is done by which day. */
export type ToldCase = { no: string; kind: string; office: Said; what: string; by: string; provisional: boolean }

export const toldCase = ({ no, type, track, office, clock }: ReceiptCase, t: Translate): ToldCase => ({
  ...{ no, office: said(office, t.locale) },
  kind: [t.words.caseWords[`track-${track}`], t.words.caseWords[`type-${type}`]].join(' · '),
  what: clock === null ? t.words.receipt.noClock : t.words.caseWords[`clock-${clock.code}`],
  by: clock === null ? '' : dayText(clock.dueOn, t.locale),
  provisional: clock?.provisional ?? false,
})

/** A digest in groups of eight, as it is printed and read aloud. */
export const grouped = (hex: string): string => hex.match(/.{1,8}/g)!.join(' ')
