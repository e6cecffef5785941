import { sql } from 'kysely'
import { beforeEach, describe, expect } from 'vitest'
import { enterRefund } from '../../../server/cases/acts/refunds.ts'
import { waitAfter } from '../../../server/cases/lookup.ts'
import { ownerView } from '../../../server/cases/owner-view.ts'
import type { Db } from '../../../server/db/database.ts'
import { onDay, person, signed, step } from '../../support/acts.ts'
import { type FiledHere, filed } from '../../support/filed.ts'
import { fieldsOf, textOf } from '../../support/form.ts'
import { Holder, test } from '../../support/owner.ts'
import { type App, NOW } from '../../support/portal.ts'
import { Visitor } from '../../support/visitor.ts'

beforeEach<{ clock: { at: Date } }>(({ clock }) => {
  clock.at = NOW
})

const kindsOf = async (app: App, { tag }: FiledHere, n = 1) =>
  (await ownerView(app.desk, tag))!.cases[n - 1]!.events.map(({ kind }) => kind)
const stateOf = async (app: App, { tag }: FiledHere, n = 1) => (await ownerView(app.desk, tag))!.cases[n - 1]!.state

/** The report decided, its refund ordered, and its owner told. */
async function told(app: App, db: Db, one: FiledHere): Promise<void> {
  const no = one.cases[0]!.no
  const [handler, supervisor] = [await person(db, 'handler'), await person(db, 'supervisor')]
  const two = [handler, supervisor] as const
  const found = [{ n: 1, found: true, violation: 'above_standard' }]
  await step(app.desk, handler, { no, step: 'accept' })
  await signed(app.desk, two, { no, step: 'file_case' })
  const decision = { outcome: 'violation_found', findings: found, laws: ['above_standard'] }
  await signed(app.desk, two, { no, step: 'decide', input: decision, words: '多收十二元，责令退还' })
  const refund = { amount: '12.00', due_on: '2026-12-01', basis: 'overcharge' }
  await signed(app.desk, two, { no, step: 'order_refund', input: refund })
  const done = await step(app.desk, handler, { no, step: 'notify', input: { delivery: 'portal', on: '2026-11-23' } })
  expect(done).toMatchObject({ ok: true })
}

describe('looking a case up', () => {
  test('opens it by receipt and code however they are typed, for half an hour, in a cookie that no script reads', async ({
    app,
    clock,
  }) => {
    const one = await filed(app.desk)
    const visitor = new Visitor(app)
    const typed = { receipt: ` ${one.receipt.toLowerCase().replace('-', ' ')} `, code: one.code.toLowerCase() }
    const answer = await visitor.send('/complaints/lookup', typed)
    expect([answer.status, answer.to]).toEqual([303, '/complaints/case'])
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-case=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const page = await visitor.get('/complaints/case')
    expect(page.status).toBe(200)
    expect(page.text).toContain('这是第一次查看。')
    expect(page.headers['cache-control']).toBe('private, no-store')
    clock.at = new Date(NOW.getTime() + 31 * 60_000)
    expect((await visitor.get('/complaints/case')).to).toBe('/complaints/lookup?done=ended')
    await visitor.send('/complaints/lookup', typed)
    expect((await visitor.get('/complaints/case')).text).toContain('上次查看：2026年11月23日 10:00')
  })

  test('answers a wrong receipt, a wrong code and no code at all alike, page and API', async ({ app }) => {
    const [one, other] = [await filed(app.desk), await filed(app.desk)]
    const wrong = [
      { receipt: one.receipt, code: other.code },
      { receipt: other.receipt.replace(/.{4}$/, '0000'), code: one.code },
      { receipt: 'TS20260101-0000000', code: one.code },
      { receipt: one.receipt, code: '<nonsense>' },
    ]
    const pages = new Set<string>()
    const bodies = new Set<string>()
    for (const [n, typed] of wrong.entries()) {
      const page = await new Visitor(app, `10.1.0.${n}`).send('/complaints/lookup', typed)
      expect(page.status).toBe(404)
      expect(page.headers['set-cookie']).toBeUndefined()
      pages.add(page.html.replace(/ value="[^"]*"/g, ''))
      const remoteAddress = `10.2.0.${n}`
      const api = await app.inject({ method: 'POST', url: '/api/v1/complaints/lookup', payload: typed, remoteAddress })
      expect(api.statusCode).toBe(404)
      bodies.add(api.body)
    }
    expect([pages.size, bodies.size]).toEqual([1, 1])
  })

  test('asks for what was left blank at its field, and keeps the rest', async ({ app }) => {
    const page = await new Visitor(app).send('/en/complaints/lookup', { receipt: 'TS20261123-', code: ' ' })
    expect(page.status).toBe(400)
    expect(page.html).toMatch(/id="f-code"[^>]* aria-invalid="true"/)
    expect(page.html).toContain('value="TS20261123-"')
  })

  test('is slower after five failures of its address, yet the right pair gets in; each failure is audited without what was typed', async ({
    app,
    owner,
  }) => {
    expect([0, 4, 5, 6, 100].map(waitAfter)).toEqual([0, 0, 250, 500, 4000])
    const one = await filed(app.desk)
    const visitor = new Visitor(app, '10.3.0.1')
    for (let n = 0; n < 6; n++)
      expect((await visitor.send('/complaints/lookup', { receipt: one.receipt, code: '0' })).status).toBe(404)
    const begun = performance.now()
    expect((await visitor.send('/complaints/lookup', { receipt: one.receipt, code: one.code })).status).toBe(303)
    expect(performance.now() - begun).toBeGreaterThan(490)
    const { rows } = await sql<{ text: string }>`select a::text as text from audit a where act = 'case.lookup'`.execute(
      owner,
    )
    expect(rows.length).toBeGreaterThanOrEqual(6)
    for (const { text } of rows)
      for (const secret of [one.receipt, one.code, '10.3.0.1']) expect(text).not.toContain(secret)
  })

  test('gives a machine the same, and no cookie', async ({ app, db }) => {
    const one = await filed(app.desk)
    await told(app, db, one)
    const payload = { receipt: one.receipt, code: one.code }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/complaints/lookup', payload })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toContain('no-store')
    expect(answer.json()).toMatchObject({
      receipt: one.receipt,
      charged: '20.00',
      cases: [
        {
          ...{ type: 'report', state: 'notified', outcome: 'violation_found', next: null },
          decisions: [{ words: '多收十二元，责令退还' }],
          refunds: [{ ordered: '12.00', to_confirm: '0.00' }],
          may: ['message', 'evidence', 'appeal', 'rate', 'not_solved'],
        },
        { type: 'complaint', state: 'received', next: { clock: 'accept', due_on: '2026-12-02', overdue: false } },
      ],
    })
  })
})

describe('the owner of a case', () => {
  test('writes once however often he clicks, and finds what was wrong where he wrote it', async ({ app }) => {
    const one = await filed(app.desk)
    const holder = await Holder.of(app, one)
    const { action, fields } = await holder.form('message-1')
    const both = await Promise.all([1, 2].map(() => holder.visitor.send(action, { ...fields, words: '请问进展' })))
    expect(both.map(({ status, to }) => [status, to])).toEqual([
      [303, '/complaints/case?done=message'],
      [303, '/complaints/case?done=message'],
    ])
    expect((await holder.page('?done=message')).text).toContain('消息已发送。')
    expect(await kindsOf(app, one)).toEqual(['submitted', 'message'])
    const long = await holder.fill('message-1', { words: '长'.repeat(4001) })
    expect(long.status).toBe(400)
    expect(long.html).toMatch(/<textarea id="message-1-words"[^>]* aria-invalid="true"[^>]*>\n长长/)
    expect(await kindsOf(app, one)).toEqual(['submitted', 'message'])
  })

  test('answers what was asked, with files, and the case goes on; a file that is refused is named', async ({
    app,
    db,
  }) => {
    const one = await filed(app.desk)
    const handler = await person(db, 'handler')
    const ask = { step: 'ask_supplement', input: { deadline: '2026-11-27' }, words: '请补充账单原件' } as const
    await step(app.desk, handler, { no: one.cases[0]!.no, ...ask })
    const holder = await Holder.of(app, one)
    const page = await holder.page()
    expect(page.text).toContain('请于 2026年11月27日 前补正')
    expect(page.text).toContain('请补充账单原件')
    const program = { name: '账单.pdf', bytes: 'MZ\u0000\u0003 not a bill' }
    const refused = await holder.fillWithFile('supplement-1', program, { words: '见附件' })
    expect(refused.statusCode).toBe(400)
    expect(textOf(refused.body)).toContain('未收到 账单.pdf')
    expect(refused.body).toContain('见附件</textarea>')
    expect(await stateOf(app, one)).toBe('awaiting_supplement')
    const bill = { name: '账单.txt', bytes: '港口设施保安费 20.00\n' }
    expect((await holder.fillWithFile('supplement-1', bill, { words: '见附件' })).statusCode).toBe(303)
    expect(await stateOf(app, one)).toBe('received')
    const view = (await ownerView(app.desk, one.tag))!
    expect(view.files).toMatchObject([{ name: '账单.txt', sender: 'complainant' }])
    expect(view.cases[0]!.messages.map(({ sender, words }) => [sender, words])).toEqual([
      ['desk', '请补充账单原件'],
      ['complainant', '见附件'],
    ])
    const file = await holder.page(`/files/${view.files[0]!.id}`)
    expect([file.status, file.html]).toEqual([200, bill.bytes])
  })

  test('adds evidence in one go, once, and is told when no file was chosen', async ({ app }) => {
    const one = await filed(app.desk)
    const holder = await Holder.of(app, one)
    expect((await holder.fillWithFile('evidence-2', null)).statusCode).toBe(400)
    const { action, fields } = await holder.form('evidence-2')
    const send = () => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const name of ['一.txt', '二.txt']) form.append('files', new Blob([`${name}的内容`]), name)
      return new Response(form)
    }
    const answers = await Promise.all(
      [send(), send()].map(async (sent) => {
        const headers = { 'content-type': sent.headers.get('content-type')!, cookie: holder.cookie }
        return app.inject({ method: 'POST', url: action, headers, payload: Buffer.from(await sent.arrayBuffer()) })
      }),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect((await ownerView(app.desk, one.tag))!.files.map(({ name }) => name).toSorted()).toEqual(['一.txt', '二.txt'])
    expect(await kindsOf(app, one, 2)).toEqual(['submitted', 'evidence'])
  })

  test('withdraws one case after being told what that means; the other goes on', async ({ app }) => {
    const one = await filed(app.desk)
    const holder = await Holder.of(app, one)
    const page = await holder.page('/1/withdrawal')
    expect(page.text).toContain('仍可以依职权继续核查')
    const fields = fieldsOf(page.html)
    for (const _twice of [1, 2])
      expect((await holder.visitor.send('/complaints/case/1/withdrawal', fields)).status).toBe(303)
    const [report, complaint] = (await ownerView(app.desk, one.tag))!.cases
    expect(report).toMatchObject({ state: 'withdrawn', due: null, closedOn: '2026-11-23' })
    expect(report!.clocks.map(({ closedOn }) => closedOn)).toEqual(['2026-11-23'])
    expect(complaint).toMatchObject({ state: 'received' })
    expect((await holder.page('/1/withdrawal')).to).toBe('/complaints/case')
  })

  test('does nothing to a case that went on since he read it: 409, and what he wrote is still there', async ({
    app,
    db,
  }) => {
    const one = await filed(app.desk)
    const holder = await Holder.of(app, one)
    const read = await holder.form('withdraw-1', '/1/withdrawal')
    await step(app.desk, await person(db, 'handler'), { no: one.cases[0]!.no, step: 'accept' })
    const late = await holder.visitor.send(read.action, read.fields)
    expect(late.status).toBe(409)
    expect(late.text).toContain('案件已有新的进展')
    expect(await stateOf(app, one)).toBe('accepted')
  })

  test('reads the decision once told, confirms the refund, rates it, says once that it is not solved, and asks for a review in time', async ({
    app,
    db,
  }) => {
    const one = await filed(app.desk)
    await told(app, db, one)
    const holder = await Holder.of(app, one)
    const page = await holder.page()
    for (const words of ['多收十二元，责令退还', '查明违规', '最后一天：2027年1月22日', '消息'])
      expect(page.text).toContain(words)
    const { id } = (await ownerView(app.desk, one.tag))!.cases[0]!.refunds[0]!
    await expect(holder.form('confirm-1')).rejects.toThrow('no form')
    const paid = { no: one.cases[0]!.no, order: id, kind: 'paid', amount: '12.00', on: '2026-11-23' } as const
    expect(await enterRefund(app.desk, await person(db, 'handler'), paid)).toMatchObject({ ok: true })
    const confirming = await holder.form('confirm-1')
    for (const _twice of [1, 2])
      expect((await holder.visitor.send(confirming.action, confirming.fields)).to).toContain('done=confirm')
    expect((await ownerView(app.desk, one.tag))!.cases[0]!.refunds).toMatchObject([
      { confirmed: '12.00', toConfirm: '0.00' },
    ])
    const rating = await holder.fill('rate-1', { words: '还行' })
    expect(rating.status).toBe(400)
    expect(rating.text).toContain('请选择一项')
    expect((await holder.fill('rate-1', { score: '4', solved: 'no', words: '还行' })).to).toContain('done=rate')
    expect((await holder.fill('not_solved-1', { words: '只退了一部分' })).status).toBe(303)
    const after = (await ownerView(app.desk, one.tag))!.cases[0]!
    expect(after.may).toEqual(['message', 'evidence', 'appeal'])
    expect(after.ratings).toMatchObject([{ score: 4, solved: false, words: '还行' }])
    expect((await holder.fill('appeal-1', {}, '/1/review')).status).toBe(400)
    expect((await holder.fill('appeal-1', { words: '理由' }, '/1/review')).to).toContain('done=appeal')
    expect(await stateOf(app, one)).toBe('appealed')
    expect(await kindsOf(app, one)).toEqual([
      ...['submitted', 'accept', 'file_case', 'decide', 'order_refund', 'notify', 'refund_paid'],
      ...['refund_confirmed', 'rated', 'not_solved', 'appeal'],
    ])
  })

  test('may not ask for a review once its last day is over, and reads that a date is overdue', async ({
    app,
    db,
    clock,
  }) => {
    const one = await filed(app.desk)
    await told(app, db, one)
    clock.at = onDay(app.desk, '2027-01-23').now()
    const holder = await Holder.of(app, one)
    expect((await holder.page('/1/review')).to).toBe('/complaints/case')
    expect((await holder.page()).text).toContain('已超过期限 52 天')
  })
})

describe('somebody with another receipt', () => {
  test('reaches nothing of a case that is not his: not its files, its refund, a third case, or its forms', async ({
    app,
    db,
  }) => {
    const [one, other] = [await filed(app.desk), await filed(app.desk)]
    await told(app, db, other)
    const [mine, theirs] = [await Holder.of(app, one), await Holder.of(app, other)]
    expect((await theirs.fillWithFile('evidence-1', { name: 'a.txt', bytes: '证据' })).statusCode).toBe(303)
    const view = (await ownerView(app.desk, other.tag))!
    expect((await mine.page(`/files/${view.files[0]!.id}`)).status).toBe(404)
    const form = await mine.form('message-1')
    const refund = `/complaints/case/1/refunds/${view.cases[0]!.refunds[0]!.id}`
    expect((await mine.visitor.send(refund, form.fields)).status).toBe(409)
    expect((await mine.visitor.send('/complaints/case/3/messages', { ...form.fields, words: 'x' })).status).toBe(404)
    const foreign = (await theirs.form('message-1')).fields
    expect((await mine.visitor.send('/complaints/case/1/messages', { ...foreign, words: 'x' })).status).toBe(403)
    const elsewhere = { 'sec-fetch-site': 'cross-site' }
    const asked = await mine.visitor.send('/complaints/case/1/messages', { ...form.fields, words: 'x' }, elsewhere)
    expect(asked.status).toBe(403)
    expect(await kindsOf(app, one)).toEqual(['submitted'])
  })

  test('whose visit is over finds what he wrote again, and nothing was sent', async ({ app, clock }) => {
    const one = await filed(app.desk)
    const holder = await Holder.of(app, one)
    const { action, fields } = await holder.form('message-1')
    clock.at = new Date(NOW.getTime() + 40 * 60_000)
    const late = await holder.visitor.send(action, { ...fields, words: '写了很久的话' })
    expect(late.status).toBe(403)
    expect(late.html).toContain('写了很久的话</textarea>')
    expect(await kindsOf(app, one)).toEqual(['submitted'])
    const touched = new Visitor(app)
    touched.cookies.set('__Host-case', `${holder.cookie.slice(12, -2)}xx`)
    expect((await touched.get('/complaints/case')).status).toBe(303)
  })
})
