import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect } from 'vitest'
import { person, step } from '../support/acts.ts'
import { become } from '../support/become.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'
import { filed } from '../support/filed.ts'
import { asStaff } from '../support/staff.ts'

const BUYER = { capacity: 'individual' as const, daily_life: true, contact: { name: '周小舟', phone: '13800001234' } }

describe.skipIf(!CHROME)('a document in a browser', () => {
  test('is filled in, previewed and issued, wide in Chinese and narrow in English', {
    timeout: 90_000,
  }, async ({ app, db, origin, open }) => {
    const { cases } = await filed(app.desk, BUYER)
    const { no } = cases.find(({ track }) => track === 'samr_consumer')!
    await step(app.desk, await person(db, 'handler'), { no, step: 'accept' })
    const handler = await asStaff(db, 'handler')
    for (const [lang, width] of [
      ['', 'desk'],
      ['/en', 'phone'],
    ] as const) {
      const page = await open('/staff/sign-in', { viewport: WIDTHS[width] })
      await become(page, origin, handler)
      const looked = async (name: string) => {
        const shots = process.env.SHOTS
        if (shots)
          await page.screenshot({ path: `${shots}/${name}${lang.replace('/', '-')}-${width}.png`, fullPage: true })
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
        expect
          .soft(
            violations.map(({ id }) => id),
            `${name} ${lang} ${width}`,
          )
          .toEqual([])
        const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        expect.soft(over, `${name} ${lang} ${width} is wider than the screen`).toBeLessThanOrEqual(0)
      }
      await page.goto(`${origin}${lang}/staff/cases/${no}/documents/new?form=mediate`)
      await page.locator('#form-document button').click()
      await looked('faults')
      await page.locator('#document-on').fill('2026-12-08')
      await page.locator('#document-time').fill('上午九时三十分')
      await page.locator('#document-place').fill('北仑港务大厦三楼')
      await page.locator('#form-document button').click()
      await looked('preview')
      await page.locator('button[value=issue]').click()
      await page.waitForURL(/done=document-issued/)
      expect(await page.locator('.case-paper h2').textContent()).toBe('投诉调解通知书')
      await looked('issued')
    }
  })
})
