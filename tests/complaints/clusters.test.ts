import { expect, test } from 'vitest'
import { DecidedTogether, notTogether, OUTCOMES_TOGETHER, TOGETHER, type Together } from '../../complaints/cluster.ts'
import { OUTCOMES } from '../../complaints/words.ts'

const open: Together = { type: 'report', state: 'investigating', own: true, purged: false, waiting: false, others: 0 }

test('a case is decided with the others of its cluster unless it is elsewhere, destroyed, asked for, not so far, or about more', () => {
  expect(notTogether(open)).toBeNull()
  expect(notTogether({ ...open, type: 'complaint', state: 'mediating' })).toBeNull()
  expect(notTogether({ ...open, own: false })).toBe('elsewhere')
  expect(notTogether({ ...open, purged: true })).toBe('purged')
  expect(notTogether({ ...open, waiting: true })).toBe('waiting')
  expect(notTogether({ ...open, state: 'received' })).toBe('state')
  expect(notTogether({ ...open, type: 'consultation', state: 'accepted' })).toBe('state')
  expect(notTogether({ ...open, others: 1 })).toBe('other-charges')
})

test('what a decision for all must say depends on how it ends', () => {
  const faults = (sent: object) => {
    const read = DecidedTogether.safeParse({ violation: '', ground: '', words: '', ...sent })
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`).toSorted()
  }
  expect(faults({})).toEqual(['outcome missing', 'words missing'])
  expect(faults({ outcome: 'violation_found' })).toEqual(['violation missing', 'words missing'])
  expect(faults({ outcome: 'violation_found', violation: 'nonsense', words: 'x' })).toEqual(['violation not-an-option'])
  expect(faults({ outcome: 'not_agreed', words: 'x' })).toEqual(['ground missing'])
  expect(faults({ outcome: 'refund_agreed', words: 'x' })).toEqual(['outcome missing'])
  for (const sent of [
    { outcome: 'violation_found', violation: 'above_standard' },
    { outcome: 'not_agreed', ground: 'impossible' },
    { outcome: 'no_violation' },
    { outcome: 'referred' },
  ])
    expect(faults({ ...sent, words: 'x' })).toEqual([])
})

test('no type is offered what another sum in each case would need', () => {
  expect(new Set(Object.values(TOGETHER).flat())).toEqual(new Set(OUTCOMES_TOGETHER))
  expect(OUTCOMES.filter((one) => !OUTCOMES_TOGETHER.some((known) => known === one))).toContain('refund_agreed')
})
