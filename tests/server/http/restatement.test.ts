import { describe, expect } from 'vitest'
import type { z } from 'zod'
import { day } from '../../../catalogue/day.ts'
import { type Line, withdraw } from '../../../catalogue/release.ts'
import type { Change } from '../../../catalogue/statement.ts'
import { publish } from '../../../server/db/publish.ts'
import type { ReleaseOut } from '../../../server/routes/api/shapes.ts'
import { textOf } from '../../support/form.ts'
import { aDraft, aLine, anItem, aRule, why } from '../../support/lines.ts'
import { type App, NOW, test as portal } from '../../support/portal.ts'

type Release = z.infer<typeof ReleaseOut>
type Say = (...lines: Line[]) => Promise<number>

const test = portal.extend<{ say: Say }>({
  say: async ({ owner, head }, use) => {
    await use(async (...lines) => {
      const published = await publish(owner, aDraft(lines), NOW)
      if (!published.ok) throw new Error(JSON.stringify(published.faults))
      await head.refresh()
      return published.release
    })
  },
})

const price = (amount: string, from: string, until: string | null, change: Exclude<Change, 'withdraw'> = 'new') =>
  aLine(amount, day(from), until === null ? null : day(until), 'base', change)
const key = price('1', '2025-01-01', null).key
const page = async (app: App, release: number, language = '') =>
  textOf((await app.inject(`${language}/changes/${release}`)).body)
const restates = async (app: App, release: number) => {
  const { data } = (await app.inject(`/api/v1/releases/${release}`)).json() as { data: Release }
  return data.restates
}

describe('a correction', () => {
  test('says what was wrong and exactly which days are answered otherwise', async ({ app, say }) => {
    await say(aRule, anItem(), price('1.00', '2025-01-01', '2025-07-01'), price('2.00', '2025-07-01', null))
    const release = await say(price('1.50', '2025-06-01', '2025-08-01', 'correct'))
    expect(await restates(app, release)).toEqual([
      { kind: 'standard', key, from: '2025-06-01', to: '2025-06-30' },
      { kind: 'standard', key, from: '2025-07-01', to: '2025-07-31' },
    ])
    const zh = await page(app, release)
    expect(zh).toContain('有 2 段日期，本平台现在的答案与此前不同')
    expect(zh).toMatch(/2025年6月1日 至 2025年6月30日 1\.00 元\/吨 1\.50 元\/吨/)
    expect(zh).toMatch(/2025年7月1日 至 2025年7月31日 2\.00 元\/吨 1\.50 元\/吨/)
    expect(await page(app, release, '/en')).toContain('For 2 stretches of days the portal now answers otherwise')
  })

  test('of days of which nothing was said, says that too', async ({ app, say }) => {
    await say(aRule, anItem(), price('1.00', '2025-01-01', null))
    const release = await say(price('1.00', '2024-12-01', '2025-02-01', 'correct'))
    expect(await restates(app, release)).toEqual([{ kind: 'standard', key, from: '2024-12-01', to: '2024-12-31' }])
    expect(await page(app, release)).toContain('（此前没有）')
  })

  test('of a day that was withdrawn, says that nothing had applied', async ({ app, say }) => {
    await say(aRule, anItem(), price('1.00', '2025-01-01', null))
    await say(withdraw('standard', key, { from: day('2026-01-01'), until: null }, why))
    const release = await say(price('1.00', '2026-01-01', '2026-03-01', 'correct'))
    expect(await restates(app, release)).toEqual([{ kind: 'standard', key, from: '2026-01-01', to: '2026-02-28' }])
  })

  test('is in the list of releases and in the feed', async ({ app, say }) => {
    await say(aRule, anItem(), price('1.00', '2025-01-01', null))
    const release = await say(price('1.50', '2025-06-01', '2025-08-01', 'correct'))
    const { data } = (await app.inject(`/api/v1/releases?after=${release - 1}`)).json() as { data: Release[] }
    expect(data.map((one) => one.restates)).toEqual([[{ kind: 'standard', key, from: '2025-06-01', to: '2025-07-31' }]])
    expect((await app.inject('/changes.atom')).body).toContain('有 1 段日期')
  })
})

describe('nothing is put right', () => {
  test('by a change that begins on a later day', async ({ app, say }) => {
    await say(aRule, anItem(), price('1.00', '2025-01-01', null))
    const release = await say(price('1.50', '2027-01-01', null, 'revise'))
    expect(await restates(app, release)).toEqual([])
    expect(await page(app, release)).not.toContain('本平台现在的答案')
  })

  test('by saying the same again', async ({ app, say }) => {
    await say(aRule, anItem(), price('1.00', '2025-01-01', null))
    const release = await say(price('1.00', '2025-06-01', '2025-08-01', 'correct'))
    expect(await restates(app, release)).toEqual([])
  })
})

test('a release says how many of its lines were read from a file', async ({ app, say }) => {
  const source = { file: 'a'.repeat(64), sheet: '收费', row: 4 }
  const release = await say(aRule, anItem(), { ...price('1.00', '2025-01-01', null), source })
  expect(await page(app, release)).toContain('其中 1 条由表格导入')
  expect(await page(app, release - 1)).not.toContain('由表格导入')
})
