import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { describe, expect } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { startBackground } from '../../server/background.ts'
import { DEMO_PASSWORD } from '../../server/staff/passwords.ts'
import { CHROME, QUIET, WIDTHS } from '../support/chromium.ts'
import { query } from '../support/cluster.ts'
import { testConfig } from '../support/config.ts'
import { SAMPLE_CHANGES, SAMPLE_ENTITY, SAMPLE_FAULTS, sampleList } from '../support/import-sample.ts'
import { type App, NOW, test as onSeeds } from '../support/portal.ts'

type Running = { origin: string; app: App; clock: { now: Date }; poke: () => Promise<void> }
type As = (login: string) => Promise<Page>

/** A whole portal, its queue and its signing key with it, whose clock the test sets; and a browser for each person. */
const test = onSeeds.extend<{ running: Running; as: As }>({
  running: async ({ db, url, head }, use) => {
    const clock = { now: NOW }
    const dir = await mkdtemp(join(tmpdir(), 'portal-log-key-'))
    const config = { ...testConfig, logKeyFile: join(dir, 'log-key') }
    const app = await buildApp({ db, head, now: () => clock.now }, config)
    const background = await startBackground(app.desk, url, config, () => {})
    const origin = await app.listen({ port: 0, host: '127.0.0.1' })
    const poke = async () => void (await query(url, `select graphile_worker.add_job('publish-due')`))
    await use({ origin, app, clock, poke })
    await background.stop()
    await app.close()
    await rm(dir, { recursive: true, force: true })
  },
  as: async ({ running: { origin } }, use) => {
    const browser: Browser = await chromium.launch({ executablePath: CHROME!, args: QUIET })
    await use(async (login) => {
      const context = await browser.newContext({ viewport: WIDTHS.desk, locale: 'zh-CN' })
      const page = await context.newPage()
      await page.goto(`${origin}/staff`)
      await page.locator('[name=login]').fill(login)
      await page.locator('[name=password]').fill(DEMO_PASSWORD)
      await page.keyboard.press('Enter')
      if (login === 'reviewer' || login === 'publisher') {
        await page.locator('[name=code]').fill(await page.locator('.hint code').innerText())
        await page.keyboard.press('Enter')
      }
      await page.waitForURL(/\/staff$/)
      return page
    })
    await browser.close()
  },
})

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  await page.getByRole('button', { name: '上传并读取' }).click()
  await page.locator('#counts, #problems').first().waitFor({ timeout: 30_000 })
}

/** Presses the button of the form that goes to an act of the set. */
async function act(
  page: Page,
  name: string,
  fill: (form: ReturnType<Page['locator']>) => Promise<void> = async () => {},
) {
  const form = page.locator(`form[action$="/${name}"]`)
  await page.evaluate(`document.querySelector('form[action$="/${name}"]').closest('details')?.setAttribute('open', '')`)
  await fill(form)
  await form.locator('button:not([name])').last().click()
}

describe.skipIf(!CHROME)('a list on its way from Excel to the public', () => {
  test('is imported with faults, mended, reviewed by another, published on schedule, and seen everywhere', {
    timeout: 180_000,
  }, async ({ running: { origin, app, clock, poke }, as }) => {
    const [editor, reviewer, publisher] = [await as('terminal'), await as('reviewer'), await as('publisher')]

    await editor.goto(`${origin}/staff/imports/new`)
    await editor.locator('[name=mode][value=full]').check()
    await editor.locator('[name=effective]').fill('2026-12-01')
    await send(editor, '清单.xlsx', await sampleList({ faulty: true }))
    const faults = editor.locator('.import-problems tbody tr')
    await faults.first().waitFor()
    expect(await faults.count()).toBeGreaterThanOrEqual(SAMPLE_FAULTS.length)
    const told = await editor.locator('.import-problems').innerText()
    for (const { row } of SAMPLE_FAULTS) expect(told).toContain(`第 ${row} 行`)
    expect(await editor.getByRole('link', { name: /批注|标注|注明/ }).count()).toBeGreaterThan(0)

    await send(editor, '清单（改）.xlsx', await sampleList({ faulty: false }))
    await act(editor, 'apply')
    await editor.waitForURL(/\/staff\/sets\/\d+/)
    const set = new URL(editor.url()).pathname
    expect(await editor.locator('main').innerText()).toContain(String(SAMPLE_CHANGES))
    await act(editor, 'submit')
    await editor.waitForURL(/done=/)
    expect(await editor.locator('form[action$="/approve"]').count()).toBe(0)
    expect(await statusOfApproval(editor, origin + set)).toBe(403)

    await reviewer.goto(`${origin}${set}/review`)
    await act(reviewer, 'request-changes', (form) => form.locator('[name=comment]').fill('请说明下调的原因'))
    await reviewer.waitForURL(/done=/)
    await editor.goto(origin + set)
    expect(await editor.locator('main').innerText()).toContain('请说明下调的原因')
    await act(editor, 'submit')
    await editor.waitForURL(/done=/)

    await reviewer.goto(`${origin}${set}/review`)
    await act(reviewer, 'approve', async (form) => {
      for (const tick of await form.locator('[name=accept]').all()) await tick.check()
    })
    await reviewer.waitForURL(/done=/)

    await publisher.goto(origin + set)
    await act(publisher, 'schedule', async (form) => {
      await form.locator('[name=day]').fill('2026-11-23')
      await form.locator('[name=time]').fill('10:05')
    })
    await publisher.waitForURL(/done=/)

    const ask = (path: string, headers = {}) => app.inject({ url: path, headers })
    const page = `/entities/${SAMPLE_ENTITY}?on=2026-12-02`
    const [before, feed, checkpoint] = [await ask(page), await ask('/changes.atom'), await ask('/log/checkpoint')]
    const release = app.desk.head.release()
    await poke()
    clock.now = new Date('2026-11-23T10:05:00+08:00')
    await poke()
    await expect.poll(() => app.desk.head.release(), { timeout: 15_000 }).toBe(release + 1)
    await expect.poll(async () => (await ask('/log/checkpoint')).body, { timeout: 5000 }).not.toBe(checkpoint.body)

    const after = await ask(page, { 'if-none-match': String(before.headers.etag) })
    expect([after.statusCode, after.body === before.body]).toEqual([200, false])
    expect((await ask('/changes.atom')).body).not.toBe(feed.body)
    const told2 = (await ask(`/api/v1/releases/${release + 1}`)).json<{ data: { lines: number } }>()
    expect(told2.data.lines).toBe(SAMPLE_CHANGES)
    const reader = await publisher.context().newPage()
    await reader.goto(`${origin}/changes/${release + 1}`)
    expect(await reader.locator('main').innerText()).toContain(`${SAMPLE_CHANGES} 条`)
  })
})

/** What the desk answers an editor who sends the form of a reviewer. */
const statusOfApproval = (page: Page, set: string): Promise<number> =>
  page.evaluate<number>(`fetch('${set}/approve', {
    method: 'POST', body: new URLSearchParams({ csrf: document.querySelector('[name=csrf]').value }),
  }).then(({ status }) => status)`)
