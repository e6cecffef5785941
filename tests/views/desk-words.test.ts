import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { PORTAL_RULES } from '../../catalogue/lint/sources.ts'
import { STEPS } from '../../complaints/case.ts'
import { ACTS } from '../../server/staff/set-acts.ts'
import { faultText } from '../../views/line/field.ts'
import { translator } from '../../views/locale/locale.ts'
import { rolesIn } from '../../views/pages/staff-roles.ts'
import { actText, detailText, objectText } from '../../views/words/audited.ts'
import { sourceInWords } from '../../views/words/lint.ts'
import { sourceWords } from '../../views/words/set-line.ts'

const t = translator('zh-CN')

test('the audit tells objects and details in words, and keeps what has no word', () => {
  expect(
    [
      ...['set 12', 'set 12/3', '12/3', 'import/4', 'case/TS20261123-7K3M9QX-1', 'cluster/3'],
      ...['noticeDays', 'newcomer', 'title', '/staff/people'],
    ].map((object) => objectText(object, t)),
  ).toEqual([
    '变更集 12',
    '变更集 12 第 3 条',
    '变更集 12 第 3 条',
    '导入 4',
    '案件 TS20261123-7K3M9QX-1',
    '并案 3',
    '涨价提前公布的天数',
    'newcomer',
    'title',
    '/staff/people',
  ])
  expect(detailText({ why: 'too-soon', held: [{ role: 'reviewer', entity: null }], other: 1 }, t)).toBe(
    '原因：发布时间太近或已过 · 角色：审核 · other：1',
  )
  expect(actText('never.heard', t.words)).toBe('never.heard')
})

/** An act as the code names it: `act: '…'`, `action: '…'` of an address that may be refused, `audited(desk, request, '…'` and those that call it. */
const NOTED = /\b(?:act(?:ion)?: |(?:audited|answered|written)\([^)'`]*)'([a-z-]+\.[a-z.-]+)'/g

test('every act that the portal notes of its staff has a name', async () => {
  const made = [...STEPS.map((step) => `case.${step}`), ...ACTS.map(({ name }) => `set.${name}`)]
  const acts = new Set<string>([...made, 'line.remove', 'line.restore'])
  for await (const file of glob('server/**/*.ts'))
    for (const [, act] of (await readFile(file, 'utf8')).matchAll(NOTED)) acts.add(act!)
  expect(acts.size).toBeGreaterThan(90)
  expect([...acts]).toEqual(expect.arrayContaining(['case.cluster.sign', 'case.code', 'case.unask', 'line.save']))
  for (const locale of ['zh-CN', 'en'] as const)
    expect([...acts].filter((act) => actText(act, translator(locale).words) === act)).toEqual([])
})

test('an empty field is told that it is wanted, a wrong one what is wrong with it', () => {
  const said = (code: string, value: string) => faultText({ code, field: 'amount', value }, t)
  expect(['not-an-amount', 'not-a-name'].map((code) => said(code, ''))).toEqual(['请填写。', '请填写。'])
  expect(said('not-an-option', '')).toBe('请选择。')
  expect(said('not-an-amount', '四百')).toContain('“四百”')
})

test('a role names its entity, and one that nobody named by its code', () => {
  const held = [{ role: 'entity_editor', entity: '91330206MA2DEM0171' }]
  expect(rolesIn('zh-CN', held, [{ code: '91330206MA2DEM0171', name: '示例码头' }])).toBe('收费主体编辑（示例码头）')
  expect(rolesIn('zh-CN', held, [])).toBe('收费主体编辑（91330206MA2DEM0171）')
})

test('a rule of the portal itself is told without the section of a design', () => {
  expect(sourceInWords({ document: PORTAL_RULES, clause: 'catalogue §4.1', excerpt: null }, t)).not.toContain('§')
})

test('an ending that a full list proposed is said to come from no row of the file', () => {
  const line = (row: number) =>
    ({ line: { source: { file: 'a'.repeat(64), sheet: null, row } } }) as Parameters<typeof sourceWords>[0]
  expect(sourceWords(line(1), t)).toContain('里没有这一条')
  expect(sourceWords(line(7), t)).toContain('第 7 行')
})
