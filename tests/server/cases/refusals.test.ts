import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { HELD, Refused, refusalIn } from '../../../server/cases/acts/outcome.ts'

const MIGRATIONS = readdirSync('migrations')
  .map((name) => readFileSync(`migrations/${name}`, 'utf8'))
  .join('\n')

test.for(Object.entries(HELD))('what the database holds as %s is refused as %s', ([constraint, code]) => {
  const named = new RegExp(`constraint (= ')?${constraint}\\b|unique index ${constraint}\\b`)
  expect(named.test(MIGRATIONS)).toBe(true)
  expect(refusalIn({ code: '23001', constraint })).toEqual({ ok: false, code })
})

test('what is nobody’s fault is no refusal', () => {
  expect(refusalIn(new Error('lost the connection'))).toBeNull()
  expect(refusalIn({ code: '57P01', constraint: 'case_has_gone_on' })).toBeNull()
  expect(refusalIn({ code: '23505', constraint: 'something_else' })).toBeNull()
  expect(refusalIn(new Refused('too-late', { due: '2026-12-01' }))).toEqual({
    ok: false,
    code: 'too-late',
    values: { due: '2026-12-01' },
  })
})
