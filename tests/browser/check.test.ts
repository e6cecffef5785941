import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'

const rows = (page: Page) => page.locator('table.checked-lines tr.service')

async function everyoneReads(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    name,
  ).toEqual([])
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(over, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

describe.skipIf(!CHROME)('checking a bill', () => {
  test('a forwarder types an old bill’s security charge and finds it 12.00 too high', async ({ open }) => {
    const page = await open('/')
    await page.locator('main').getByRole('link', { name: '核对一张账单' }).click()
    await page.getByLabel('口岸').selectOption('CNNGB')
    await page.getByLabel('账单日期').fill('2026-03-02')
    await page.getByLabel('收费单位（可不填）').fill('宁波示例集装箱码头有限公司')
    const line = page.getByRole('group', { name: '第 1 行' })
    await line.getByLabel('费用名称').fill('港口设施保安费')
    await line.getByLabel('数量').fill('1')
    await line.getByLabel('单位', { exact: true }).fill('箱')
    await line.getByLabel('金额（元）').fill('20.00')
    await line.getByLabel('贸易').selectOption('foreign')
    await line.getByLabel('箱型').selectOption('20')
    await line.getByLabel('重空').selectOption('laden')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '核对结果' }).waitFor()
    expect((await rows(page).innerText()).replace(/\s+/g, ' ')).toMatch(/20\.00 8\.00 \+12\.00 高于公示标准/)
    await page.getByText('依据与计算').click()
    expect(await page.locator('.working').first().isVisible()).toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('账单核对-CNNGB-2026-03-02-r55.pdf')
  })

  test('on a phone, without a script, in English: paste, say what is missing, check again', async ({ open }) => {
    const page = await open('/en/check', { viewport: WIDTHS.phone, javaScriptEnabled: false, hasTouch: true })
    await page.getByLabel('Port', { exact: true }).selectOption('CNNGB')
    await page.getByLabel('Date of the bill').fill('2026-03-02')
    await page.getByLabel('Charging entity').fill('Ningbo Example Container Terminal (demo)')
    await page.getByText('Paste from Excel').click()
    await page
      .getByLabel(/In Excel select/)
      .fill('费用名称\t数量\t单位\t金额\n提前集港费\t2\t箱\t200\n码头费\t1\t票\t120\n')
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    expect(await rows(page).count()).toBe(2)
    await page.getByLabel('Container size').selectOption('20')
    await page.locator('select[name=i2]').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Check again with these answers' }).click()
    expect((await rows(page).first().innerText()).replace(/\s+/g, ' ')).toContain('as published')
    expect(await rows(page).last().innerText()).not.toContain('several possibilities')
    const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    expect(over).toBeLessThanOrEqual(0)
  })

  test('by keyboard alone: the example is opened, checked, and an answer given', async ({ open }) => {
    const page = await open('/check')
    const press = async (to: string, most = 120) => {
      for (let n = 0; n < most; n++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(to)})`)) return
      }
      throw new Error(`no ${to} by the keyboard`)
    }
    await press('a[href="/check?example=1"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/example=1/)
    await press('#f-l0_name')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '核对结果' }).waitFor()
    expect(await rows(page).count()).toBe(9)
    await press('select[name^=f8_]')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await press('.next button')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    await page.getByRole('heading', { name: '核对结果' }).waitFor()
    expect((await rows(page).nth(7).innerText()).replace(/\s+/g, ' ')).toContain('200.00 200.00 0.00 与公示标准一致')
  })

  test('a file that cannot be read leaves the form as it was, with what is wrong above it', async ({ open }) => {
    const page = await open('/check')
    await page.getByLabel('口岸').selectOption('CNNGB')
    await page.getByText('发送文件').click()
    await page.getByLabel('账单文件').setInputFiles({ name: '账单.xlsx', mimeType: '', buffer: Buffer.from('GIF89a') })
    await page.getByRole('button', { name: '核对', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('这是一张图片')
    expect(await page.getByLabel('口岸').inputValue()).toBe('CNNGB')
    expect(await page.getByLabel('账单文件').isVisible()).toBe(true)
  })

  for (const [width, viewport] of Object.entries(WIDTHS))
    for (const lang of ['zh', 'en'] as const)
      test(`axe finds nothing on any page of the check (${lang}, ${width})`, { timeout: 60_000 }, async ({
        open,
        origin,
      }) => {
        const at = lang === 'en' ? '/en' : ''
        const page = await open(`${at}/check`, { viewport })
        await everyoneReads(page, 'the form')
        await page.locator('.send button').click()
        await everyoneReads(page, 'the form with faults')
        await page.locator('label[for=way-paste]').click()
        await page.locator('#f-paste').fill('甲\t乙\t丙\n港口设施保安费\t1\t20.00\n理货费\t2\t一百\n')
        await page.locator('.send button').click()
        await everyoneReads(page, 'the columns')
        await page.goto(`${origin}${at}/check?example=1`)
        await page.locator('.send button').click()
        for (const summary of await page.locator('.how summary').all()) await summary.click()
        await page.locator('details.fold > summary').first().click()
        await everyoneReads(page, 'the result')
        await page.goto(`${origin}${at}/check/bulk`)
        await everyoneReads(page, 'the bulk form')
      })

  for (const javaScriptEnabled of [true, false])
    test(`a large file is checked, fetched and deleted (${javaScriptEnabled ? 'with' : 'without'} a script)`, async ({
      open,
    }) => {
      const page = await open('/check/bulk', { javaScriptEnabled })
      const line = '港口设施保安费,1,箱,20.00,2026-03-02,CNNGB,91330206MA2DEM0171,20,外贸,重\n'
      const text = `费用名称,数量,单位,金额,账单日期,口岸,信用代码,箱型,贸易类型,重空\n${line.repeat(30_000)}`
      await page
        .getByLabel('账单文件')
        .setInputFiles({ name: '审计.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await page.getByRole('button', { name: '开始核对' }).click()
      await page.waitForURL(/\/check\/bulk\/[\w-]{24}$/)
      await page.getByText('核对完成').waitFor()
      expect(await page.locator('.progress').innerText()).toMatch(/高于标准合计\s*360,000\.00/)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /^CSV（Excel/ }).click(),
      ])
      expect(download.suggestedFilename()).toBe('账单核对-审计-r55.csv')
      await page.getByRole('button', { name: '立即删除文件和结果' }).click()
      await page.waitForURL(/\/check\/bulk$/)
    })

  test('printed, a result keeps its lines and drops what is for clicking', async ({ open }) => {
    const page = await open('/check?example=1')
    await page.locator('.send button').click()
    await page.getByRole('heading', { name: '核对结果' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await rows(page).count()).toBe(9)
    expect(await rows(page).first().isVisible()).toBe(true)
    for (const control of ['.answer', '.next', '.fold'])
      expect(await page.locator(control).first().isVisible()).toBe(false)
  })
})
