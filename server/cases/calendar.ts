import { type NoticeFault, readNotice } from '../../complaints/notice.ts'
import { enterYear } from '../db/calendar.ts'
import { asClerk } from '../db/case-doors.ts'
import { type Reckoning, recompute } from './clocks.ts'

/** What became of a notice: its year and how many clocks it moved, or everything that is wrong with it. */
export type Imported =
  | { ok: true; year: number; moved: number }
  | { ok: false; faults: (NoticeFault | { code: 'not-next'; line: null; value: string })[] }

/**
 * 录入放假通知: enters the calendar of the next year and reckons every running clock anew. A year already entered stays as it
 * is, and no year is left out: either is refused.
 */
export async function importNotice(desk: Reckoning, text: string, by: number | null): Promise<Imported> {
  const read = readNotice(text)
  if (!read.ok) return read
  const { year, days } = read.notice
  if (!(await asClerk(desk.db, (tx) => enterYear(tx, read.notice, by, desk.now()))))
    return { ok: false, faults: [{ code: 'not-next', line: null, value: String(year) }] }
  await desk.law.anew()
  return { ok: true, year, moved: await recompute(desk, days[0]!.day) }
}
