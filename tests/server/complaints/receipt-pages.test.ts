import { expect } from 'vitest'
import { asClerk } from '../../../server/db/case-doors.ts'
import { open, send, walk } from '../../support/filing.ts'
import { textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import { type App, test } from '../../support/portal.ts'

async function filedOn(app: App) {
  const { fields } = await walk(app, 'check')
  const page = await send(app, '/complaints/new', { ...fields, do: 'next' })
  const receipt = /TS\d{8}-[0-9A-Z*~$=]{7}/.exec(page.html)![0]
  const code = /<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/code>/.exec(page.html)![1]!
  const digest = textOf(/<p class="raw">([^<]+)</.exec(page.html)![1]!).trim()
  return { page, receipt, code, digest, key: fields.key!, cookie: { cookie: `__Host-filed=${page.cookie}` } }
}

test('the browser that filed sees the receipt again; another sees nothing', async ({ app }) => {
  const { page, receipt, code, cookie } = await filedOn(app)
  expect(page.headers['set-cookie']).toMatch(/Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Strict/)
  const again = await open(app, '/complaints/receipt', cookie)
  expect(again.html).toContain(receipt)
  expect(again.html).toContain(code)
  expect(again.headers['cache-control']).toContain('no-store')
  const stranger = await open(app, '/complaints/receipt')
  expect(stranger.status).toBe(404)
  expect(await faultsOf(stranger.html)).toEqual([])
  expect((await open(app, '/complaints/receipt.pdf')).status).toBe(404)
})

test('once it was saved, the code is nowhere any more', async ({ app, db }) => {
  const { receipt, code, key, cookie } = await filedOn(app)
  const saved = await send(app, '/complaints/receipt/saved', { key })
  expect(saved.status).toBe(303)
  const again = await open(app, '/complaints/receipt', cookie)
  expect(again.html).toContain(receipt)
  expect(again.html).not.toContain(code)
  expect(await faultsOf(again.html)).toEqual([])
  const kept = await asClerk(db, (tx) => tx.selectFrom('submission').select('code_sealed').execute())
  expect(kept).toEqual([{ code_sealed: null }])
  expect((await open(app, '/complaints/receipt.pdf', cookie)).status).toBe(200)
})

test('the receipt is printed in both languages', async ({ app }) => {
  const { receipt, cookie } = await filedOn(app)
  for (const at of ['', '/en']) {
    const pdf = await open(app, `${at}/complaints/receipt.pdf`, cookie)
    expect(pdf.html.slice(0, 8)).toBe('%PDF-1.7')
    expect(pdf.headers['content-disposition']).toContain(receipt)
  }
})

test('a printed receipt is verified by number and digest, and any mistake is answered alike', async ({ app }) => {
  const { receipt, digest } = await filedOn(app)
  const right = await send(app, '/verify', { receipt: receipt.toLowerCase(), digest })
  expect(textOf(right.html)).toContain('由本平台于 2026年11月23日 出具')
  for (const told of ['宁波', '港口设施保安费', '周小舟']) expect(textOf(right.html)).not.toContain(told)
  const scanned = await open(app, `/verify?receipt=${encodeURIComponent(receipt)}&digest=${digest.replaceAll(' ', '')}`)
  expect(textOf(scanned.html)).toContain('一致')
  const said = async (asked: { receipt: string; digest: string }) => {
    const { html } = await send(app, '/verify', asked)
    return /<div class="verified[\s\S]*?<\/div>/.exec(html)?.[0]
  }
  const wrongDigest = await said({ receipt, digest: '0'.repeat(64) })
  const wrongReceipt = await said({ receipt: 'TS20261123-0000000', digest })
  expect(wrongDigest).toContain('不一致')
  expect(wrongReceipt).toBe(wrongDigest)
  expect(await said({ receipt: 'x', digest: 'y' })).toBe(wrongDigest)
})
