import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CASE_STATES,
  type CaseState,
  isClosed,
  LIFE,
  lawful,
  nextSteps,
  STEPS,
  type Transition,
} from '../../complaints/case.ts'
import { CASE_TYPES, type CaseType } from '../../complaints/words.ts'

/** Where a case stands as far as its life knows, and what happened on the way since it was last reopened. */
type Walked = { state: CaseState; prior: CaseState | null; decided: boolean }
const BEGUN: Walked = { state: 'received', prior: null, decided: false }

function walk({ state, prior, decided }: Walked, { step, to }: Transition): Walked {
  const next = to === 'same' ? state : to === 'prior' ? prior! : to
  const away = next === 'suspended' || next === 'in_transfer'
  const decides = step === 'decide' || step === 'decide_not_to_file'
  return { state: next, prior: away ? state : prior, decided: step === 'reopen' ? false : decided || decides }
}

/** Everything that a case of a type can come to, by any steps in any order. */
function reachable(type: CaseType): Walked[] {
  const found = new Map([[JSON.stringify(BEGUN), BEGUN]])
  for (const walked of found.values())
    for (const row of nextSteps(type, walked.state)) {
      const next = walk(walked, row)
      found.set(JSON.stringify(next), next)
    }
  return [...found.values()]
}

describe.for(CASE_TYPES)('the life of a %s', (type) => {
  test('has one row at most for a step from a state', () => {
    for (const state of CASE_STATES)
      for (const step of STEPS) {
        const rows = LIFE.filter((row) => row.step === step && row.types.includes(type) && row.from.includes(state))
        expect(rows.length, `${step} from ${state}`).toBeLessThan(2)
        expect(lawful(type, state, step)).toBe(rows[0])
        expect(nextSteps(type, state).includes(rows[0]!)).toBe(rows.length === 1)
      }
  })

  test('never comes to nowhere: who comes back from a pause or another office has somewhere to come back to', () => {
    for (const walked of reachable(type))
      for (const { to } of nextSteps(type, walked.state)) if (to === 'prior') expect(walked.prior).not.toBeNull()
  })

  test('ends in the archive, and leaves a closed state only by an appeal, a reopening, publication or the archive', () => {
    expect(nextSteps(type, 'archived')).toEqual([])
    const leaving = new Set(['appeal', 'reopen', 'archive', 'publish', 'retract'])
    for (const { state } of reachable(type).filter((one) => isClosed(one.state)))
      for (const row of nextSteps(type, state))
        if (row.to !== 'same') expect(leaving.has(row.step), `${row.step} from ${state}`).toBe(true)
  })

  test('needs two people to refuse, to lapse, to decide, to extend, to order a refund, to publish and to reopen', () => {
    const two = new Set([
      'refuse',
      'lapse',
      'decide',
      'decide_not_to_file',
      'extend',
      'order_refund',
      'publish',
      'retract',
    ])
    for (const { state } of reachable(type))
      for (const { step, signed } of nextSteps(type, state))
        if (two.has(step) || step === 'reopen')
          expect(signed, step).toBe(/publish|retract/.test(step) ? 'publisher' : 'supervisor')
  })
})

test('a question is never published, decided or paused', () => {
  const states = new Set(reachable('consultation').map(({ state }) => state))
  for (const never of ['published', 'decided', 'suspended', 'investigating', 'mediating'] as const)
    expect(states.has(never)).toBe(false)
})

test('what is published undecided comes only by the appeal of a refusal, which the database therefore forbids by itself', () => {
  const bare = reachable('report').filter(({ state, decided }) => state === 'published' && !decided)
  expect(bare.length).toBeGreaterThan(0)
  const withoutAppeal = (type: CaseType) => {
    const found = new Map([[JSON.stringify(BEGUN), BEGUN]])
    for (const walked of found.values())
      for (const row of nextSteps(type, walked.state).filter(({ step }) => step !== 'appeal')) {
        const next = walk(walked, row)
        found.set(JSON.stringify(next), next)
      }
    return [...found.values()].filter(({ state, decided }) => state === 'published' && !decided)
  }
  for (const type of CASE_TYPES) expect(withoutAppeal(type)).toEqual([])
})

test('any steps that anybody tries leave a case where its life says', () => {
  const tries = fc.array(fc.constantFrom(...STEPS), { maxLength: 30 })
  fc.assert(
    fc.property(fc.constantFrom(...CASE_TYPES), tries, (type, steps) => {
      let walked = BEGUN
      for (const step of steps) {
        const row = lawful(type, walked.state, step)
        if (row === undefined) continue
        const before = walked
        walked = walk(walked, row)
        expect(CASE_STATES).toContain(walked.state)
        if (before.state === 'archived') expect(walked).toEqual(before)
        if (before.state === 'withdrawn' && walked.state !== 'withdrawn') expect(['reopen', 'archive']).toContain(step)
      }
    }),
  )
})
