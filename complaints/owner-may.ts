import type { Day } from '../catalogue/day.ts'
import { type CaseState, lawful } from './case.ts'
import type { OwnedEvent, OwnedRating, OwnerAct } from './owned.ts'
import type { CaseType } from './words.ts'

type Standing = {
  type: CaseType
  state: CaseState
  events: readonly Pick<OwnedEvent, 'kind'>[]
  ratings: readonly Pick<OwnedRating, 'round'>[]
  appealBy: Day | null
  today: Day
}

/** How often its owner was told how a case ended: each time it may be rated once. */
export const roundOf = (events: Standing['events']): number =>
  events.filter(({ kind }) => kind === 'notify' || kind === 'answer').length

/**
 * What its owner may do with a case today: steps by the life of a case, an appeal by its last day, a rating once a round after being told,
 * and once that it is not solved. Messages and evidence always, until the archive closes over it.
 */
export function mayNow(standing: Standing): OwnerAct[] {
  const { type, state, events, ratings, appealBy, today } = standing
  const can = (step: 'supplement' | 'withdraw' | 'appeal') => lawful(type, state, step) !== undefined
  const told = state === 'notified' || state === 'published'
  const round = roundOf(events)
  return [
    ...when(state !== 'archived', 'message', 'evidence'),
    ...when(can('supplement'), 'supplement'),
    ...when(can('withdraw'), 'withdraw'),
    ...when(can('appeal') && appealBy !== null && today <= appealBy, 'appeal'),
    ...when(told && round > 0 && ratings.every((one) => one.round !== round), 'rate'),
    ...when(told && events.every(({ kind }) => kind !== 'not_solved'), 'not_solved'),
  ]
}

const when = (so: boolean, ...acts: OwnerAct[]): OwnerAct[] => (so ? acts : [])
