import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { DEMO_PASSWORD } from '../../server/staff/passwords.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'

async function everyoneReads(page: Page, name: string, script: boolean): Promise<void> {
  const found = script ? (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations : []
  expect
    .soft(
      found.map(({ id, nodes }) => `${id}: ${nodes[0]!.target}`),
      name,
    )
    .toEqual([])
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect.soft(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

async function give(page: Page, login: string, password: string): Promise<void> {
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
}

describe.skipIf(!CHROME)('staff sign in', () => {
  for (const [lang, script, viewport] of [
    ['', false, { width: 320, height: 700 }],
    ['/en', true, WIDTHS.desk],
  ] as const)
    test(`with a password and a code, and come where they wanted (${lang === '' ? 'zh, no script' : 'en'})`, async ({
      open,
    }) => {
      const page = await open(`${lang}/staff/account`, { viewport, javaScriptEnabled: script })
      await everyoneReads(page, 'sign-in', script)
      await give(page, 'publisher', 'not the password')
      await page.locator('.problems').waitFor()
      await everyoneReads(page, 'sign-in refused', script)
      expect(await page.locator('[name=login]').inputValue()).toBe('publisher')
      await give(page, 'publisher', DEMO_PASSWORD)
      await page.locator('[name=code]').fill(await page.locator('.hint code').innerText())
      await everyoneReads(page, 'code', script)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${lang}/staff/account`)
      await everyoneReads(page, 'account', script)
      expect((await namesOf(page)).toSorted()).toEqual(['__Host-device', '__Host-session'])
      await page.goto(new URL(`${lang}/staff/account/second-factor`, page.url()).href)
      await everyoneReads(page, 'second factor', script)
      expect(await page.evaluate<number>('document.querySelector(".qr").naturalWidth')).toBeGreaterThan(0)
      await page.locator('header form button').click()
      await page.waitForURL(`**${lang}/staff/sign-in?done=signed-out`)
      expect(await namesOf(page)).toEqual(['__Host-device'])
    })
})

const namesOf = async (page: Page): Promise<string[]> => (await page.context().cookies()).map(({ name }) => name)
