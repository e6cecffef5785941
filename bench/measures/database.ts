import { sql } from 'kysely'
import type { Db } from '../../server/db/database.ts'
import { listStandards } from '../../server/db/listing.ts'
import { readReference } from '../../server/db/reference.ts'
import { search } from '../../server/db/search.ts'
import { itemsNotUsedAt } from '../../server/fees.ts'
import { HEAD } from '../data/fill.ts'
import { portCode, type Scale } from '../data/invented.ts'
import { timed } from '../load.ts'
import { nthDay } from './pages.ts'

/** The first fifty standards of one of some ports on one of twenty days, against the same rows by their keys: ms. */
export async function asOfQuery(db: Db, { ports }: Scale, release: number, times: number): Promise<[number, number]> {
  const reference = await readReference(db, release)
  let ids: string[] = []
  const ours = async (turn: number) => {
    const [code, asOf] = [portCode(turn % Math.min(ports, 5)), { on: nthDay(turn % 20), release, head: HEAD }]
    const filter = { port: { code, without: itemsNotUsedAt(code, reference, asOf) } }
    ids = (await listStandards(db, { filter, sort: 'item', cursor: null, limit: 50 }, asOf)).rows.map(({ id }) => id)
    if (ids.length !== 50) throw new Error(`${ids.length} standards at ${code}`)
  }
  const byKey = () => sql`select * from statement where id = any(${ids}::bigint[])`.execute(db)
  return (await timed(times, ours, byKey)) as [number, number]
}

/** Words as readers type them: two characters, the initials of pinyin, and a name with one character wrong. */
export const WORDS = { 'two characters 理货': '理货', 'initials lhf': 'lhf', 'mistyped 集装箱里货费': '集装箱里货费' }

/** Each search asks for one name more than the last: the same question is answered from memory. */
let asked = 0

/** How long a search takes, word by word: ms. */
export async function searches(db: Db, times: number): Promise<number[]> {
  const one = (word: string) => async () => {
    const found = await search(db, word, { release: HEAD }, 60 + asked++)
    if (found.matches.length + found.nearest.length === 0) throw new Error(`nothing found for ${word}`)
  }
  return timed(times, ...Object.values(WORDS).map(one))
}
