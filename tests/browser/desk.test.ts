import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inLanguage } from '../support/addresses.ts'
import { become } from '../support/become.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'
import { type Running, test } from '../support/desk-browser.ts'
import { listOf } from '../support/desk-imports.ts'
import type { DeskPage } from '../support/desk-pages.ts'

/** Goes to a page by its address, or sends it a form as a browser would; gives the status of the answer. */
async function goTo(page: Page, { origin, desk }: Running, asked: DeskPage, lang: 'zh' | 'en'): Promise<number> {
  const who = await desk.who(asked)
  await become(page, origin, who)
  const url = origin + inLanguage(asked.path, lang)
  if (asked.sent === undefined) return (await page.goto(url))!.status()
  await page.goto(`${origin}/problems`)
  const fields = Object.entries({ csrf: who?.csrf ?? '', ...asked.sent })
  const kind = asked.file ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.evaluate(`(${SEND})(${JSON.stringify([url, fields, kind])})`)
  const status = (await answer).status()
  await page.waitForURL(url)
  return status
}

const SEND = `([action, fields, enctype]) => {
  const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype })
  for (const [name, value] of fields) form.append(Object.assign(document.createElement('input'), { name, value }))
  document.body.append(form)
  form.submit()
}`

/** Nothing hangs over the side at any width, and axe finds nothing: of the Chinese page on a desk, of the English on a phone. */
async function everyoneReads(page: Page, name: string, lang: 'zh' | 'en'): Promise<void> {
  for (const viewport of [WIDTHS.desk, { width: 320, height: 640 }, WIDTHS.phone]) {
    await page.setViewportSize(viewport)
    await fits(page, name, viewport.width)
  }
  if (lang === 'zh') await page.setViewportSize(WIDTHS.desk)
  const asked = new AxeBuilder({ page }).options(QUICKLY).setLegacyMode(true)
  expect.soft((await asked.analyze()).violations.map(told), name).toEqual([])
}

/** What was not violated is not asked for, and no element is named by a selector: its HTML tells which it is. */
const QUICKLY = { resultTypes: ['violations' as const], selectors: false }

const told = ({ id, nodes }: { id: string; nodes: { html: string }[] }): string =>
  `${id}: ${nodes
    .map(({ html }) => html.slice(0, 120))
    .slice(0, 3)
    .join(' | ')}`

async function fits(page: Page, name: string, width: number): Promise<void> {
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect.soft(over, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
}

describe.skipIf(!CHROME)('everyone can work at the desk', () => {
  for (const lang of ['zh', 'en'] as const)
    test(`axe finds nothing on any page, and none scrolls sideways at any width (${lang})`, {
      timeout: 300_000,
    }, async ({ running }) => {
      const context = await running.browser.newContext({ locale: 'zh-CN' })
      const page = await context.newPage()
      for (const [name, asked] of Object.entries(running.desk.pages)) {
        expect.soft(await goTo(page, running, asked, lang), name).toBe(asked.status ?? 200)
        await everyoneReads(page, `${name} ${asked.path}`, lang)
      }
      await context.close()
    })

  test('by keyboard alone an editor signs in, opens a set and submits it', async ({
    running: { browser, origin, desk },
  }) => {
    const context = await browser.newContext({ viewport: WIDTHS.desk, locale: 'zh-CN' })
    const page = await context.newPage()
    const focused = () => page.evaluate<string>('document.activeElement.outerHTML.slice(0, 300)')
    const tabTo = async (what: RegExp) => {
      for (let presses = 0; presses < 60 && !what.test(await focused()); presses++) await page.keyboard.press('Tab')
      expect(await focused()).toMatch(what)
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
      expect(outline, `the focus on ${what} is seen`).not.toBe('none')
    }
    await page.goto(`${origin}/staff`)
    await tabTo(/name="login"/)
    await page.keyboard.type('terminal')
    await tabTo(/name="password"/)
    await page.keyboard.type('demo-Harbour-2026')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/staff$/)
    const set = `/staff/sets/${desk.data.sets.ready}`
    await tabTo(new RegExp(`href="${set}"`))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${set}`)
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('class="skip"')
    await page.keyboard.press('Enter')
    await tabTo(/^<button[^>]*>送审/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${set}?done=submit`)
    expect(await page.locator('[role=status]').first().innerText()).not.toBe('')
    await context.close()
  })

  test('on a phone without a script an editor sends in a list, mends it, answers, and makes the draft', async ({
    running: { browser, origin, desk },
  }) => {
    const context = await browser.newContext({ viewport: WIDTHS.phone, javaScriptEnabled: false, hasTouch: true })
    const page = await context.newPage()
    await become(page, origin, await desk.who({ as: 'terminal' }))
    await page.goto(`${origin}/staff/imports`)
    await page.locator('main').getByRole('link', { name: /导入/ }).first().click()
    await page.waitForURL('**/staff/imports/new')
    await page.locator('[name=mode][value=full]').check()
    await page.locator('[name=effective]').fill('2026-11-24')
    await page.locator('[type=file]').setInputFiles(await listOf(desk.app.desk, 'faulty'))
    await page.locator('.import-form .send button').click()
    await page.waitForURL(/\/staff\/imports\/\d+$/)
    expect(await page.locator('progress').count()).toBe(1)
    await desk.readWaiting()
    await page.locator('.import-problems tbody tr').first().waitFor()
    await page.locator('.import-again [type=file]').setInputFiles(await listOf(desk.app.desk, 'shorter'))
    await page.locator('.import-again .send button').click()
    await desk.readWaiting()
    await page.locator('.import-asks').waitFor()
    for (const yes of await page.locator('.import-asks [value=yes][type=radio]').all()) await yes.check()
    await page.locator('.import-asks .send button:not([name])').click()
    await page.locator('.import-apply button').click()
    await page.waitForURL(/\/staff\/sets\/\d+\?done=import-applied/)
    expect(await page.locator('.set-lines tbody').count()).toBe(2)
    await context.close()
  })
})
