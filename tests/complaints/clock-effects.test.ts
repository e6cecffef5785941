import { describe, expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { articleOf } from '../../complaints/articles.ts'
import { type CaseState, CLOSED, nextSteps, STEPS, type Step } from '../../complaints/case.ts'
import { effectsOf } from '../../complaints/clock-effects.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import { CASE_TYPES, type CaseType } from '../../complaints/words.ts'
import { DOCUMENTS } from '../../seeds/documents.ts'

type Place = { state: CaseState; prior: CaseState | null; running: ClockCode[]; path: Step[] }

/** Every place that a case of a type can come to: where it stands, whence it would go back, and which clocks run. */
function places(type: CaseType): Place[] {
  const start: Place = { state: 'received', prior: null, running: after([], 'submitted', type), path: [] }
  const found = new Map([[keyOf(start), start]])
  for (const place of found.values())
    for (const { step, to } of nextSteps(type, place.state)) {
      const state = to === 'same' ? place.state : to === 'prior' ? place.prior! : to
      const prior = state === 'suspended' || state === 'in_transfer' ? place.state : place.prior
      const next = { state, prior, running: after(place.running, step, type), path: [...place.path, step] }
      if (!found.has(keyOf(next))) found.set(keyOf(next), next)
    }
  return [...found.values()]
}

function after(running: readonly ClockCode[], step: Step | 'submitted', type: CaseType): ClockCode[] {
  const { meets, closes, starts } = effectsOf(step, type)
  const left = closes === 'all' ? [] : running.filter((code) => !meets.includes(code) && !closes.includes(code))
  return [...new Set([...left, ...starts])].toSorted()
}

const keyOf = ({ state, prior, running }: Place): string => `${state} ${prior} ${running}`
const duties = ({ running }: Place) => running.filter((code) => code !== 'appeal')

describe('whatever happens to a case', () => {
  test.for(CASE_TYPES)('a %s that is open has a clock that its office must meet', (type) => {
    const open = places(type).filter(({ state }) => !CLOSED.includes(state) && state !== 'appealed')
    expect(open.length).toBeGreaterThan(3)
    expect(open.filter((place) => duties(place).length === 0)).toEqual([])
  })

  test.for(CASE_TYPES)('a %s that is closed asks nothing more of its office', (type) => {
    const closed = places(type).filter(({ state }) => CLOSED.includes(state))
    expect(closed.length).toBeGreaterThan(3)
    expect(closed.filter((place) => duties(place).length > 0)).toEqual([])
  })
})

describe('the article of a step', () => {
  test('is of the order in force when the case was received, and of a document that is published', () => {
    const about = { type: 'complaint', track: 'samr_consumer' } as const
    expect(articleOf('accept', { ...about, receivedOn: day('2026-04-14') })).toEqual({
      ...{ document: 'samr-20', article: '第十四条', mark: 'verified' },
    })
    expect(articleOf('accept', { ...about, receivedOn: day('2026-04-15') })).toEqual({
      ...{ document: 'samr-121', article: '第十五条', mark: 'verified' },
    })
    const codes = new Set(DOCUMENTS.map(({ code }) => code))
    for (const type of CASE_TYPES)
      for (const step of STEPS)
        for (const received of ['2026-04-14', '2026-04-15']) {
          const found = articleOf(step, { type, track: 'samr_price', receivedOn: day(received) })
          if (found !== null) expect([step, codes.has(found.document)]).toEqual([step, true])
        }
  })

  test('is none where our files have no text of it', () => {
    const about = { type: 'complaint', track: 'port_industry', receivedOn: day('2026-11-23') } as const
    expect(articleOf('accept', about)).toBeNull()
  })
})
