import { type Browser, chromium } from 'playwright-core'
import { CHROME, QUIET } from './chromium.ts'
import { type Desk, test as onDesk } from './desk.ts'

export type Running = { browser: Browser; origin: string; desk: Desk }

/** A test in a real browser against the prepared desk; one of each for all tests of a file. */
export const test = onDesk.extend<{ running: Running }>({
  running: [
    async ({ desk }, use) => {
      const browser = await chromium.launch({ executablePath: CHROME!, args: QUIET })
      await use({ browser, origin: await desk.app.listen({ port: 0, host: '127.0.0.1' }), desk })
      await browser.close()
    },
    { scope: 'file' },
  ],
})
