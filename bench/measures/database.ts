import { sql } from 'kysely'
import { day } from '../../catalogue/day.ts'
import { type Line, say } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import type { Db } from '../../server/db/database.ts'
import { listStandards } from '../../server/db/listing.ts'
import { publish } from '../../server/db/publish.ts'
import { readReference } from '../../server/db/reference.ts'
import { search } from '../../server/db/search.ts'
import { itemsNotUsedAt } from '../../server/fees.ts'
import { HEAD, WHY } from '../data/fill.ts'
import { portCode, posted, type Scale } from '../data/invented.ts'
import { median, timed } from '../load.ts'
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

/** 5 000 lines, half of them standards that were never told before, on what is there already: ms, the median of three. */
export async function publication(db: Db, scale: Scale, revised: boolean): Promise<number> {
  const spent: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const lines = Array.from({ length: 5000 }, (_, n) => lineOf(turn, n, scale, revised))
    const draft = { title: text('五千条'), note: null, backfilled: false, lines }
    const begun = performance.now()
    const made = await publish(db, draft, new Date('2026-11-23T02:00:00Z'))
    spent.push(performance.now() - begun)
    if (!made.ok) throw new Error(JSON.stringify(made.faults.slice(0, 3)))
  }
  return median(spent)
}

function lineOf(turn: number, n: number, scale: Scale, revised: boolean): Line {
  const standard = posted((turn * 5000 + n) % scale.standards, scale)
  const valid = { from: day('2027-06-01'), until: null }
  if (revised && n % 2 === 0) return say('standard', standard, valid, WHY, 'revise')
  return say('standard', { ...standard, line: `turn-${turn}-${n}` }, valid, WHY)
}
