import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { day } from '../../catalogue/day.ts'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import { leafHash, rootOf } from '../../catalogue/log/merkle.ts'
import { edgeRoot, grow } from '../../catalogue/log/tiles.ts'
import { type Line, say } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import { freeze, publishSet, review } from '../../server/db/change-set-acts.ts'
import { createChangeSet, putLines } from '../../server/db/change-set-writes.ts'
import { findChangeSet } from '../../server/db/change-sets.ts'
import type { Db } from '../../server/db/database.ts'
import { inclusionProof, sizeOfLog } from '../../server/db/log-tree.ts'
import { WHY } from '../data/fill.ts'
import { posted, type Scale } from '../data/invented.ts'
import { median } from '../load.ts'

const AT = new Date('2026-11-23T02:00:00Z')
const CLEAN: LintReport = { release: 999_999, ran: [], findings: [], skipped: [] }

/** A set of 5 000 lines, half of them standards never told before, from its approval to its release: ms, the median of three. */
export async function publication(db: Db, scale: Scale, revised: boolean): Promise<number> {
  const spent: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const id = await approvedSet(
      db,
      Array.from({ length: 5000 }, (_, n) => lineOf(turn, n, scale, revised)),
    )
    const begun = performance.now()
    const made = await publishSet(db, id, null, AT)
    spent.push(performance.now() - begun)
    if (!made.ok) throw new Error(made.held)
  }
  return median(spent)
}

function lineOf(turn: number, n: number, scale: Scale, revised: boolean): Line {
  const standard = posted((turn * 5000 + n) % scale.standards, scale)
  const valid = { from: day('2027-06-01'), until: null }
  if (revised && n % 2 === 0) return say('standard', standard, valid, WHY, 'revise')
  return say('standard', { ...standard, line: `turn-${turn}-${n}` }, valid, WHY)
}

/** Prices that were never told before, each a line of its own. */
export const linesOf = (name: string, count: number, scale: Scale): Line[] =>
  Array.from({ length: count }, (_, n) =>
    say(
      'standard',
      { ...posted(n % scale.standards, scale), line: `${name}-${n}` },
      { from: day('2027-06-01'), until: null },
      WHY,
    ),
  )

/** A set with these lines, submitted by one and approved by another. */
export async function approvedSet(db: Db, lines: Line[]): Promise<number> {
  const [writer, reviewer] = await twoPeople(db)
  const id = await createChangeSet(db, { entity: null, title: text('五千条'), note: null }, writer, AT)
  const steps = [
    await putLines(db, id, lines, writer, AT),
    await freeze(db, id, { lint: CLEAN, errors: 0, version: 1 }, writer, AT),
  ]
  const sha = (await findChangeSet(db, id))!.contentSha!
  const approval = { reviewer, decision: 'approve', sha, accepted: [], comment: null, at: AT } as const
  if (![...steps, await review(db, id, approval)].every(({ ok }) => ok)) throw new Error('the set was not approved')
  return id
}

async function twoPeople(db: Db): Promise<[number, number]> {
  const { rows } = await sql<{ id: number }>`
    insert into staff (login, name, made_at) values ('bench-writer', 'writer', now()), ('bench-reviewer', 'reviewer', now())
    on conflict (login) do update set name = excluded.name returning id`.execute(db)
  return [rows[0]!.id, rows[1]!.id]
}

/** The root of a tree of so many leaves, hashed at once and grown release by release: ms of each. */
export function treeOf(size: number): { whole: number; grown: number } {
  const leaves = Array.from({ length: size }, (_, n) => `{"n":${n},"payload":"${randomBytes(200).toString('hex')}"}`)
  const begun = performance.now()
  const root = rootOf(leaves.map(leafHash))
  const whole = performance.now() - begun
  let [edge, at]: [ReturnType<typeof grow>['edge'], number] = [[], 0]
  const again = performance.now()
  for (; at < size; at += 5000) edge = grow(edge, at, leaves.slice(at, at + 5000).map(leafHash)).edge
  if (!edgeRoot(edge).equals(root)) throw new Error('the two trees differ')
  return { whole, grown: performance.now() - again }
}

/** Inclusion proofs of leaves here and there in the log of a database: ms of the median and of the slowest in a hundred. */
export async function proofs(db: Db, times: number): Promise<{ p50: number; p99: number; size: number }> {
  const size = await sizeOfLog(db)
  const spent: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now()
    await inclusionProof(db, (turn * 7919) % size, size)
    spent.push(performance.now() - begun)
  }
  spent.sort((a, b) => a - b)
  return { p50: spent[Math.floor(times * 0.5)]!, p99: spent[Math.floor(times * 0.99)]!, size }
}
