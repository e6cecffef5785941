import { Decimal } from 'decimal.js'
import type { FactName } from '../../facts.ts'
import type { Charged } from '../invoice.ts'
import type { Reason, Verdict } from '../verdict.ts'
import type { Assessed } from './assess.ts'
import { compare, equals } from './compare.ts'
import type { Expected } from './expected.ts'
import type { Figure } from './figure.ts'
import type { Settled } from './standing.ts'

/** A verdict with the figure it rests on, where it rests on one. */
export type Decided = Settled & { figure: Figure | null }

/**
 * 比对: what is to be said of an amount. By what is published now; else by what was when it was charged; else by what is
 * published of another time; else it is over or under.
 */
export function decide(charged: Charged, assessed: Assessed): Decided {
  const now = verdictAt(charged, assessed.head)
  if (now.verdict === 'match' || now.verdict === 'abolished') return now
  const then = asThenPublished(charged, assessed, now)
  if (then !== null) return then
  if (now.figure === null) return assessed.unclear === null ? aboveEvery(charged, assessed, now) : now
  if (assessed.unclear !== null) return otherUnit(assessed.unclear, now.figure)
  const former = now.figure === limitOf(assessed.head) ? null : superseded(charged, assessed, now)
  return former ?? uncounted(charged, now) ?? unsaid(charged, assessed, now) ?? now
}

const limitOf = (expected: Expected): Figure | null => (expected.kind === 'price' ? expected.limit : null)

/**
 * By what one release says: the price itself, which may not be above what government lets it be. What is posted above
 * that may not be charged, so there the limit is what a charge is compared with.
 */
function verdictAt(charged: Charged, expected: Expected): Decided {
  if (expected.kind === 'settled') return { ...expected.settled, figure: null }
  const { found, limit, pricing, complete } = expected
  if (limit !== null && found.reason.code !== 'unit' && above(charged, limit) && !below(found.figure, limit))
    return { verdict: 'overcharged', reason: { code: 'above_ceiling' }, figure: limit }
  const figure = limit === null || below(found.figure, limit) ? found.figure : found.figure && limit
  if (figure !== null) return { ...compare(charged, figure, pricing), figure }
  return { verdict: withoutFigure(found.reason, found.excluded && complete), reason: found.reason, figure: null }
}

/** A case that a whole list leaves out is not on it. */
function withoutFigure({ code }: Reason, leftOut: boolean): Verdict {
  if (code === 'unit') return 'unit_mismatch'
  return code === 'no_line_fits' && leftOut ? 'not_on_list' : 'cannot_tell'
}

const above = (charged: Charged, { high, exact }: Figure): boolean => {
  const paid = new Decimal(charged)
  return paid.greaterThan(high) && !(exact !== null && equals(paid, exact))
}

const below = (posted: Figure | null, limit: Figure): boolean =>
  posted !== null && new Decimal(posted.high).lessThanOrEqualTo(limit.high)

function asThenPublished(charged: Charged, assessed: Assessed, { figure }: Decided): Decided | null {
  const { head, then: said, releases } = assessed
  if (said === null || said === head || verdictAt(charged, said).verdict !== 'match') return null
  const then = releases.then!
  const reason: Reason = { code: 'equals_then', then, corrected_in: correctedIn(said, then, assessed) }
  return { verdict: 'matched_as_then_published', reason, figure }
}

/** The release that changed what was said: it told what is said now, or took back what was said then. */
function correctedIn(said: Expected, then: number, { head, releases, takenBackIn }: Assessed): number {
  const told = [figureOf(head), limitOf(head)].flatMap((figure) => figure?.standard.line.release ?? [])
  const standard = figureOf(said)?.standard
  return told.find((release) => release > then) ?? (standard && takenBackIn(standard)) ?? releases.head
}

const figureOf = (expected: Expected): Figure | null => (expected.kind === 'price' ? expected.found.figure : null)

function superseded(charged: Charged, { others }: Assessed, now: Decided): Decided | null {
  const paid = new Decimal(charged)
  const other = others().find(({ figure: { high, exact } }) => paid.equals(high) || (exact && equals(paid, exact)))
  if (other === undefined) return null
  const { valid, line, id } = other.version
  const reason: Reason = { code: 'equals_other_period', ...valid, release: line.release, standard: id }
  return { verdict: 'superseded_rate', reason, figure: now.figure }
}

/** How many there are cannot be told from a unit that is not understood. */
function otherUnit(stated: string, { standard }: Figure): Decided {
  const units = [standard.payload!.unit]
  return { verdict: 'cannot_tell', reason: { code: 'unit', stated, units }, figure: null }
}

/** A bill that does not say how many is not over when it may be for more than the one that was taken. */
function uncounted(charged: Charged, { figure, verdict }: Decided): Decided | null {
  if (figure === null || !figure.assumed || verdict !== 'overcharged') return null
  const may = figure.ceiling || figure.low !== figure.high || isMultiple(charged, figure)
  return may ? missing(['quantity']) : null
}

const isMultiple = (charged: Charged, { high }: Figure): boolean => new Decimal(charged).mod(high).isZero()

/** Nor is it when night work, a holiday, a distance or free days that it does not tell may have made it more. */
function unsaid(charged: Charged, assessed: Assessed, { figure, verdict }: Decided): Decided | null {
  if (figure === null || verdict !== 'overcharged') return null
  const left = assessed.unsaid(figure)
  if (left === null) return null
  if (left.most === null || !above(charged, left.most)) return missing(left.facts)
  if (figure.assumed && isMultiple(charged, left.most)) return missing([...left.facts, 'quantity'])
  return { verdict, reason: { code: 'above_every_line', most: left.most.high }, figure: left.most }
}

const missing = (facts: readonly FactName[]): Decided => ({
  ...{ verdict: 'cannot_tell', reason: { code: 'missing', facts } },
  figure: null,
})

function aboveEvery(charged: Charged, { dearest }: Assessed, now: Decided): Decided {
  if (now.verdict !== 'cannot_tell') return now
  const most = dearest()
  if (most === null || !above(charged, most)) return now
  return { verdict: 'overcharged', reason: { code: 'above_every_line', most: most.high }, figure: most }
}
