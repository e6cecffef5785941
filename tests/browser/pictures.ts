import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { readConfig } from '../../server/config.ts'
import { startPortal } from '../../server/start.ts'
import { CHROME, QUIET, WIDTHS } from '../support/chromium.ts'

const CALL =
  'for=call&port=CNNGB&ship_type=container&voyage=international&trade=foreign&use=productive&net_tonnage=95000&loa_m=399&distance_nm=8&tugs_in=3&tugs_out=2&arrival=2026-10-01&arrival_time=05:30&departure=2026-10-03&departure_time=14:00&b20_general=3000&b40_general=6200&b40_reefer=500'

/** The pictures of the README's tour: what, where, how wide, and what is pressed first. */
const PICTURES: [name: string, path: string, width: keyof typeof WIDTHS, pressed?: string][] = [
  ['fees-zh-desk', '/fees?port=CNNGB', 'desk'],
  ['fees-zh-phone', '/fees?port=CNNGB', 'phone'],
  ['item-zh-desk', '/fees/pilotage?port=CNNGB', 'desk'],
  [
    'history-zh-desk',
    '/fees/port-facility-security/history?line=port-facility-security%2F-%2F-%2F-%2Fforeign-20',
    'desk',
  ],
  ['entity-en-desk', '/en/entities/91330900MA2DEM0334', 'desk'],
  ['upcoming-zh-desk', '/upcoming', 'desk'],
  ['calculator-zh-desk', `/calculator?${CALL}`, 'desk'],
  ['check-zh-desk', '/check?example=1', 'desk', '.send button'],
  ['check-en-phone', '/en/check?example=1', 'phone', '.send button'],
]

const dir = await mkdtemp(join(tmpdir(), 'portal-pictures-'))
const portal = await startPortal(
  readConfig({ PORT: '3987', DATA_DIR: dir, LOG_LEVEL: 'silent' }),
  () => new Date('2026-11-23T10:00:00+08:00'),
)
const browser = await chromium.launch({ executablePath: CHROME!, args: QUIET })
const folder = join(import.meta.dirname, 'pictures')
await mkdir(folder, { recursive: true })
for (const [name, path, width, pressed] of PICTURES) {
  const page = await browser.newPage({ viewport: WIDTHS[width], deviceScaleFactor: 1 })
  await page.goto(`http://127.0.0.1:3987${path}`)
  if (pressed !== undefined) await page.locator(pressed).click()
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}
await browser.close()
await portal.stop()
await rm(dir, { recursive: true, force: true })
