import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { person, step } from '../support/acts.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'
import { type FiledHere, filed } from '../support/filed.ts'

async function fits(page: Page, name: string): Promise<void> {
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

async function everyoneReads(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    name,
  ).toEqual([])
  await fits(page, name)
}

const enter = async (page: Page, { receipt, code }: FiledHere) => {
  await page.locator('#f-receipt').fill(receipt)
  await page.locator('#f-code').fill(code)
  await page.keyboard.press('Enter')
  await page.locator('.owned').first().waitFor()
}

describe.skipIf(!CHROME)('following a case', () => {
  test('on a phone, without a script, in English: look it up, answer what was asked, and see it go on', async ({
    app,
    open,
  }) => {
    const one = await filed(app.desk)
    const asked = { step: 'ask_supplement', input: { deadline: '2026-11-27' }, words: '请补充账单原件' } as const
    await step(app.desk, await person(app.desk.db, 'handler'), { no: one.cases[0]!.no, ...asked })
    const phone = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false, hasTouch: true }
    const page = await open('/en/complaints/lookup', phone)
    await fits(page, 'lookup')
    await enter(page, one)
    await fits(page, 'a case that waits for its owner')
    await page.getByLabel('What you add').fill('The bill is attached.')
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').innerText()).toBe('It was sent, and the case goes on.')
    await page.locator('.next-date summary').first().click()
    await fits(page, 'a case with its days open')
  })

  test('in Chinese at a desk, by keyboard: withdraw after being asked', async ({ app, open }) => {
    const one = await filed(app.desk)
    const page = await open('/complaints/lookup', { viewport: WIDTHS.desk })
    await everyoneReads(page, 'lookup')
    await enter(page, one)
    await page.locator('.next-date summary').first().press('Enter')
    await everyoneReads(page, 'a case with its days open')
    await page.getByRole('link', { name: '撤回' }).first().press('Enter')
    await everyoneReads(page, 'withdrawing')
    await page.getByRole('button', { name: '确认撤回' }).press('Enter')
    await page.getByRole('status').waitFor()
    expect(await page.locator('.standing').first().innerText()).toContain('已撤回')
  })
})
