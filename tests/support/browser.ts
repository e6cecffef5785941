import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { CHROME, QUIET, WIDTHS } from './chromium.ts'
import { test as portal } from './portal.ts'

type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>

/** A test in a real browser against a real server on its own copy of the demonstration data; one of each per file. */
export const test = portal.extend<{ browser: Browser; origin: string; open: Open }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: CHROME!, args: QUIET })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  origin: async ({ app }, use) => use(await app.listen({ port: 0, host: '127.0.0.1' })),
  open: async ({ browser, origin }, use) => {
    const contexts: { close: () => Promise<void> }[] = []
    await use(async (path, options = {}) => {
      const context = await browser.newContext({ viewport: WIDTHS.desk, locale: 'zh-CN', ...options })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(origin + path)
      return page
    })
    for (const context of contexts) await context.close()
  },
})
