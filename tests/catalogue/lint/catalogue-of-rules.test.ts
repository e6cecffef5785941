import { expect, test } from 'vitest'
import { RULE_CODES, SENTENCES } from '../../../catalogue/lint/codes.ts'
import { RULES } from '../../../catalogue/lint/lint.ts'
import { CLAUSES, PORTAL_RULES } from '../../../catalogue/lint/sources.ts'
import { DOCUMENTS } from '../../../seeds/documents.ts'
import { LOCALES, translator } from '../../../views/locale/locale.ts'

const numbered = (letter: string, n: number) =>
  Array.from({ length: n }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`)

test('every rule of the design and every rule of the law is there, once', () => {
  const all = [
    ['V', 9],
    ['B', 4],
    ['P', 6],
    ['L', 4],
    ['C', 5],
    ['S', 2],
    ['R', 15],
  ] as const
  const wanted = all.flatMap(([letter, n]) => numbered(letter, n))
  expect([...RULE_CODES].toSorted()).toEqual(wanted.toSorted())
  expect(RULES.map(({ code }) => code).toSorted()).toEqual(wanted.toSorted())
})

test('a rule without a clause behind it is at most a warning', () => {
  const baseless = RULES.filter(({ severity, source }) => severity === 'error' && source === null)
  expect(baseless.map(({ code }) => code)).toEqual([])
})

test('every clause is of a document of the catalogue, or of the portal’s own rules', () => {
  const known = [PORTAL_RULES, ...DOCUMENTS.map(({ code }) => code)]
  expect(Object.values(CLAUSES).filter(({ document }) => !known.includes(document))).toEqual([])
})

test('every sentence belongs to a rule, and is said in both languages', () => {
  for (const sentence of SENTENCES) expect(RULE_CODES).toContain(sentence.slice(0, 3))
  for (const locale of LOCALES)
    for (const sentence of SENTENCES) expect(translator(locale).words.lint[sentence]).not.toBe('')
})
