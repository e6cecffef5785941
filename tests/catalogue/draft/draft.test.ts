import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, fieldsOf, type Parts } from '../../../catalogue/draft/draft.ts'
import { draftOfLine, lineOf, payloadOf } from '../../../catalogue/draft/line-form.ts'
import { afterStep } from '../../../catalogue/draft/rows.ts'
import { SubjectKind } from '../../../catalogue/subject.ts'
import { releases } from '../../../seeds/releases.ts'

const PRICE = releases
  .flatMap(({ lines }) => lines)
  .find(({ kind, change }) => kind === 'standard' && change === 'new')!
const sent = (more: Record<string, string | string[]>) => draftOf({ ...fieldsOf(draftOfLine(PRICE)), ...more })
const faults = (more: Record<string, string | string[]>) =>
  lineOf('standard', sent(more)).faults.map(({ field, code }) => `${field} ${code}`)

describe('a form is read as it was meant', () => {
  test('rows in which nothing was written fall away, and the others move up', () => {
    expect(draftOf({ 'a.0.b': 'x', 'a.1.b': ' ', 'a.10.b': 'z', 'a.2.b': 'y' })).toEqual({
      a: [{ b: 'x' }, { b: 'y' }, { b: 'z' }],
    })
  })

  test('full-width digits and grouped thousands are amounts', () => {
    const read = payloadOf(
      'standard',
      sent({ 'payload.rate.form': 'fixed', 'payload.rate.amount': '１，２００．５' }).payload,
    )
    expect(read.payload?.rate).toEqual({ form: 'fixed', amount: '1200.5' })
  })

  test('the last day is inclusive in the form and the day after it in the line', () => {
    expect(lineOf('standard', sent({ from: '2027-01-01', to: '2027-12-31' })).line?.valid).toEqual({
      from: '2027-01-01',
      until: '2028-01-01',
    })
    expect(faults({ from: '2027-01-02', to: '2027-01-01' })).toEqual(['to ends-before-it-starts'])
  })

  test('every fault is named at the field in which it is mended', () => {
    expect(faults({ 'payload.rate.form': 'fixed', 'payload.rate.amount': 'x' })).toEqual([
      'payload.rate.amount not-an-amount',
    ])
    expect(faults({ 'payload.rate.form': 'range', 'payload.rate.low': '9', 'payload.rate.high': '8' })).toEqual([
      'payload.rate.high range-upside-down',
    ])
    const tiers = { 'payload.rate.form': 'tiered', 'payload.rate.fact': 'weight_t', 'payload.rate.mode': 'slab' }
    expect(faults({ ...tiers, 'payload.rate.tiers.0.over': '5', 'payload.rate.tiers.0.amount': '1' })).toEqual([
      'payload.rate.tiers first-tier-starts-at-zero',
    ])
    const free = { 'payload.rate.form': 'per_period', 'payload.rate.period': 'day', 'payload.rate.free': '4' }
    expect(faults({ ...free, 'payload.rate.steps.0.from': '4', 'payload.rate.steps.0.amount': '1' })).toEqual([
      'payload.rate.steps first-step-follows-free-time',
    ])
    expect(faults({ 'payload.rate.form': 'range', 'payload.rate.low': '', 'payload.rate.high': '8' })).toEqual([
      'payload.rate.low not-an-amount',
    ])
    expect(faults({ 'payload.rate.form': 'sum' })).toEqual(['payload.rate.parts needed'])
    expect(faults({ 'payload.rate.form': 'nothing' })).toEqual(['payload.rate.form needed'])
    expect(faults({ 'payload.conditions.9.fact': 'size' })).toEqual([
      expect.stringMatching(/^payload\.conditions\.\d+\.is needed$/),
    ])
    expect(faults({ 'payload.conditions.9.fact': 'size', 'payload.conditions.9.is': '99' })).toEqual([
      expect.stringMatching(/^payload\.conditions\.\d+\.is not-a-value-of-this-fact$/),
    ])
  })

  test('a subject that is changed stays itself, and only what was can be withdrawn', () => {
    const key = PRICE.key
    expect(faults({ change: 'revise', key, 'payload.line': 'another' })).toEqual(['change another-subject'])
    expect(faults({ change: 'withdraw', key: '' })).toEqual(['change nothing-to-withdraw'])
    expect(lineOf('standard', sent({ change: 'withdraw', key })).line).toMatchObject({ payload: null, key })
  })
})

const formOf = (payload: object | null): string => (payload as { rate?: { form: string } } | null)?.rate?.form ?? ''

describe('whatever is sent', () => {
  const published = releases.flatMap(({ lines }) => lines).filter(({ payload }) => payload !== null)
  const ofEachForm = [...Map.groupBy(published, ({ kind, payload }) => `${kind} ${formOf(payload)}`).values()].map(
    ([line]) => line!,
  )
  const begun = fc.constantFrom(...ofEachForm)
  const names = ofEachForm.flatMap((line) => Object.keys(fieldsOf(draftOfLine(line))))
  const name = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(
      'payload',
      'payload.rate',
      'payload.__proto__.x',
      'why',
      'from',
      'payload.conditions.0',
      'constructor.name',
    ),
    fc.string({ maxLength: 20 }),
  )
  const fields = fc.dictionary(
    name,
    fc.oneof(fc.string({ maxLength: 30 }), fc.array(fc.string({ maxLength: 9 }), { maxLength: 3 })),
  )

  test('reading a form never throws, and gives a line or the reasons why not', () => {
    fc.assert(
      fc.property(fields, begun, fc.constantFrom(null, ...SubjectKind.options), (given, from, kind) => {
        const { line, faults } = lineOf(kind ?? from.kind, draftOf({ ...fieldsOf(draftOfLine(from)), ...given }))
        return (line === null) === faults.length > 0
      }),
      { numRuns: 300 },
    )
  })

  test('a step never throws, nor loses a field that was filled in', () => {
    const step = fc.oneof(
      fc.string(),
      name.map((at) => `add:${at}`),
    )
    fc.assert(
      fc.property(fields, step, (given, act) => {
        const draft = draftOf(given)
        const [before, after] = [fieldsOf(draft), fieldsOf(afterStep(draft, act) as Parts)]
        return Object.entries(before).every(
          ([at, said]) => said === '' || JSON.stringify(after[at]) === JSON.stringify(said),
        )
      }),
      { numRuns: 300 },
    )
  })
})
