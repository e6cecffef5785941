import { describe, expect } from 'vitest'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'

const WECHAT =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50'

describe.skipIf(!CHROME)('what readers come to do', () => {
  test('on a phone, without a script, a forwarder finds what pilotage at Ningbo was on a past day', async ({
    open,
  }) => {
    const page = await open('/', {
      viewport: WIDTHS.phone,
      javaScriptEnabled: false,
      userAgent: WECHAT,
      hasTouch: true,
    })
    await page.getByRole('searchbox').first().fill('引航')
    await page.getByRole('button', { name: '查找' }).first().click()
    await page
      .locator('main')
      .getByRole('link', { name: /引航（移泊）费/ })
      .first()
      .click()
    expect(new URL(page.url()).pathname).toBe('/fees/pilotage')
    await page.getByText('换日期或发布').click()
    await page.locator('input[name=on]').fill('2020-05-01')
    await page.locator('.asof button').click()
    expect(new URL(page.url()).searchParams.get('on')).toBe('2020-05-01')
    expect(await page.locator('main').innerText()).toContain('0.45')
    expect(await page.locator('body').innerText()).toContain('2020年5月1日')
  })

  test('by keyboard alone a reader skips to the list, filters it and opens an item', async ({ open }) => {
    const page = await open('/fees')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox').first().focus()
    await page.keyboard.type('yhf')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=yhf/)
    const focused = () => page.evaluate<string>('document.activeElement.getAttribute("href") ?? ""')
    for (let presses = 0; presses < 80 && !(await focused()).startsWith('/fees/pilotage'); presses++)
      await page.keyboard.press('Tab')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'the focus is seen').not.toBe(
      'none',
    )
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/fees\/pilotage/)
  })

  test('a mistyped day is an error that says what to write, and today is not shown instead', async ({ open }) => {
    const page = await open('/en/fees?on=2024-02-30&port=CNNGB')
    const text = await page.locator('main').innerText()
    expect(text).toContain('2024-02-30')
    expect(text).toContain('2026-11-23')
    expect(await page.locator('table').count()).toBe(0)
  })

  test('the first view of the list is under 60 KB on the wire, and needs no script', async ({ open, origin }) => {
    const page = await open('/', { viewport: WIDTHS.phone })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(`${origin}/fees`, { waitUntil: 'networkidle' })
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThan(60_000)
  })

  test('no page asks anything of another host, and the browser finds no fault with its policy', async ({
    open,
    origin,
  }) => {
    const page = await open('/')
    const strangers: string[] = []
    const faults: string[] = []
    page.on('request', (request) => void (request.url().startsWith(origin) || strangers.push(request.url())))
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
    for (const path of ['/', '/fees', '/fees/pilotage/history', '/entities/91330900MA2DEM0334', '/en/diff']) {
      await page.goto(origin + path, { waitUntil: 'networkidle' })
    }
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
  })

  test('the API’s documentation is read on our own host', async ({ open, origin }) => {
    const page = await open('/')
    const strangers: string[] = []
    page.on(
      'request',
      (request) =>
        void (request.url().startsWith(origin) || request.url().startsWith('data:') || strangers.push(request.url())),
    )
    await page.goto(`${origin}/api/docs`)
    await page.locator('.opblock').nth(10).waitFor()
    await page.waitForLoadState('networkidle')
    expect(strangers).toEqual([])
  })

  test('at 400 % zoom nothing needs sideways scrolling', async ({ open, origin }) => {
    const page = await open('/fees', { viewport: { width: 320, height: 256 } })
    for (const path of ['/fees', '/fees/pilotage', '/changes/12', '/entities/91330900MA2DEM0334', '/operating-times']) {
      await page.goto(origin + path)
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect(over, path).toBeLessThanOrEqual(0)
    }
  })

  test('printed, a page keeps its day, its release and its table heads, and drops what is for clicking', async ({
    open,
  }) => {
    const page = await open('/fees?port=CNNGB', { viewport: { width: 680, height: 960 } })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav').first().isVisible()).toBe(false)
    expect(await page.getByText('第 55 号发布').first().isVisible()).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.querySelector("thead")).display')).toBe('table-header-group')
  })
})
