import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

type Door = 'portal_holder' | 'portal_desk' | 'portal_clerk'

/** Works as another role for the length of one transaction; the setting says whose rows that role may see. */
const through = <T>(db: Db, role: Door, name: string, value: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('role', ${role}, true), set_config(${name}, ${value}, true)`.execute(tx)
    return work(tx)
  })

/** 持回执者: sees the one submission that this tag finds, its cases, and what is shown of them. */
export const asHolder = <T>(db: Db, tag: Buffer, work: (tx: Tx) => Promise<T>): Promise<T> =>
  through(db, 'portal_holder', 'app.tag', tag.toString('hex'), work)

/** 办案人员: sees the cases of his offices and of all below them. */
export const asCaseStaff = <T>(db: Db, staff: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  through(db, 'portal_desk', 'app.staff', String(staff), work)

/** 平台自身: jobs and the command line, for what must look at every case. */
export const asClerk = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  through(db, 'portal_clerk', 'app.staff', '', work)
