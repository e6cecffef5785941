import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { DEMO_TOTP } from '../../../seeds/staff.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { codeNow } from '../../../server/staff/second-factor.ts'
import { asking, person, seen, signed, step } from '../../support/acts.ts'
import { casePage, sendTo, signedIn, test } from '../../support/case-page.ts'
import { filed } from '../../support/filed.ts'
import { plain, textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'

/** Every form of a case's page, and who of the case's office may send it. */
const FORMS: Record<string, readonly string[]> = {
  '/steps/accept': ['handler'],
  '/proposals/1/sign': ['supervisor'],
  '/proposals/1/decline': ['supervisor'],
  '/proposals/1/withdraw': ['handler', 'supervisor'],
  '/notes': ['handler', 'supervisor'],
  '/messages': ['handler', 'supervisor'],
  '/reply': ['handler'],
  '/assign': ['handler', 'supervisor'],
  '/parties/phone': ['handler', 'supervisor'],
  '/reveal': ['handler', 'supervisor'],
  '/links': ['handler', 'supervisor'],
  '/links/1/end': ['handler', 'supervisor'],
  '/cluster': ['handler', 'supervisor'],
  '/refunds/1': ['handler'],
  '/hold': ['supervisor'],
  '/code/ask': ['handler', 'supervisor'],
  '/code': ['handler', 'supervisor'],
}

test('each form is for its roles, and on a case of another office it is not there', async ({ app, db }) => {
  const { no } = (await filed(app.desk)).cases[1]!
  const who = await signedIn(db, 'handler', 'supervisor', 'casepublisher', 'auditor', 'admin')
  for (const [form, may] of Object.entries(FORMS))
    for (const [login, session] of Object.entries(who)) {
      const { statusCode } = await sendTo(app, session, no, form, { version: '1', words: '试', reason: '核实身份用' })
      expect([form, login, statusCode]).toEqual([form, login, may.includes(login) ? 404 : 403])
    }
})

describe('a step', () => {
  test('is taken by one, or asked for and signed by another, and the page says which', async ({ app, db }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const who = await signedIn(db, 'handler', 'supervisor')
    const accepted = await sendTo(app, who.handler, no, '/steps/accept', { version: '1' })
    expect([accepted.statusCode, accepted.headers.location]).toEqual([303, `/staff/cases/${no}?done=case-taken`])
    const asked = await sendTo(app, who.handler, no, '/steps/file_case', { version: '2', words: '有初步证据' })
    expect(asked.headers.location).toBe(`/staff/cases/${no}?done=case-asked`)
    const { id } = (await caseWhole(app.desk, await person(db, 'supervisor'), no))!.proposals[0]!
    expect((await casePage(app, who.handler, no)).body).not.toContain(`/proposals/${id}/sign`)
    const page = (await casePage(app, who.supervisor, no)).body
    expect(await faultsOf(page)).toEqual([])
    expect(textOf(page)).toContain('有初步证据')
    expect((await sendTo(app, who.supervisor, no, `/proposals/${id}/decline`)).statusCode).toBe(422)
    expect((await sendTo(app, who.supervisor, no, `/proposals/${id}/sign`)).statusCode).toBe(303)
    expect(await seen(app.desk, await person(db, 'handler'), no)).toMatchObject({ state: 'investigating' })
    expect((await casePage(app, who.handler, no)).body).toContain('id="message-tells"')
    await sendTo(app, who.handler, no, '/messages', { words: '已立案。', tells: 'yes', do: 'send' })
    expect((await casePage(app, who.handler, no)).body).not.toContain('id="message-tells"')
    const again = await sendTo(app, who.supervisor, no, `/proposals/${id}/sign`)
    expect([again.statusCode, textOf(again.body)]).toEqual([409, expect.stringContaining('已不在等待审批')])
  })

  test('that is wrongly filled in comes back as it was, with every fault at its field', async ({ app, db }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const { handler } = await signedIn(db, 'handler')
    const answer = await sendTo(app, handler, no, '/steps/transfer', { version: '1', to: '12', words: '' })
    expect(answer.statusCode).toBe(422)
    expect(await faultsOf(answer.body)).toEqual([])
    expect(answer.body).toMatch(/<details class="case-step" id="step-transfer" open/)
    expect(answer.body).toMatch(/<option value="12"[^>]* selected/)
    expect(answer.body).toContain('id="transfer-words-fault"')
    expect(answer.body).toContain('id="transfer-reason-fault"')
    expect(plain(answer.body)).toContain(`<a href="#transfer-words">转办说明：请填写。</a>`)
    const day = await sendTo(app, handler, no, '/steps/ask_supplement', {
      version: '1',
      deadline: '2026-02-30',
      words: '补账单',
    })
    expect(textOf(day.body)).toContain('请填写真实的日期')
    expect(day.body).toContain('>补账单</textarea>')
    expect((await sendTo(app, handler, no, '/steps/nonsense', { version: '1' })).statusCode).toBe(404)
    const unlawful = await sendTo(app, handler, no, '/steps/resume', { version: '1' })
    expect([unlawful.statusCode, textOf(unlawful.body)]).toEqual([409, expect.stringContaining('不能办这一步')])
  })

  test('on a case that has gone on shows what happened meanwhile, and can be sent again', async ({ app, db }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const who = await signedIn(db, 'handler', 'supervisor')
    await sendTo(app, who.supervisor, no, '/notes', { words: '请先核对清单' })
    const form = { version: '1', deadline: '2026-12-01', words: '请补账单' }
    const conflict = await sendTo(app, who.handler, no, '/steps/ask_supplement', form)
    expect(conflict.statusCode).toBe(409)
    expect(await faultsOf(conflict.body)).toEqual([])
    expect(textOf(conflict.body)).toMatch(/由第 1 步进到第 2 步.*请先核对清单/)
    expect(conflict.body).toContain('>请补账单</textarea>')
    expect(conflict.body).toContain('name="version" value="2"')
    expect((await sendTo(app, who.handler, no, '/steps/ask_supplement', { ...form, version: '2' })).statusCode).toBe(
      303,
    )
    const gone = await sendTo(app, who.handler, no, '/steps/accept', { version: '2' })
    expect(textOf(gone.body)).toContain('现在已不能办理')
  })
})

test('a message is read once more before it goes; a note never leaves the office', async ({ app, db }) => {
  const { no } = (await filed(app.desk)).cases[0]!
  const { handler } = await signedIn(db, 'handler')
  const words = '请寄三月账单。\n谢谢。'
  const sent = async () => (await caseWhole(app.desk, await person(db, 'auditor'), no))!.messages.length
  const preview = await sendTo(app, handler, no, '/messages', { words, asks: 'yes' })
  expect([preview.statusCode, await sent()]).toEqual([200, 0])
  expect(await faultsOf(preview.body)).toEqual([])
  expect(textOf(preview.body)).toContain('将发送给提交人')
  const edit = await sendTo(app, handler, no, '/messages', { words, asks: 'yes', do: 'edit' })
  expect(edit.body).toContain('请寄三月账单。\n谢谢。</textarea>')
  expect((await sendTo(app, handler, no, '/messages', { words: ' ', do: 'send' })).statusCode).toBe(422)
  expect(await sent()).toBe(0)
  expect((await sendTo(app, handler, no, '/messages', { words, asks: 'yes', do: 'send' })).statusCode).toBe(303)
  expect((await sendTo(app, handler, no, '/notes', { words: '只给同事看' })).statusCode).toBe(303)
  const { body } = await casePage(app, handler, no)
  expect(body).toMatch(/case-event internal note[\s\S]*?只给同事看[\s\S]*case-event shown message[\s\S]*?请寄三月账单/)
})

test('a reporter is known only with another’s consent, once, and the audit says who looked and why', async ({
  app,
  db,
}) => {
  const { no } = (await filed(app.desk)).cases[0]!
  const who = await signedIn(db, 'handler', 'supervisor')
  const reason = { reason: '需要电话核实' }
  const before = await sendTo(app, who.handler, no, '/parties/phone', reason)
  expect([before.statusCode, before.body.includes('13800001234')]).toEqual([403, false])
  expect((await sendTo(app, who.handler, no, '/reveal', { words: '需要电话核实账单' })).statusCode).toBe(303)
  const { id } = (await caseWhole(app.desk, await person(db, 'supervisor'), no))!.proposals[0]!
  await sendTo(app, who.supervisor, no, `/proposals/${id}/sign`)
  expect((await sendTo(app, who.handler, no, '/parties/phone', { reason: '看' })).statusCode).toBe(422)
  const opened = await sendTo(app, who.handler, no, '/parties/phone', reason)
  expect([opened.statusCode, opened.headers['cache-control']]).toEqual([200, 'private, no-store'])
  expect(await faultsOf(opened.body)).toEqual([])
  expect(textOf(opened.body)).toContain('13800001234')
  expect((await casePage(app, who.handler, no)).body).not.toContain('13800001234')
  expect((await sendTo(app, who.supervisor, no, '/parties/phone', reason)).statusCode).toBe(403)
  const { rows } = await sql<{
    text: string
  }>`select row_to_json(a)::text as text from audit a where act = 'case.open'`.execute(db)
  expect(rows.filter(({ text }) => text.includes('需要电话核实')).length).toBeGreaterThan(0)
  expect(rows.some(({ text }) => text.includes('13800001234'))).toBe(false)
})

test('a case is given to a colleague, linked, clustered and held, each from its page', async ({ app, db }) => {
  const [one, other] = [(await filed(app.desk)).cases[0]!.no, (await filed(app.desk)).cases[0]!.no]
  const who = await signedIn(db, 'handler', 'supervisor')
  const by = await person(db, 'handler')
  expect((await sendTo(app, who.handler, one, '/assign', { to: String(by.id) })).statusCode).toBe(303)
  expect((await sendTo(app, who.handler, one, '/assign', { to: '99999' })).statusCode).toBe(422)
  expect((await sendTo(app, who.handler, one, '/links', { other: '', kind: 'related' })).statusCode).toBe(422)
  expect(
    (await sendTo(app, who.handler, one, '/links', { other: other.toLowerCase(), kind: 'duplicate' })).statusCode,
  ).toBe(303)
  const [link] = (await caseWhole(app.desk, by, one))!.links
  expect((await casePage(app, who.handler, other)).body).toContain(`href="/staff/cases/${one}"`)
  expect((await sendTo(app, who.handler, one, `/links/${link!.id}/end`)).statusCode).toBe(303)
  expect((await sendTo(app, who.handler, one, '/cluster')).statusCode).toBe(303)
  expect((await sendTo(app, who.handler, one, '/cluster')).statusCode).toBe(409)
  expect((await sendTo(app, who.supervisor, one, '/hold', { hold: 'yes' })).statusCode).toBe(303)
  expect(await seen(app.desk, by, one)).toMatchObject({ assignee: by.id, legal_hold: true })
  expect(
    (await sendTo(app, who.handler, one, '/reply', { on: '2026-11-23', words: '按公司标准收取' })).statusCode,
  ).toBe(303)
  const page = textOf((await casePage(app, who.handler, one)).body)
  expect(page).toContain('按公司标准收取')
  expect(page).toContain('法定留存')
})

test('a code is asked for with how its asker knows the complainant, signed by another, and shown once to who asked', async ({
  app,
  db,
}) => {
  const { no } = (await filed(app.desk)).cases[0]!
  const who = await signedIn(db, 'handler', 'supervisor')
  const alone = await sendTo(app, who.supervisor, no, '/code')
  expect([alone.statusCode, textOf(alone.body)]).toEqual([403, expect.stringContaining('须先经另一人批准')])
  const short = await sendTo(app, who.handler, no, '/code/ask', { words: '认识' })
  expect([short.statusCode, await faultsOf(short.body)]).toEqual([422, []])
  expect(short.body).toContain('>认识</textarea>')
  expect(plain(short.body)).toContain('<a href="#code-ask-words">如何核实提交人身份：写得太短。</a>')
  const words = '致电登记的号码核对了发票'
  const asked = await sendTo(app, who.handler, no, '/code/ask', { words })
  expect([asked.statusCode, asked.headers.location]).toEqual([303, `/staff/cases/${no}?done=case-asked`])
  const { id } = (await caseWhole(app.desk, await person(db, 'supervisor'), no))!.proposals[0]!
  const waiting = await casePage(app, who.supervisor, no, '', 'en')
  expect(await faultsOf(waiting.body)).toEqual([])
  expect(textOf(waiting.body)).toContain('Replace the code')
  expect(waiting.body).toContain(words)
  expect(waiting.body).toContain(`/proposals/${id}/sign`)
  expect(waiting.body).not.toContain(`/staff/cases/${no}/code`)
  expect((await sendTo(app, who.supervisor, no, `/proposals/${id}/sign`)).statusCode).toBe(303)
  expect((await casePage(app, who.supervisor, no)).body).not.toContain(`action="/staff/cases/${no}/code"`)
  const ready = await casePage(app, who.handler, no)
  expect(await faultsOf(ready.body)).toEqual([])
  expect(ready.body).toMatch(/<details open><summary>更换查询码<\/summary>[\s\S]*?action="[^"]*\/code"/)
  const made = await sendTo(app, who.handler, no, '/code')
  expect([made.statusCode, made.headers['cache-control'], await faultsOf(made.body)]).toEqual([
    200,
    'private, no-store',
    [],
  ])
  const [code] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(textOf(made.body))!
  expect((await sendTo(app, who.handler, no, '/code')).statusCode).toBe(403)
  const after = await casePage(app, who.handler, no)
  expect(after.body).not.toContain(code)
  expect(textOf(after.body)).toContain('查询码已更换')
  const { rows } = await sql<{ text: string }>`
    select row_to_json(a)::text as text from audit a where act in ('case.code', 'case.code-ask') and object = ${`case/${no}`}`.execute(
    db,
  )
  expect(rows.length).toBe(5)
  for (const { text } of rows) expect([text.includes(code), text.includes(words)]).toEqual([false, false])
})

test('a code is replaced and a contact opened only by who verified within the last minutes, and what was typed is not shown', async ({
  app,
  db,
}) => {
  const { no } = (await filed(app.desk)).cases[0]!
  const who = await signedIn(db, 'supervisor')
  await sql`update staff_session set strong_at = strong_at - interval '1 hour'`.execute(db)
  for (const [place, form] of [
    ['/code', 'code'],
    ['/parties/phone', 'open-phone'],
  ] as const) {
    const reason = { reason: '核实案情需要联系' }
    const refused = await sendTo(app, who.supervisor, no, place, { ...reason, factor: '000000' })
    expect(refused.statusCode, place).toBe(422)
    expect(refused.body, form).toContain('验证不通过')
    expect(refused.body).not.toContain('000000')
  }
  expect((await seen(app.desk, await person(db, 'supervisor'), no)).version).toBe(1)
  const factor = codeNow(DEMO_TOTP, app.desk.now())
  expect((await sendTo(app, who.supervisor, no, '/code', { factor })).statusCode).toBe(403)
})

test('a step is signed only by who verified within the last minutes, and by him without being asked again', async ({
  app,
  db,
}) => {
  const { no } = (await filed(app.desk)).cases[0]!
  const who = await signedIn(db, 'handler', 'supervisor')
  const [h, s] = [await person(db, 'handler'), await person(db, 'supervisor')]
  await step(app.desk, h, { no, step: 'accept' })
  const proposal = (await asking(app.desk, h, { no, step: 'file_case' })) as { proposal: number }
  await sql`update staff_session set strong_at = strong_at - interval '10 minutes'`.execute(db)
  const sign = (fields = {}) => sendTo(app, who.supervisor, no, `/proposals/${proposal.proposal}/sign`, fields)
  expect((await casePage(app, who.supervisor, no)).body).toContain(`id="sign-${proposal.proposal}-factor"`)
  for (const [fields, says] of [
    [{}, '请填写'],
    [{ factor: '000000' }, '验证不通过'],
  ] as const) {
    const refused = await sign(fields)
    expect([refused.statusCode, textOf(refused.body)]).toEqual([422, expect.stringContaining(says)])
    expect(refused.body).toMatch(new RegExp(`id="sign-${proposal.proposal}-factor"[^>]*aria-invalid="true"`))
    expect(refused.body).not.toContain('000000')
    expect(await faultsOf(refused.body)).toEqual([])
  }
  expect(await seen(app.desk, s, no)).toMatchObject({ state: 'accepted' })
  const elsewhere = await sendTo(app, who.supervisor, (await filed(app.desk)).cases[1]!.no, '/proposals/1/sign')
  expect(elsewhere.statusCode, 'a case of another office').toBe(404)
  await db.updateTable('staff').set({ totp_step: null }).where('id', '=', s.id).execute()
  expect((await sign({ factor: codeNow(DEMO_TOTP, app.desk.now()) })).statusCode).toBe(303)
  expect(await seen(app.desk, s, no)).toMatchObject({ state: 'investigating' })
  const suspended = await asking(app.desk, h, { no, step: 'suspend', input: { reason: 'hearing' } })
  const next = (suspended as { proposal: number }).proposal
  expect((await sendTo(app, who.supervisor, no, `/proposals/${next}/sign`)).statusCode, 'just verified').toBe(303)
})

test('a decision names the violation it found; a refund is entered until its ledger balances', async ({ app, db }) => {
  const { no } = (await filed(app.desk)).cases[0]!
  const [h, s] = [await person(db, 'handler'), await person(db, 'supervisor')]
  await step(app.desk, h, { no, step: 'accept' })
  await signed(app.desk, [h, s], { no, step: 'file_case' })
  const findings = [{ n: 1, found: true, violation: 'above_standard' }]
  const { handler, supervisor } = await signedIn(db, 'handler', 'supervisor')
  const decide = {
    version: String((await seen(app.desk, h, no)).version),
    outcome: 'violation_found',
    refund: '12',
    words: '责令退还。',
  }
  const faulty = await sendTo(app, handler, no, '/steps/decide', decide)
  expect([faulty.statusCode, textOf(faulty.body)]).toEqual([422, expect.stringContaining('至少有一项收费要认定违规')])
  await sendTo(app, handler, no, '/steps/decide', { ...decide, 'findings.1': findings[0]!.violation })
  const { proposals } = (await caseWhole(app.desk, s, no))!
  expect(proposals[0]).toMatchObject({ payload: { findings, laws: ['above_standard'], refund: '12' } })
  const open = proposals.find(({ outcome }) => outcome === null)!
  await sendTo(app, supervisor, no, `/proposals/${open.id}/sign`)
  await signed(app.desk, [h, s], {
    no,
    step: 'order_refund',
    input: { amount: '12.00', due_on: '2026-12-01', basis: 'overcharge' },
  })
  const [order] = (await caseWhole(app.desk, h, no))!.refunds
  const enter = (fields: Record<string, string>) => sendTo(app, handler, no, `/refunds/${order!.id}`, fields)
  expect((await enter({ kind: 'paid', amount: '20', on: '2026-11-23' })).statusCode).toBe(422)
  expect((await enter({ amount: '5', on: '2026-11-23' })).statusCode).toBe(422)
  expect((await enter({ kind: 'paid', amount: '5', on: '2026-11-23' })).statusCode).toBe(303)
  expect(textOf((await casePage(app, handler, no)).body)).toMatch(/已退 5\.00 已确认 0\.00 无人认领 0\.00 尚欠 7\.00/)
})
