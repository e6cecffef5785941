import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../catalogue/day.ts'
import { NEEDS_WORDS, STEP_INPUT } from '../../complaints/act-input.ts'
import { STEPS } from '../../complaints/case.ts'
import { clusterKey, quarterOf } from '../../complaints/cluster.ts'
import { balances, ledgerOf, REFUND_ENTRIES } from '../../complaints/refund.ts'
import { refusalGrounds } from '../../complaints/refusal-grounds.ts'
import { terminationGrounds } from '../../complaints/termination-grounds.ts'
import { VIOLATIONS } from '../../complaints/violations.ts'
import { LAW_DOCUMENTS } from '../../seeds/documents/law.ts'

const OLD = day('2026-04-14')
const NEW = day('2026-04-15')

describe('the grounds of a refusal', () => {
  test('of a complaint are the six of Order 20 on its last day and the seven of Order 121 from its first', () => {
    const about = { type: 'complaint', track: 'samr_consumer' } as const
    const [old, now] = [OLD, NEW].map((receivedOn) => refusalGrounds({ ...about, receivedOn })) as [never[], never[]]
    expect([old.length, now.length]).toEqual([6, 7])
    expect(old).toMatchObject(Array(6).fill({ basis: { document: 'samr-20' }, mark: 'recall' }))
    expect(now).toMatchObject(Array(7).fill({ basis: { document: 'samr-121' }, mark: 'verified' }))
  })

  test('of a complaint to the port do not ask for daily life, and are marked as by reference', () => {
    const grounds = refusalGrounds({ type: 'complaint', track: 'port_industry', receivedOn: NEW })
    expect(grounds.map(({ code }) => code)).not.toContain('not_daily_life')
    expect(grounds.every(({ mark, basis }) => mark === 'recall' && basis.article!.startsWith('第四十三条'))).toBe(true)
  })

  test('of a report know the same facts again only since Order 121', () => {
    const codes = (receivedOn: typeof OLD) =>
      refusalGrounds({ type: 'report', track: 'samr_price', receivedOn }).map(({ code }) => code)
    expect(codes(OLD)).not.toContain('same_facts')
    expect(codes(NEW)).toContain('same_facts')
  })

  test('of mediation end it after sixty days, before Order 121 after 45 working days', () => {
    expect(terminationGrounds(NEW).map(({ code }) => code)).toContain('sixty_days')
    expect(terminationGrounds(OLD).map(({ code }) => code)).toContain('forty_five_days')
    expect([terminationGrounds(NEW).length, terminationGrounds(OLD).length]).toEqual([8, 6])
  })

  test('name documents that the portal publishes, each code once and in both languages', () => {
    const known = new Set(LAW_DOCUMENTS.map(({ code }) => code as string))
    const all = (['report', 'complaint', 'consultation'] as const).flatMap((type) =>
      [OLD, NEW].map((receivedOn) => refusalGrounds({ type, track: 'samr_price', receivedOn })),
    )
    for (const grounds of [...all, terminationGrounds(OLD), terminationGrounds(NEW)]) {
      expect(new Set(grounds.map(({ code }) => code)).size).toBe(grounds.length)
      for (const { basis, says } of grounds)
        expect([known.has(basis.document), says.en === null]).toEqual([true, false])
    }
    for (const { basis } of VIOLATIONS)
      for (const { document } of basis) expect(known.has(document), document).toBe(true)
  })
})

describe('a refund', () => {
  const ORDER = { amount: '12.00', dueOn: day('2026-12-01') }
  const amount = fc.integer({ min: 1, max: 900 }).map((fen) => (fen / 100).toFixed(2))
  const entry = fc.record({ kind: fc.constantFrom(...REFUND_ENTRIES), amount })

  test('never goes out of balance by entries that balance, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), (tried) => {
        const kept: typeof tried = []
        for (const one of tried) if (balances(ledgerOf(ORDER, kept, NEW), one)) kept.push(one)
        const { paid, confirmed, unclaimed, outstanding } = ledgerOf(ORDER, kept, NEW)
        const fen = (text: string) => Math.round(Number(text) * 100)
        expect(fen(outstanding)).toBeGreaterThanOrEqual(0)
        expect(fen(paid) + fen(unclaimed) + fen(outstanding)).toBe(1200)
        expect(fen(confirmed)).toBeLessThanOrEqual(fen(paid))
      }),
    )
  })

  test('is late from the day after it was due, and only while something is outstanding', () => {
    const paid = { kind: 'paid', amount: '12.00' } as const
    expect(ledgerOf(ORDER, [], ORDER.dueOn)).toMatchObject({ late: false, settled: false })
    expect(ledgerOf(ORDER, [], addDays(ORDER.dueOn, 1))).toMatchObject({ late: true })
    expect(ledgerOf(ORDER, [paid], addDays(ORDER.dueOn, 1))).toMatchObject({ late: false, settled: false })
    expect(ledgerOf(ORDER, [paid, { ...paid, kind: 'confirmed' }], NEW)).toMatchObject({ settled: true })
  })
})

describe('a cluster', () => {
  test('is one charge of one entity in the calendar quarter of the charge', () => {
    const about = {
      entity: '91330206MA2DEM0171',
      item: null,
      category: 'off_list',
      chargedOn: day('2026-03-31'),
    } as const
    expect(clusterKey(about)).toEqual({
      entity: about.entity,
      item: 'category:off_list',
      from: '2026-01-01',
      until: '2026-04-01',
    })
    expect(clusterKey({ ...about, item: 'towage', chargedOn: day('2026-12-31') })).toMatchObject({
      item: 'towage',
      from: '2026-10-01',
      until: '2027-01-01',
    })
    expect(clusterKey({ ...about, entity: null })).toBeNull()
  })

  test('has a quarter for every day, and the day is in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const on = addDays(day('2000-01-01'), n)
        const { from, until } = quarterOf(on)
        expect(from <= on && on < until && /-(01|04|07|10)-01$/.test(from) && quarterOf(from).until === until).toBe(
          true,
        )
      }),
    )
  })
})

describe('what is filled in for a step', () => {
  test('is known for every step, and none takes what it does not know', () => {
    for (const step of STEPS.filter((one) => one !== 'publish'))
      expect(STEP_INPUT[step].safeParse({ 'not-a-field': 'x' }).success, step).toBe(false)
    for (const step of NEEDS_WORDS) expect(STEPS).toContain(step)
  })

  test('of a decision names the violation found, the sum agreed and the ground on which mediation ended', () => {
    const decide = (input: object) =>
      STEP_INPUT.decide.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(decide({ outcome: 'violation_found' })).toEqual(['findings'])
    expect(decide({ outcome: 'violation_found', findings: [{ n: 1, found: true }] })).toEqual(['findings.0.violation'])
    expect(decide({ outcome: 'violation_found', findings: [{ n: 1, found: true, violation: 'murder' }] })).toEqual([
      'findings.0.violation',
    ])
    expect(decide({ outcome: 'refund_agreed' })).toEqual(['refund'])
    expect(decide({ outcome: 'not_agreed' })).toEqual(['ground'])
    expect(decide({ outcome: 'refund_agreed', refund: '12.00' })).toEqual([])
    expect(decide({ outcome: 'refund_agreed', refund: '12.001' })).toEqual(['refund'])
  })
})
