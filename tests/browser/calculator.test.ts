import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'

const grand = (page: Page) => page.locator('.grand b').innerText()

/** The form of a call, filled in as a forwarder would: 12 000 boxes at Ningbo-Zhoushan. */
async function fillCall(page: Page, label: Record<string, string>): Promise<void> {
  const fields: [string, string][] = [
    [label.net!, '95000'],
    [label.length!, '399'],
    [label.tugsIn!, '3'],
    [label.tugsOut!, '2'],
    [label.distance!, '8'],
  ]
  for (const [name, value] of fields) await page.getByLabel(name, { exact: true }).fill(value)
  await page.locator('[name=arrival]').fill('2026-10-01')
  await page.locator('[name=arrival_time]').fill('05:30')
  await page.locator('[name=departure]').fill('2026-10-03')
  await page.locator('[name=departure_time]').fill('14:00')
  await page.getByLabel(label.laden20!, { exact: true }).fill('4000')
  await page.getByLabel(label.laden40!, { exact: true }).fill('6000')
  await page.getByLabel(label.empty40!, { exact: true }).fill('2,000')
}

const ZH = {
  ...{ net: '净吨位', length: '船长（米）', tugsIn: '进港拖轮（艘）', tugsOut: '出港拖轮（艘）' },
  ...{ distance: '引航里程（海里）', laden20: '20英尺 普通重箱', laden40: '40英尺 普通重箱', empty40: '40英尺 空箱' },
}
const EN = {
  ...{ net: 'Net tonnage', length: 'Length overall (m)', tugsIn: 'Tugs in', tugsOut: 'Tugs out' },
  ...{
    distance: 'Pilotage distance (nm)',
    laden20: '20 ft, General',
    laden40: '40 ft, General',
    empty40: '40 ft, Empty',
  },
}

describe.skipIf(!CHROME)('a forwarder costs a call that works 12 000 boxes', () => {
  test('on a phone, without a script, and compares it with another day', async ({ open }) => {
    const page = await open('/', { viewport: WIDTHS.phone, javaScriptEnabled: false, hasTouch: true })
    await page.getByRole('link', { name: '估算靠泊或货物费用' }).click()
    await fillCall(page, ZH)
    await page.getByRole('button', { name: '计算' }).click()
    const total = await grand(page)
    expect(total).toMatch(/^\d,\d{3},\d{3}\.\d\d – \d,\d{3},\d{3}\.\d\d$/)
    expect(await page.locator('main').innerText()).toContain('夜班 120 分钟')
    await page.getByText('计算步骤（2 行）').first().click()
    expect(await page.locator('.working').first().innerText()).toContain('40,000 净吨 × 0.405 元')
    const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(over, 'no sideways scrolling').toBeLessThanOrEqual(0)
    await page.getByText('与另一口岸或另一天比较').first().click()
    await page.locator('[name=with_on]').fill('2022-03-31')
    await page.getByRole('button', { name: '计算' }).click()
    expect(await page.locator('.versus').innerText()).toMatch(
      /引航（移泊）费[\s\S]*119,470\.00[\s\S]*126,999\.00[\s\S]*多 7,529\.00/,
    )
    expect(await grand(page)).toBe(total)
  })

  test('without a script a phone comes to the result, a desk stays at the form beside it', async ({ open }) => {
    const top = 'document.querySelector(".estimate h2").getBoundingClientRect().top'
    const phone = await open('/calculator', { viewport: WIDTHS.phone, javaScriptEnabled: false })
    await fillCall(phone, ZH)
    await phone.getByRole('button', { name: '计算' }).click()
    await phone.locator('.grand').waitFor()
    await expect.poll(() => phone.evaluate<number>(top)).toBeLessThan(120)
    const desk = await open('/calculator', { viewport: WIDTHS.desk, javaScriptEnabled: false })
    await fillCall(desk, ZH)
    await desk.getByRole('button', { name: '计算' }).click()
    await desk.locator('.grand').waitFor()
    expect(await desk.evaluate('getComputedStyle(document.querySelector("#result")).display')).toBe('none')
    await desk.waitForLoadState('load')
    expect(await desk.evaluate('scrollY')).toBe(0)
  })

  test('in English, by keyboard alone, reading the steps', async ({ open }) => {
    const page = await open('/en/calculator')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const focused = () =>
      page.evaluate<string>('document.activeElement.getAttribute("name") ?? document.activeElement.tagName')
    const reach = async (name: string) => {
      for (let presses = 0; presses < 60 && (await focused()) !== name; presses++) await page.keyboard.press('Tab')
      expect(await focused()).toBe(name)
    }
    for (const [name, value] of [
      ['net_tonnage', '95000'],
      ['loa_m', '399'],
      ['hours', '56.5'],
      ['tugs_in', '3'],
      ['tugs_out', '2'],
      ['b20_general', '12000'],
    ] as const) {
      await reach(name)
      await page.keyboard.type(value)
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/net_tonnage=95000/)
    await page.locator('.grand').waitFor()
    for (let presses = 0; presses < 120 && (await focused()) !== 'SUMMARY'; presses++) await page.keyboard.press('Tab')
    const summaries = page.locator('.how summary')
    await summaries.first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.working').first().innerText()).toContain('40,000')
    expect(await page.locator('main').innerText()).toContain('Container handling lump sum')
  })

  test('the result follows what is typed, tells it to who cannot see it, and leaves the reader where he was', async ({
    open,
  }) => {
    const page = await open('/en/calculator')
    await fillCall(page, EN)
    await page.locator('.grand').waitFor()
    await page.waitForURL(/b40_empty/)
    expect(new URL(page.url()).hash).toBe('')
    const before = await grand(page)
    await page.locator('.how summary').first().click()
    const field = page.getByLabel(EN.empty40, { exact: true })
    await field.focus()
    await field.pressSequentially('0')
    await page.waitForURL(/b40_empty=2%2C0000/)
    await expect.poll(() => grand(page)).not.toBe(before)
    expect(await field.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true)
    expect(await page.locator('.how details').first().getAttribute('open'), 'open steps stay open').not.toBeNull()
    expect(await page.locator('[data-status]').textContent()).toContain(await grand(page))
    expect(await page.locator('.other').getAttribute('href'), 'the other language has the same call').toContain(
      'b40_empty',
    )
    await page.reload()
    expect(await field.inputValue()).toBe('2,0000')
  })

  test('a slip is said beside its field as soon as it is made, and is gone once mended', async ({ open }) => {
    const page = await open('/calculator')
    const field = page.getByLabel(ZH.net, { exact: true })
    await field.fill('九万')
    await page.locator('#f-net_tonnage-fault').waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('[data-result]').innerText()).toContain('净吨位')
    await field.fill('90000')
    await page.locator('.grand').waitFor()
    expect(await page.locator('#f-net_tonnage-fault').count()).toBe(0)
    expect(await field.getAttribute('aria-invalid')).toBeNull()
  })

  test('a shipment: ticks follow the direction, storage comes once its days are said, and what is unticked stays away', async ({
    open,
  }) => {
    const page = await open('/calculator?for=shipment')
    await page.getByLabel('20英尺 普通重箱', { exact: true }).fill('5')
    await page.locator('.grand').waitFor()
    expect(page.url()).not.toContain('picked')
    const result = page.locator('[data-result]')
    expect(await result.innerText()).toContain('换单费')
    await page.getByLabel('进出口', { exact: true }).selectOption('export')
    await expect.poll(() => result.innerText()).not.toContain('换单费')
    await page.getByLabel('堆存天数', { exact: true }).fill('6')
    await expect.poll(() => result.innerText()).toContain('集装箱堆存费')
    await page.locator('#s-items summary').click()
    await page.getByLabel('码头操作费', { exact: true }).uncheck()
    await expect.poll(() => result.innerText()).not.toContain('码头操作费')
    const total = await grand(page)
    await page.reload()
    expect(await grand(page)).toBe(total)
  })

  test('axe finds nothing with every step open, nor with a form that is wrong', async ({ open, origin }) => {
    const page = await open('/calculator')
    await page.getByRole('link', { name: '12,000 箱靠泊示例' }).click()
    await page.locator('.grand').waitFor()
    const example = new URL(page.url()).search
    for (const path of [
      `/calculator${example}&with_port=CNWNZ`,
      `/en/calculator${example}`,
      `/calculator${example}0&loa_m=x`,
    ]) {
      await page.goto(origin + path)
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .setLegacyMode(true)
        .analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`,
      )
      expect.soft(found, path).toEqual([])
    }
  })

  test('printed, the estimate keeps what was asked and its total, and drops the form', async ({ open }) => {
    const page = await open('/calculator?for=shipment&port=CNNGB&direction=import&trade=foreign&b20_general=5')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.asking').isVisible()).toBe(false)
    expect(await page.locator('.grand').isVisible()).toBe(true)
    expect(await page.locator('.said').innerText()).toContain('5 箱 · 20英尺 普通重箱')
  })
})
