import type { Page } from 'playwright-core'
import type { SignedIn } from './staff.ts'

/** Makes a browser that of somebody who has signed in, or of nobody. */
export async function become(page: Page, origin: string, who: SignedIn | null): Promise<void> {
  await page.context().clearCookies()
  if (who === null) return
  const [name, value] = who.cookie.split('=') as [string, string]
  const url = origin.replace('http:', 'https:')
  await page.context().addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }])
}
