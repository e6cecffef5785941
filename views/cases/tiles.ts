import { address } from '../context.ts'
import { grouped, translator } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import type { FilterParams } from './filter-words.ts'

/** A count that is told no further than `most`. */
export type Counted = { n: number; most: number }

/** 时限看板: a tile with the filter behind it. */
export type TileTold = { name: TileName; count: Counted; params: FilterParams }
type TileName = 'overdue' | 'today' | 'soon' | 'sign' | 'tell' | 'refund' | 'unread' | 'incoming'
export type CaseTile = { href: string; name: string; count: string; kind: TileName; none: boolean; current: boolean }

/** Tiles as the queue and the first page of the desk show them; `params` are the filters that hold now. */
export const caseTiles = (tiles: readonly TileTold[], ctx: StaffContext, params: FilterParams | null): CaseTile[] =>
  tiles.map(({ name, count, params: behind }) => ({
    href: address(ctx, '/staff/cases', behind),
    name: translator(ctx.locale).words.caseQueue[`tile-${name}`],
    count: countText(count, ctx.locale),
    kind: name,
    none: count.n === 0,
    current: params !== null && sameFilter(behind, params),
  }))

/** 1,000+ where no more were counted. */
export const countText = ({ n, most }: Counted, locale: StaffContext['locale']): string =>
  n > most ? translator(locale)('caseQueue.more', { n: most }) : grouped(String(n))

/** Do two addresses ask for the same cases? `show=open` is what is shown without a word. */
export const sameFilter = (a: FilterParams, b: FilterParams): boolean => plain(a) === plain(b)
const plain = ({ show, ...rest }: FilterParams): string =>
  JSON.stringify(Object.entries({ ...rest, ...(show === undefined || show === 'open' ? {} : { show }) }).toSorted())
