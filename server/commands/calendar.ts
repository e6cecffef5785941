import { readFile } from 'node:fs/promises'
import { translator } from '../../views/locale/locale.ts'
import { importNotice } from '../cases/calendar.ts'
import { audit } from '../db/audit.ts'
import { publishedYears } from '../db/calendar.ts'
import { type Db, openDatabase } from '../db/database.ts'
import { lawReader } from '../db/law.ts'

/** A notice that cannot be entered; the message says every fault. */
export class CalendarFault extends Error {}

/** Enters the State Council's notice of the next year from a file (CSV or JSON) and reckons every running clock anew. */
export const importCalendar = (url: string, path: string, now: Date): Promise<string> =>
  working(url, async (db) => {
    const done = await importNotice({ db, now: () => now, law: lawReader(db) }, await readFile(path, 'utf8'), null)
    if (!done.ok) throw new CalendarFault(done.faults.map(faultText).join('\n'))
    await audit(db, {
      ...{ at: now, by: null, login: null, act: 'calendar.import', object: String(done.year), outcome: 'done' },
      ...{ detail: { clocks: done.moved }, address: 'command line' },
    })
    return `${done.year} is entered; ${done.moved} clocks were reckoned anew`
  })

/** Every year whose notice is entered, a line each: year, verification, notice. */
export const listCalendar = (url: string): Promise<string> =>
  working(url, async (db) => {
    const { words } = translator('en')
    return (await publishedYears(db))
      .map(({ year, mark, notice }) => `${year}  ${words.mark[mark].padEnd(16)}  ${notice}`)
      .join('\n')
  })

function faultText({ code, line, value }: { code: string; line: number | null; value: string }): string {
  const t = translator('en')
  const says = t(`calendar.fault-${code}` as 'calendar.fault-twice', { value })
  return line === null ? says : t('calendar.inLine', { line, says })
}

async function working<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(url, () => {})
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
