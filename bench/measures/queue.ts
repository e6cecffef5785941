import { openDatabase } from '../../server/db/database.ts'
import { asStaff } from '../../tests/support/staff.ts'
import { NOW } from '../data/fill.ts'
import { type Server, timed } from '../load.ts'

/** The desk of a district's handler on two databases, asked in turn: ms a page. */
export async function queueTimes(small: [string, Server], large: [string, Server], times: number): Promise<number[]> {
  const tasks = await Promise.all([small, large].map(([url, server]) => asking(url, server)))
  return timed(times, ...tasks)
}

async function asking(url: string, { address }: Server) {
  const db = openDatabase(url, console.error)
  const { cookie } = await asStaff(db, 'handler', new Date(NOW))
  await db.destroy()
  return async (turn: number) => {
    const said = await fetch(`${address}${PAGES[turn % PAGES.length]}`, { headers: { cookie }, redirect: 'manual' })
    const text = await said.text()
    if (said.status !== 200 || !text.includes('TS202610'))
      throw new Error(`the desk answered ${said.status}: ${text.slice(0, 300)}`)
  }
}

const PAGES = ['/staff/cases', '/staff/cases?state=accepted', '/staff/cases?port=CNNGB&verdict=not_on_list']
