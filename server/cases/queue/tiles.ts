import type { TileTold } from '../../../views/cases/tiles.ts'
import { countEach } from '../../db/case-queue.ts'
import type { Wanted } from '../../db/case-wanted.ts'
import { casesToSign } from '../../db/cases-to-sign.ts'
import type { Tx } from '../../db/database.ts'
import type { Person } from '../../staff/desk.ts'
import { filterParams, type QueueFilter } from './filter.ts'
import { type QueueDays, signerOf, wantedBy } from './wanted.ts'

/** 时限看板: what the desk is told by first, and the filter behind each. */
export const TILES = {
  overdue: { due: 'overdue' },
  today: { due: 'today' },
  soon: { due: 'soon' },
  sign: { sign: 'yes', show: 'all' },
  tell: { state: 'decided' },
  refund: { refund: 'late', show: 'all' },
  unread: { unread: 'yes', show: 'all' },
  incoming: { incoming: 'yes' },
} as const satisfies Record<string, QueueFilter>
export type Tile = keyof typeof TILES

/** A tile counts no further. */
export const MOST_ON_A_TILE = 1000

/** How many cases stand behind each tile. */
export async function tileCounts(tx: Tx, person: Person, days: QueueDays): Promise<Record<Tile, number>> {
  const { sign: _, ...others } = TILES
  const wanted: Record<string, Wanted> = {}
  for (const [name, filter] of Object.entries<QueueFilter>(others))
    wanted[name] = await wantedBy(tx, filter, person, days)
  const sign = (await casesToSign(tx, signerOf(person))).length
  return { ...(await countEach(tx, wanted, MOST_ON_A_TILE + 1)), sign } as Record<Tile, number>
}

/** The same as pages are told it. */
export const toldTiles = (counts: Record<Tile, number>): TileTold[] =>
  Object.entries<QueueFilter>(TILES).map(([name, filter]) => ({
    name: name as Tile,
    count: { n: counts[name as Tile], most: MOST_ON_A_TILE },
    params: filterParams(filter),
  }))
