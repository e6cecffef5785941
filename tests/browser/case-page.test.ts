import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { joinCluster } from '../../server/cases/acts/clustering.ts'
import { addNote } from '../../server/cases/acts/writing.ts'
import { asking, onDay, person, step } from '../support/acts.ts'
import { become } from '../support/become.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'
import { filed } from '../support/filed.ts'
import { asStaff } from '../support/staff.ts'

async function everyoneReads(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  expect.soft(found, name).toEqual([])
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect.soft(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

describe.skipIf(!CHROME)('the page of a case in a browser', () => {
  test('axe finds nothing, open or folded, wide in Chinese and narrow in English', { timeout: 60_000 }, async ({
    app,
    db,
    origin,
    open,
  }) => {
    const early = onDay(app.desk, '2026-10-12')
    const { no } = (await filed(early)).cases[0]!
    const by = await person(db, 'handler')
    await step(early, by, { no, step: 'accept' })
    await addNote(early, by, { no, words: '先核对清单。' })
    await asking(early, by, { no, step: 'file_case', words: '有初步证据。' })
    const joined = await joinCluster(early, by, { no })
    const cluster = joined.ok ? joined.cluster : 0
    const supervisor = await asStaff(db, 'supervisor')
    for (const [lang, width] of [
      ['zh', 'desk'],
      ['en', 'phone'],
    ] as const) {
      const page = await open('/staff/sign-in', { viewport: WIDTHS[width] })
      await become(page, origin, supervisor)
      await page.goto(`${origin}${lang === 'en' ? '/en' : ''}/staff/cases/${no}`)
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
      await everyoneReads(page, `${lang} ${width}`)
      await page.goto(`${origin}${lang === 'en' ? '/en' : ''}/staff/cases/clusters/${cluster}`)
      await everyoneReads(page, `cluster, ${lang} ${width}`)
    }
  })

  test('a handler asks for more with the keyboard alone, without any script', { timeout: 60_000 }, async ({
    app,
    db,
    origin,
    open,
  }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const page = await open('/staff/sign-in', { javaScriptEnabled: false })
    await become(page, origin, await asStaff(db, 'handler'))
    await page.goto(`${origin}/staff/cases/${no}`)
    await openByKeys(page, '#step-ask_supplement > summary')
    await page.locator('#ask_supplement-deadline').fill('2026-12-01')
    await page.locator('#ask_supplement-words').focus()
    await page.keyboard.type('请补寄账单。')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=case-taken/)
    expect(await page.locator('.done').textContent()).toBe('已办理。')
    expect(await page.locator('.case-state').textContent()).toBe('待补正')
    expect(await page.locator('.case-event.message .case-words').textContent()).toContain('请补寄账单。')
  })
})

/** Comes to a summary by tabbing, as one does without a mouse, and opens it. */
async function openByKeys(page: Page, summary: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab')
    if (await page.locator(summary).evaluate((one) => one === one.ownerDocument.activeElement)) break
  }
  await page.keyboard.press('Enter')
  expect(await page.locator(summary).evaluate((one) => (one.parentElement as unknown as { open: boolean }).open)).toBe(
    true,
  )
}
