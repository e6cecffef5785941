import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { asClerk } from '../../server/db/case-doors.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'

const LINK = '/complaints/new?item=port-facility-security&port=CNNGB&area=beilun&entity=91330206MA2DEM0171'

const goOn = (page: Page) => page.click('.send button[value=next]')

async function everyoneReads(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  expect
    .soft(
      violations.map(({ id }) => id),
      name,
    )
    .toEqual([])
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect.soft(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

describe.skipIf(!CHROME)('filing in a browser', () => {
  test('from a fee page on a phone: interrupted, taken up again, proven by work, and everyone can read it', {
    timeout: 90_000,
  }, async ({ open, origin, db }) => {
    const page = await open(LINK, { viewport: WIDTHS.phone })
    await goOn(page)
    expect(await page.evaluate('document.activeElement.className')).toBe('problems')
    await everyoneReads(page, 'the first page, with faults')
    await page.check('#f-capacity-enterprise')
    await page.check('#f-goal_refund-1')
    await goOn(page)
    await goOn(page)
    await goOn(page)
    await page.selectOption('#f-category', 'over_standard')
    await page.fill('#f-c0_charged_on', '2026-03-02')
    await page.fill('#f-c0_amount', '20.00')

    await page.goto(`${origin}/complaints/new`)
    await page.click('[data-resume-go]')
    expect(await page.inputValue('#f-c0_amount')).toBe('20.00')
    await everyoneReads(page, 'the charges')
    await goOn(page)
    await page.fill('#f-statement', '账单上的保安费每箱二十元，公示的没有这么多。')
    await goOn(page)
    await everyoneReads(page, 'the evidence')
    await goOn(page)
    await page.check('#f-anonymous-no')
    await page.fill('#f-name', '周小舟')
    await page.fill('#f-phone', '13800001234')
    await everyoneReads(page, 'the contact')
    await goOn(page)
    await everyoneReads(page, 'the check')
    const kept = await page.evaluate('JSON.stringify(localStorage)')
    for (const personal of ['周小舟', '13800001234']) expect(kept).not.toContain(personal)
    await goOn(page)
    await page.waitForSelector('.keep')
    await everyoneReads(page, 'the receipt')
    expect(await page.evaluate('localStorage.length')).toBe(0)
    const code = await page.textContent('.keep div:nth-child(2) code')
    await page.goto(`${origin}/complaints/receipt`)
    expect(await page.textContent('.keep div:nth-child(2) code')).toBe(code)
    const rows = await asClerk(db, (tx) => tx.selectFrom('submission').select(['worked', 'channel']).execute())
    expect(rows).toEqual([{ worked: true, channel: 'web' }])
  })
})
