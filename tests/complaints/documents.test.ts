import { expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { CASE_STATES } from '../../complaints/case.ts'
import { citedBy } from '../../complaints/documents/articles.ts'
import type { DocumentFacts } from '../../complaints/documents/facts.ts'
import { FORMS, formsFor, KINDS } from '../../complaints/documents/forms.ts'
import { documentNumber, officeWord } from '../../complaints/documents/number.ts'
import { PARTS, readParts } from '../../complaints/documents/parts.ts'
import { refusalGrounds } from '../../complaints/refusal-grounds.ts'
import { terminationGrounds } from '../../complaints/termination-grounds.ts'
import { OUTCOMES } from '../../complaints/words.ts'

const [OLD, NEW] = [day('2026-04-14'), day('2026-04-15')]
const TODAY = day('2026-11-23')
const about = { type: 'complaint', track: 'samr_consumer', receivedOn: NEW, today: TODAY } as const

test('each form fits somewhere, and none that is a complaint’s fits a report', () => {
  const fitting = (type: 'report' | 'complaint', receivedOn = NEW) =>
    new Set(
      CASE_STATES.flatMap((state) => OUTCOMES.flatMap((outcome) => formsFor({ type, state, outcome, receivedOn }))),
    )
  expect(fitting('report').union(fitting('complaint')).size).toBe(FORMS.length)
  expect([...fitting('report')].toSorted()).toEqual(['forward', 'register_report', 'report_result'])
  expect(fitting('complaint', OLD).has('prove_identity')).toBe(false)
  for (const form of fitting('report')) expect(KINDS[form].names).toEqual([])
})

test('an office has its word in numbers, and no two of the demonstration the same', () => {
  const names = ['浙江省市场监督管理局', '浙江省交通运输厅', '宁波市市场监督管理局', '宁波市北仑区市场监督管理局']
  const words = [...names, '宁波市交通运输局（港口管理）', '舟山市定海区市场监督管理局'].map(officeWord)
  expect(words).toEqual(['浙江市监', '浙江交通', '宁波市监', '宁波北仑市监', '宁波交通', '舟山定海市监'])
  expect(documentNumber('宁波市市场监督管理局', 'accept', TODAY, 7)).toBe('宁波市监受〔2026〕7号')
})

test('what is filled in is read, and every part that is missing or wrong is named', () => {
  expect(readParts('mediate', { on: '2026-11-23', time: ' ', place: 'x'.repeat(201) }, about)).toEqual({
    ok: false,
    faults: [
      { field: 'on', code: 'not-to-come' },
      { field: 'time', code: 'missing' },
      { field: 'place', code: 'too-long' },
      { field: 'contact', code: 'missing' },
    ],
  })
  expect(readParts('refuse', { ground: 'sixty_days', reason: '因' }, about)).toEqual({
    ok: false,
    faults: [{ field: 'ground', code: 'ground-missing' }],
  })
  expect(readParts('register_report', { facts: '线索', do: 'x' }, about)).toEqual({
    ok: true,
    parts: { facts: '线索' },
  })
  expect(Object.keys(PARTS)).toEqual([...FORMS])
})

test('a refusal and an end of mediation cite the ground of the order in force; the port’s own by reference, unverified', () => {
  for (const receivedOn of [OLD, NEW]) {
    const facts = { ...about, state: 'decided', receivedOn } as unknown as DocumentFacts
    for (const ground of refusalGrounds({ ...about, receivedOn }))
      expect(citedBy('refuse', facts, { ground: ground.code })).toEqual([{ ...ground.basis, mark: ground.mark }])
    for (const ground of terminationGrounds(receivedOn))
      expect(citedBy('end_mediation', facts, { ground: ground.code })[0]!.document).toBe(ground.basis.document)
    const port = { ...facts, track: 'port_industry' } as DocumentFacts
    for (const [form, parts] of [
      ['accept', {}],
      ['end_mediation', { ground: 'withdrawn' }],
      ['refuse', { ground: 'dealt_with' }],
    ] as const)
      expect(citedBy(form, port, parts)).toMatchObject([
        { article: expect.stringMatching(/^第(四十三|三十八)条，参照第/), mark: 'recall' },
      ])
  }
})
