import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium on this machine: CHROME_PATH, or one of the usual places; none and the tests say that they were skipped. */
export const CHROME = [process.env.CHROME_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path))

/** A browser that looks nowhere but where it is sent. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const WIDTHS = { desk: { width: 1280, height: 900 }, phone: { width: 375, height: 740 } } as const
