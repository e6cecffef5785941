import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { CASE_STATES, LIFE } from '../../complaints/case.ts'
import { OTHER_EVENTS } from '../../complaints/events.ts'
import { mayNow, roundOf } from '../../complaints/owner-may.ts'
import { CASE_TYPES } from '../../complaints/words.ts'

const standing = fc.record({
  type: fc.constantFrom(...CASE_TYPES),
  state: fc.constantFrom(...CASE_STATES),
  events: fc.array(fc.record({ kind: fc.constantFrom('notify' as const, 'answer' as const, ...OTHER_EVENTS) })),
  ratings: fc.array(fc.record({ round: fc.integer({ min: 1, max: 3 }) })),
  appealBy: fc.constantFrom(null, day('2026-11-22'), day('2026-11-23'), day('2026-11-24')),
  today: fc.constant(day('2026-11-23')),
})
const STEPS = ['supplement', 'withdraw', 'appeal'] as const

test('an owner is offered a step only where the life of a case gives it to a complainant, and an appeal only in time', () => {
  fc.assert(
    fc.property(standing, (own) => {
      const may = mayNow(own)
      for (const step of STEPS) {
        const row = LIFE.find(
          (one) => one.step === step && one.from.includes(own.state) && one.types.includes(own.type),
        )
        const inTime = step !== 'appeal' || (own.appealBy !== null && own.appealBy >= own.today)
        expect(may.includes(step)).toBe(row?.who.includes('complainant') === true && inTime)
      }
    }),
  )
})

test('an owner rates what was told, once each time, and says once that it is not solved', () => {
  fc.assert(
    fc.property(standing, (own) => {
      const may = mayNow(own)
      const told = own.state === 'notified' || own.state === 'published'
      const round = roundOf(own.events)
      expect(may.includes('rate')).toBe(told && round > 0 && !own.ratings.some((one) => one.round === round))
      expect(may.includes('not_solved')).toBe(told && !own.events.some(({ kind }) => kind === 'not_solved'))
      expect(may.includes('message')).toBe(own.state !== 'archived')
    }),
  )
})
