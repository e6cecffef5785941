import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { CHECKS } from '../../complaints/publication.ts'
import { become } from '../support/become.ts'
import { test } from '../support/browser.ts'
import { CHROME, WIDTHS } from '../support/chromium.ts'
import { filed } from '../support/filed.ts'
import { pdfOf } from '../support/hostile-files.ts'
import { asStaff } from '../support/staff.ts'

const TERMINAL = '91330206MA2DEM0171'
const SUMMARY = {
  zh: '经查，该码头多收港口设施保安费，责令退还十二元。',
  en: 'The terminal charged too much for port security and was told to pay twelve yuan back.',
}

const goOn = (page: Page) => page.locator('.send button[value=next]').click()

/** Answers the pages of a filing from the first to the receipt; gives the receipt and the code it shows. */
async function fileOnPages(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[] = []) {
  await page.locator('#f-capacity-enterprise').check()
  await page.locator('#f-goal_refund-1').check()
  await page.locator('#f-goal_investigate-1').check()
  await goOn(page) // who and what for
  await goOn(page) //  what will be opened
  await page.locator('[name=place]').selectOption('CNNGB:beilun')
  await goOn(page) //  where, and who charged it
  await page.locator('#f-category').selectOption('over_standard')
  await page.locator('#f-c0_name').fill('港口设施保安费')
  await page.locator('#f-c0_charged_on').fill('2026-03-02')
  await page.locator('#f-c0_amount').fill('20.00')
  await goOn(page)
  await page.locator('#f-statement').fill('账单上的保安费每箱二十元，公示的没有这么多。')
  await goOn(page)
  if (files.length > 0) {
    await page.locator('#f-files').setInputFiles(files)
    await page.locator('button[value=add]').click()
    for (const { name } of files) await page.locator('.files .name', { hasText: name }).waitFor()
  }
  await goOn(page)
  await page.locator('#f-anonymous-no').check()
  await page.locator('#f-name').fill('周小舟')
  await page.locator('#f-phone').fill('13800001234')
  await page.locator('[name=consent_publish]').first().check()
  await goOn(page)
  await goOn(page) //  the check sends
  await page.locator('.keep').waitFor()
  const [receipt, code] = await page.locator('.keep dd code').allInnerTexts()
  return { receipt: receipt!, code: code! }
}

async function lookUp(page: Page, to: string, { receipt, code }: { receipt: string; code: string }) {
  await page.goto(to)
  await page.locator('#f-receipt').fill(receipt)
  await page.locator('#f-code').fill(code)
  await page.keyboard.press('Enter')
  await page.locator('.owned').first().waitFor()
}

/** Opens whatever folds around the form that goes to this act, fills it in and sends it. */
async function act(page: Page, to: string, fields: Record<string, string> = {}, done = /done=/) {
  const form = page.locator(`form[action$="${to}"]`)
  await form.evaluate((one) => one.closest('details')?.setAttribute('open', ''))
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    const kind = (await field.first().getAttribute('type')) ?? (await field.first().evaluate((one) => one.tagName))
    if (kind === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check()
    else if (kind === 'checkbox') await field.check()
    else if (kind === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  const gone = page.waitForEvent('framenavigated')
  await form.locator('.send button').last().click()
  await gone
  await page.waitForURL(done)
}

const state = (page: Page) => page.locator('.case-state').innerText()

describe.skipIf(!CHROME)('a complaint from a fee page to what the public reads', () => {
  test('a forwarder files with two invoices; it is asked, investigated, signed, refunded, rated and published', {
    timeout: 180_000,
  }, async ({ app, db, origin, open }) => {
    const phone = await open(`/fees/port-facility-security?entity=${TERMINAL}&port=CNNGB`, { viewport: WIDTHS.phone })
    await phone.locator('a[href*="/complaints/new"]').first().click()
    const png = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const mine = await fileOnPages(phone, [
      { name: 'bill.png', mimeType: 'image/png', buffer: png },
      { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: pdfOf() },
    ])
    await lookUp(phone, `${origin}/complaints/lookup`, mine)
    const told = await phone.locator('main').innerText()
    for (const name of ['bill.png', 'invoice.pdf', '20.00']) expect(told).toContain(name)

    const staff = async (login: string, path: string) => {
      const page = await open('/staff/sign-in')
      await become(page, origin, await asStaff(db, login))
      await page.goto(`${origin}${path}`)
      return page
    }
    const no = `${mine.receipt}-1`
    const here = `/staff/cases/${no}`
    const handler = await staff('handler', '/staff/cases')
    await handler.locator(`a[href$="${here}"]`).first().click()
    await act(handler, '/steps/accept')
    expect(await state(handler)).toBe('已受理')
    await act(handler, '/messages', { words: '请说明提箱的日期。', asks: 'yes' }, /messages$/)
    await handler.getByRole('button', { name: '确认发送' }).click()
    await handler.waitForURL(/done=case-sent/)
    await phone.reload()
    expect(await phone.locator('.needed').first().innerText()).toContain('请说明提箱的日期。')
    await act(phone, '/case/1/messages', { words: '三月二日提箱。' })
    await handler.goto(origin + here)
    expect(await handler.locator('main').innerText()).toContain('三月二日提箱。')

    const supervisor = await staff('supervisor', here)
    const signedStep = async (step: string, fields: Record<string, string>) => {
      await act(handler, `/steps/${step}`, fields)
      expect(await handler.locator('form[action$="/sign"]').count()).toBe(0)
      await supervisor.goto(origin + here)
      await act(supervisor, '/sign')
      await handler.goto(origin + here)
    }
    await signedStep('file_case', {})
    expect(await state(handler)).toContain('核查中')
    const found = { outcome: 'violation_found', 'findings.1': 'above_standard', refund: '12.00' }
    await signedStep('decide', { ...found, words: '多收十二元。' })
    expect(await state(handler)).toBe('已作出决定')
    await signedStep('order_refund', {
      ...{ amount: '12.00', due_on: '2026-12-20', basis: 'overcharge', words: '限期退还。' },
    })
    await act(handler, '/steps/notify', { delivery: 'portal' })
    const ledger = handler.locator('form[action*="/refunds/"]')
    const order = new URL((await ledger.getAttribute('action'))!, origin).pathname
    await act(handler, order, { kind: 'paid', amount: '12.00' })

    await phone.reload()
    await phone.getByRole('button', { name: '确认已收到 12.00 元' }).click()
    await phone.waitForURL(/done=confirm/)
    await act(phone, '/case/1/rating', { score: '5', solved: 'yes' })
    expect(await phone.locator('.rated').innerText()).toContain('5')

    await handler.goto(`${origin}${here}/publication`)
    await handler.locator('[name=summary_zh]').fill(SUMMARY.zh)
    await handler.locator('[name=summary_en]').fill(SUMMARY.en)
    for (const one of CHECKS) await handler.locator(`[name=checked][value=${one}]`).check()
    await handler.locator('button[value=preview]').click()
    await handler.locator('button[value=ask]').click()
    await handler.waitForURL(/done=/)
    const publisher = await staff('casepublisher', `${here}/publication`)
    await act(publisher, '/sign')
    await publisher.locator('.publication-list a[href*="/cases/GS"]').click()
    const gs = new URL(publisher.url()).pathname
    expect(gs).toMatch(/^\/cases\/GS2026-\d{4}$/)
    for (const [lang, says] of [
      ['', SUMMARY.zh],
      ['/en', SUMMARY.en],
    ] as const) {
      const page = await open(lang + gs)
      const read = await page.locator('main').innerText()
      for (const one of [says, '12.00']) expect(read).toContain(one)
      for (const secret of ['周小舟', '13800001234', mine.receipt, 'bill.png']) expect(read).not.toContain(secret)
    }

    const other = (await filed(app.desk)).cases[0]!.no
    await handler.goto(`${origin}/staff/cases/${other}`)
    const office = await db
      .selectFrom('org')
      .select('id')
      .where('code', '=', 'zhenhai-market')
      .executeTakeFirstOrThrow()
    await act(handler, '/steps/transfer', { to: String(office.id), reason: 'not_our_area', words: '属镇海管辖。' })
    expect(await state(handler)).toBe('转办中')
    const taking = await staff('handler2', `/staff/cases/${other}`)
    await act(taking, '/steps/take')
    expect(await state(taking)).toBe('已收到')
    await handler.reload()
    expect(await handler.locator('form[action$="/steps/accept"]').count()).toBe(0)
  })

  test('the complainant does the same in English without JavaScript', { timeout: 60_000 }, async ({ origin, open }) => {
    const page = await open(`/en/entities/${TERMINAL}`, { viewport: WIDTHS.phone, javaScriptEnabled: false })
    await page.locator('a[href*="/en/complaints/new"]').first().click()
    const mine = await fileOnPages(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await lookUp(page, `${origin}/en/complaints/lookup`, mine)
    await page.getByLabel('Write to the office').first().fill('Please hurry.')
    await page.locator('form[action$="/case/1/messages"] .send button').click()
    expect(await page.getByRole('status').innerText()).toBe('Your message was sent.')
    expect(await page.locator('.thread').first().innerText()).toContain('Please hurry.')
  })
})
