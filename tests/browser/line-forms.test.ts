import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Db } from '../../server/db/database.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'
import { aRise, proposed } from '../support/proposals.ts'
import { asStaff } from '../support/staff.ts'

/** A page of the desk for someone who has signed in. */
async function signedIn(page: Page, db: Db, login: string, origin: string): Promise<void> {
  const [name, value] = (await asStaff(db, login)).cookie.split('=') as [string, string]
  await page
    .context()
    .addCookies([{ name, value, url: origin.replace('http:', 'https:'), secure: true, httpOnly: true }])
}

describe.skipIf(!CHROME)('an editor fills in one line', () => {
  test('the form of the rate changes in place, the example answers as one types, and the line is saved by keyboard', async ({
    open,
    db,
    origin,
  }) => {
    const set = await proposed(db, 'terminal', [await aRise(db)])
    const page = await open('/staff/sign-in')
    const faults: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
    await signedIn(page, db, 'terminal', origin)
    await page.goto(`${origin}/staff/sets/${set}/lines/1`)
    const grand = page.locator('[data-try] .grand b')
    const before = await grand.innerText()
    await page.locator('[name="payload.rate.amount"]').fill('88.5')
    await expect.poll(() => grand.innerText()).toBe('88.50')
    expect(before).not.toBe('88.50')
    await page.locator('[name="payload.rate.form"][value="range"]').check()
    await page.locator('[name="payload.rate.low"]').fill('10')
    await page.locator('[name="payload.rate.high"]').fill('20')
    await expect.poll(() => grand.innerText()).toBe('10.00 – 20.00')
    expect(await page.locator('[data-status]').innerText()).toContain('10.00 – 20.00')
    await page.getByRole('button', { name: '加一行: 适用条件' }).click()
    await expect.poll(() => page.evaluate('document.activeElement.name')).toMatch(/^payload\.conditions\.\d+\.fact$/)
    await page.locator(':focus').selectOption('transhipment')
    await page.locator('[type=checkbox][name^="payload.conditions."][value="false"]').check()
    await page.locator('[name="why.zh"]').fill('按成本调整')
    await page.locator('[name="payload.rate.high"]').press('Enter')
    await page.waitForURL(new RegExp(`/staff/sets/${set}\\?done=line-saved`))
    expect(faults.filter((text) => !/404/.test(text))).toEqual([])
  })

  for (const [width, viewport] of Object.entries(WIDTHS))
    for (const lang of ['', '/en'])
      test(`axe finds nothing, and no form scrolls sideways (${lang || '/zh'}, ${width})`, { timeout: 60_000 }, async ({
        open,
        db,
        origin,
      }) => {
        const set = await proposed(db, 'editor', [], null)
        const page = await open('/staff/sign-in', { viewport })
        await signedIn(page, db, 'editor', origin)
        const pilotage = 'key=pilotage/CNNGB/-/-/international'
        for (const query of ['?kind=standard&item=tally', '?kind=lineage&blank=1']) {
          await page.goto(`${origin}${lang}/staff/sets/${set}/lines/new${query}`)
          await everyoneReads(page, `${lang} ${query}`)
        }
        await page.goto(`${origin}${lang}/staff/sets/${set}/lines/new?kind=standard&${pilotage}`)
        await page.locator('[name=from]').fill('')
        await page.locator('.send button').click()
        await page.locator('#f-from-fault').waitFor()
        await everyoneReads(page, 'with faults')
      })
})

async function everyoneReads(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
  expect.soft(found, name).toEqual([])
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect.soft(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}
