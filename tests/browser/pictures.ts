import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { become } from '../support/become.ts'
import { CHROME, QUIET, WIDTHS } from '../support/chromium.ts'
import { picturedPortal } from '../support/pictured.ts'
import { asStaff } from '../support/staff.ts'

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

/** The same of the desk, on prepared data: as whom, or in public; and what is at the top. */
const DESK: [name: string, path: string, width: keyof typeof WIDTHS, as?: string, top?: string][] = [
  ['desk-home-zh-desk', '/staff', 'desk', 'terminal'],
  ['desk-review-zh-desk', '/staff/sets/:review/review', 'desk', 'reviewer', '#n1'],
  ['desk-import-zh-desk', '/staff/imports/:faulty', 'desk', 'terminal', '.import-counts'],
  ['desk-rate-zh-desk', '/staff/sets/:every/lines/10', 'desk', 'editor', '#s-rate'],
  ['desk-import-zh-phone', '/staff/imports/:asking', 'phone', 'terminal', '#asks'],
  ['line-zh-desk', '/changes/:release/1', 'desk'],
  ['quality-zh-desk', '/quality', 'desk'],
]

/** The complaints of the demonstration: `:one` is decided and published, `:two` under investigation. */
const CASES: [name: string, path: string, width: keyof typeof WIDTHS, as?: string][] = [
  [
    'complaint-form-zh-phone',
    '/complaints/new?item=port-facility-security&port=CNNGB&area=beilun&entity=91330206MA2DEM0171',
    'phone',
  ],
  ['complaint-owner-zh-desk', '/complaints/lookup', 'desk', 'complainant'],
  ['complaint-queue-zh-desk', '/staff/cases', 'desk', 'handler'],
  ['complaint-case-zh-desk', '/staff/cases/:two-1', 'desk', 'handler'],
  ['complaint-outcome-en-desk', '/en/cases/GS2026-0001', 'desk'],
  ['complaint-stats-zh-desk', '/stats', 'desk'],
]

const dir = await mkdtemp(join(tmpdir(), 'portal-pictures-'))
const portal = await picturedPortal(dir)
const browser = await chromium.launch({ executablePath: CHROME!, args: QUIET })
const folder = join(import.meta.dirname, 'pictures')
await mkdir(folder, { recursive: true })
/** With an argument only those whose names begin so: `npm run pictures -- desk`. */
const only = process.argv[2]
const wanted = ([name]: readonly [string, ...unknown[]]) => only === undefined || name.startsWith(only)
for (const [name, path, width, pressed] of PICTURES.filter(wanted)) {
  const page = await browser.newPage({ viewport: WIDTHS[width], deviceScaleFactor: 1 })
  await page.goto(portal.origin + path)
  if (pressed !== undefined) await page.locator(pressed).click()
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}
const [one, two] = [await portal.filed(1), await portal.filed(3)]
for (const [name, path, width, as] of CASES.filter(wanted)) {
  const page = await browser.newPage({ viewport: WIDTHS[width], deviceScaleFactor: 1, reducedMotion: 'reduce' })
  const holder = as === 'complainant'
  if (as !== undefined && !holder) await become(page, portal.origin, await asStaff(portal.db, as))
  await page.goto(portal.origin + path.replace(':two', two.receipt))
  if (holder) {
    await page.locator('#f-receipt').fill(one.receipt)
    await page.locator('#f-code').fill(one.code)
    await page.keyboard.press('Enter')
    await page.locator('.owned').first().waitFor()
  }
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}
const prepared = await portal.prepare()
for (const [name, path, width, as, top] of DESK.filter(wanted)) {
  const page = await browser.newPage({ viewport: WIDTHS[width], deviceScaleFactor: 1, reducedMotion: 'reduce' })
  if (as !== undefined) await become(page, portal.origin, await asStaff(portal.db, as))
  await page.goto(portal.origin + path.replace(/:(\w+)/, (_, named: string) => String(prepared[named])))
  if (top !== undefined) await page.evaluate(`document.querySelector('${top}').scrollIntoView()`)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}
await browser.close()
await portal.stop()
await rm(dir, { recursive: true, force: true })
