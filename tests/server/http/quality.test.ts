import { expect } from 'vitest'
import { runQuality, runQualityIfDue } from '../../../server/jobs/quality.ts'
import { NOW, test } from '../../support/portal.ts'

test('before the first run the page says so, and still lists every rule', async ({ app }) => {
  const { statusCode, body } = await app.inject('/quality')
  expect(statusCode).toBe(200)
  expect(body).toContain('还没有检查过')
  expect(body.match(/id="[VBPLCSR]\d\d"/g)).toHaveLength(45)
  expect((await app.inject('/api/v1/quality')).json().data).toBeNull()
})

test('a run is kept as it was, and shown on the page in both languages with what it names', async ({ app }) => {
  await runQuality(app.desk)
  const [chinese, english] = [await app.inject('/quality'), await app.inject('/en/quality')]
  expect(chinese.body).toContain('2026年11月23日 10:00')
  expect(chinese.body).toContain('R06 保安费并入包干费')
  expect(chinese.body).toContain('要有账单才能比对')
  expect(english.body).toContain('Security charge in the lump sum')
  expect(english.headers['content-language']).toBe('en')
  expect(chinese.body).not.toMatch(/style=|onclick=/)
})

test('findings are narrowed down to an entity, a port or a rule, on the page and in the file alike', async ({
  app,
}) => {
  await runQuality(app.desk)
  const all = (await app.inject('/quality.csv')).body.trim().split('\r\n')
  const some = (await app.inject('/quality.csv?rule=R06')).body.trim().split('\r\n')
  expect(all[0]).toContain('rule,severity,rule_name')
  expect(some.length).toBeGreaterThan(1)
  expect(some.length).toBeLessThan(all.length)
  expect(some.slice(1).every((row) => row.startsWith('R06,error'))).toBe(true)
  expect((await app.inject('/quality?entity=91330206MA2DEM0171')).body).not.toContain('id="found-R06"')
  expect((await app.inject('/quality?port=CNHGH&rule=R06')).body).toContain('按这个条件没有发现问题')
  expect((await app.inject('/quality?rule=X99')).statusCode).toBe(400)
})

test('an answer is dated by its run: the same until the next, and new after it, though no release was made', async ({
  app,
}) => {
  await runQuality(app.desk)
  const { headers } = await app.inject('/quality')
  expect(headers['cache-control']).toBe('public, max-age=120')
  const again = () => app.inject({ url: '/quality', headers: { 'if-none-match': String(headers.etag) } })
  expect((await again()).statusCode).toBe(304)
  await runQuality(app.desk)
  expect((await again()).statusCode).toBe(200)
})

test('the rules run of themselves where there is no run yet, and not again within the week', async ({ app, db }) => {
  await runQualityIfDue(app.desk)
  await runQualityIfDue(app.desk)
  expect(await db.selectFrom('quality_run').select(['release', 'at']).execute()).toEqual([
    { release: app.desk.head.release(), at: NOW },
  ])
})

test('the rules run again when a week has gone by, though no release was made and the portal slept on its day', async ({
  app,
  db,
}) => {
  await runQuality(app.desk)
  const on = (days: number) => ({ ...app.desk, now: () => new Date(NOW.getTime() + days * 24 * 3_600_000) })
  await runQualityIfDue(on(6))
  expect(await db.selectFrom('quality_run').select('id').execute()).toHaveLength(1)
  await runQualityIfDue(on(8))
  expect(await db.selectFrom('quality_run').select('id').execute()).toHaveLength(2)
})

test('a run is never edited or deleted', async ({ app, db }) => {
  await runQuality(app.desk)
  await expect(db.updateTable('quality_run').set({ release: 1 }).execute()).rejects.toThrow(/permission denied/)
  await expect(db.deleteFrom('quality_run').execute()).rejects.toThrow(/permission denied/)
})

test('the API gives the run and the rules with the clauses they rest on', async ({ app }) => {
  await runQuality(app.desk)
  const { meta, data } = (await app.inject('/api/v1/quality')).json()
  expect(meta).toMatchObject({ as_of: '2026-11-23', release: app.desk.head.release() })
  expect(data.skipped.map(({ rule }: { rule: string }) => rule)).toContain('R13')
  const security = data.findings.find(({ rule }: { rule: string }) => rule === 'R06')
  expect(security).toMatchObject({ severity: 'error', subjects: [{ kind: 'standard' }] })
  expect(security.text.en).toContain('Port facility security')
  const rules = (await app.inject('/api/v1/lint-rules')).json().data
  expect(rules).toHaveLength(45)
  expect(rules.find(({ code }: { code: string }) => code === 'R05').source).toMatchObject({
    document: 'price-penalty-rules',
  })
})
