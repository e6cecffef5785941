import { expect, test } from 'vitest'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { releases } from '../../seeds/releases.ts'
import { PROBLEMS } from '../../server/errors.ts'
import { LOCALES, translator } from '../../views/locale/locale.ts'
import { PROBLEMS as EXPLAINED } from '../../views/pages/problems.ts'
import { conditionsInWords, factWord } from '../../views/words/conditions.ts'

const lines = releases.flatMap((release) => release.lines)
const standards = lines.flatMap(({ kind, payload }) => (kind === 'standard' && payload ? [payload as FeeStandard] : []))
const items = lines.flatMap(({ kind, payload }) => (kind === 'item' && payload ? [payload as FeeItem] : []))

test('on a Chinese page every fact and every condition is said in Chinese', () => {
  const t = translator('zh-CN')
  for (const fact of new Set(items.flatMap(({ facts }) => facts))) expect(factWord(fact, t)).not.toMatch(/[a-z]/)
  for (const { conditions } of standards) expect(conditionsInWords(conditions, t).join('')).not.toMatch(/[a-z_]{3}/)
})

test('in English no code stands where a word should', () => {
  const t = translator('en')
  for (const { conditions } of standards) expect(conditionsInWords(conditions, t).join('')).not.toMatch(/_/)
})

test('the page of problems explains every way the portal says no, with its status', () => {
  const explained = Object.fromEntries(Object.entries(EXPLAINED).map(([kind, [, status]]) => [kind, status]))
  expect(explained).toEqual(PROBLEMS)
  for (const locale of LOCALES)
    for (const kind of Object.keys(PROBLEMS)) expect(translator(locale).words.faults).toHaveProperty([`${kind}-title`])
})
