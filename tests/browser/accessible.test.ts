import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inLanguage, LONG, PAGES } from '../support/addresses.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'

describe.skipIf(!CHROME)('everyone can read every page', () => {
  for (const [width, viewport] of Object.entries(WIDTHS))
    for (const lang of ['zh', 'en'] as const)
      test(`axe finds nothing, and no page scrolls sideways (${lang}, ${width})`, { timeout: 120_000 }, async ({
        open,
        origin,
      }) => {
        const page = await open(inLanguage('/', lang), { viewport })
        for (const [name, path] of Object.entries(PAGES)) {
          await page.goto(origin + inLanguage(path, lang))
          await everyoneReads(page, `${name} ${path}`)
        }
        for (const [name, path] of Object.entries(LONG)) {
          await page.goto(origin + inLanguage(path, lang))
          await page.locator('a[rel="next"]').click()
          await everyoneReads(page, `${name}, second page`)
        }
      })
})

async function everyoneReads(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${placesOf(nodes).slice(0, 3).join(' | ')}`)
  expect.soft(found, name).toEqual([])
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect.soft(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

const placesOf = (nodes: readonly { target: unknown[] }[]): string[] => nodes.map(({ target }) => target.join(' '))
