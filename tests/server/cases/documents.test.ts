import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect } from 'vitest'
import { contentText, digestOf } from '../../../complaints/documents/content.ts'
import type { Form } from '../../../complaints/documents/forms.ts'
import { sendMessage } from '../../../server/cases/acts/writing.ts'
import { issueDocument } from '../../../server/cases/documents/issue.ts'
import { openDocument } from '../../../server/cases/documents/open.ts'
import { nextNumber } from '../../../server/db/case-documents.ts'
import { asCaseStaff } from '../../../server/db/case-doors.ts'
import { clocksOf } from '../../../server/db/clocks.ts'
import type { Desk, Person } from '../../../server/staff/desk.ts'
import { onDay, person, seen, signed, step } from '../../support/acts.ts'
import { FORWARDER, filed } from '../../support/filed.ts'
import { textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import { Holder, test } from '../../support/owner.ts'
import { asStaff, post } from '../../support/staff.ts'
import { delivered, drafted, issued } from './documents.ts'

const BUYER = {
  capacity: 'individual' as const,
  daily_life: true,
  contact: { name: '周小舟', phone: '13800001234', address: '甬江路一号' },
}

/** A reporter's case at the market's office, and a traveller's complaint at the same. */
const report = async (desk: Desk) => (await filed(desk)).cases[0]!.no
async function complaint(desk: Desk): Promise<string> {
  const { cases } = await filed(desk, BUYER)
  return cases.find(({ track }) => track === 'samr_consumer')!.no
}
const people = async (desk: Desk): Promise<[Person, Person]> => [
  await person(desk.db, 'handler'),
  await person(desk.db, 'supervisor'),
]
const agreed = { outcome: 'refund_agreed', refund: '12.00' }

describe('every form', () => {
  type Way = (desk: Desk, two: [Person, Person]) => Promise<string>
  const decidedAs =
    (input: object): Way =>
    async (desk, two) => {
      const no = await complaint(desk)
      await step(desk, two[0], { no, step: 'accept' })
      await signed(desk, two, { no, step: 'decide', input, words: '双方同意退还十二元。' })
      return no
    }
  const WAYS: Record<Form, Way> = {
    register_complaint: (desk) => complaint(desk),
    register_report: (desk) => report(desk),
    forward: async (desk, [by]) => {
      const no = await report(desk)
      await step(desk, by, { no, step: 'transfer', input: { to: 12, reason: 'not_our_area' }, words: '在镇海' })
      return no
    },
    prove_identity: (desk) => complaint(desk),
    accept: async (desk, [by]) => {
      const no = await complaint(desk)
      await step(desk, by, { no, step: 'accept' })
      return no
    },
    refuse: async (desk, two) => {
      const no = await complaint(desk)
      await signed(desk, two, { no, step: 'refuse', input: { ground: 'dealt_with' }, words: '法院已经受理。' })
      return no
    },
    mediate: async (desk, two) => WAYS.accept(desk, two),
    end_mediation: decidedAs({ outcome: 'not_agreed', ground: 'absent' }),
    settlement: decidedAs(agreed),
    report_result: async (desk, two) => {
      const no = await report(desk)
      await step(desk, two[0], { no, step: 'accept' })
      await signed(desk, two, { no, step: 'file_case', words: '有初步证据' })
      return no
    },
  }

  test('composes for a case that it fits, with nothing left empty', async ({ app: { desk } }) => {
    const two = await people(desk)
    for (const [form, way] of Object.entries(WAYS) as [Form, Way][]) {
      const no = await way(desk, two)
      const { content } = await drafted(desk, two[0], no, form)
      const texts = JSON.stringify(content, (_, value) => (value === '' ? 'EMPTY' : value))
      expect(texts, form).not.toMatch(/EMPTY|undefined|null(?=日)|NaN/)
      expect(content.articles.length, form).toBeGreaterThan(0)
      expect(texts, form).toContain(no)
    }
  })

  test('of a report keeps who reported secret, of a complaint names him', async ({ app: { desk } }) => {
    const [by] = await people(desk)
    const secret = JSON.stringify((await drafted(desk, by, await report(desk), 'register_report')).content)
    for (const told of ['周小舟', '13800001234', '示例货代']) expect(secret).not.toContain(told)
    const open = JSON.stringify((await drafted(desk, by, await complaint(desk), 'register_complaint')).content)
    for (const told of ['周小舟', '13800001234', '甬江路一号']) expect(open).toContain(told)
    const { rows } = await sql<{ object: string }>`
      select object from audit where act = 'case.open' and detail->>'form' = 'register_complaint'`.execute(desk.db)
    expect(rows.at(-1)!.object).toMatch(/name\+phone\+address$/)
  })

  test('cites the order in force when its case was received', async ({ app: { desk } }) => {
    const [by] = await people(desk)
    for (const [on, order, article] of [
      ['2026-04-14', '第20号', '第十四条'],
      ['2026-04-15', '第121号', '第十五条'],
    ] as const) {
      const then = onDay(desk, on)
      const no = await complaint(then)
      await step(then, by, { no, step: 'accept' })
      const { content } = await drafted(then, by, no, 'accept')
      expect(content.articles[0]!.says).toContain(order)
      expect(content.articles[0]!.says).toContain(article)
    }
  })
})

test('numbers have no gaps under twenty at once, and what fails takes none', async ({ app: { desk } }) => {
  const [by] = await people(desk)
  const nos = await Promise.all(Array.from({ length: 20 }, () => report(desk)))
  const all = await Promise.all(nos.map((no) => issued(desk, by, no, 'register_report')))
  const numbers = all.map(({ number }) => Number(/〕(\d+)号/.exec(number)![1]))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  const lost = asCaseStaff(desk.db, by.id, async (tx) => {
    expect(await nextNumber(tx, { org: 11, form: 'register_report', year: 2026 })).toBe(21)
    throw new Error('after the number')
  })
  await expect(lost).rejects.toThrow('after the number')
  expect((await issued(desk, by, nos[0]!, 'register_report')).number).toContain('〔2026〕21号')
  const { given, version } = await drafted(desk, by, nos[1]!, 'register_report')
  const asked = { no: nos[1]!, form: 'register_report' as const, given, version, address: '' }
  const twice = await Promise.all([issueDocument(desk, by, asked), issueDocument(desk, by, asked)])
  expect(twice.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['gone-on', 'ok'])
})

describe('what was issued', () => {
  test('is another once one character is, and in the database stays as it was', async ({ app: { desk }, owner }) => {
    const [by] = await people(desk)
    const no = await complaint(desk)
    const { document, number } = await issued(desk, by, no, 'register_complaint')
    expect(number).toMatch(/^宁波北仑市监投登〔2026〕\d+号$/)
    const { content, document: kept } = await openDocument(desk, by, { no, document, address: '' })
    expect(digestOf(contentText(content))).toEqual(kept.sha256)
    expect(digestOf(contentText({ ...content, title: `${content.title} ` }))).not.toEqual(kept.sha256)
    const tried = sql`update case_document set sha256 = sha256('x') where id = ${document}`.execute(owner)
    await expect(tried).rejects.toMatchObject({ constraint: 'document_stays' })
    const other = desk.keys.seal(`document/${number}`, contentText({ ...content, office: '别的机关' }))
    await sql`update case_document set content = ${other} where id = ${document}`.execute(owner)
    await expect(openDocument(desk, by, { no, document, address: '' })).rejects.toMatchObject({ kind: 'file-damaged' })
  })

  test('is not there for another office, nor readable in the rows', async ({ app, db, owner }) => {
    const { desk } = app
    const [by] = await people(desk)
    const no = await complaint(desk)
    const { document } = await issued(desk, by, no, 'register_complaint')
    const other = await asStaff(db, 'handler2')
    for (const rest of [`/${document}`, `/${document}.pdf`, '/new?form=register_complaint'])
      expect(
        (await app.inject({ url: `/staff/cases/${no}/documents${rest}`, headers: { cookie: other.cookie } }))
          .statusCode,
      ).toBe(404)
    for (const login of ['auditor', 'casepublisher', 'admin']) {
      const who = await asStaff(db, login)
      const page = await app.inject({
        url: `/staff/cases/${no}/documents/${document}`,
        headers: { cookie: who.cookie },
      })
      expect([login, page.statusCode]).toEqual([login, 403])
    }
    const { rows } = await sql<{ all: string }>`
      select (select string_agg(d::text, '') from case_document d) || (select string_agg(e::text, '') from case_event e)
        || (select string_agg(a::text, '') from audit a) as all`.execute(owner)
    for (const told of ['周小舟', '13800001234']) expect(rows[0]!.all).not.toContain(told)
  })

  test('as PDF holds its number, the parties and its digest, as another reader reads it', async ({ app, db }) => {
    const { desk } = app
    const [by] = await people(desk)
    const no = await complaint(desk)
    const { document, number } = await issued(desk, by, no, 'register_complaint')
    const who = await asStaff(db, 'handler')
    const url = `/staff/cases/${no}/documents/${document}.pdf`
    const pdf = await app.inject({ url, headers: { cookie: who.cookie } })
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.headers['cache-control']]).toEqual([
      ...[200, 'application/pdf', 'private, no-store'],
    ])
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.rawPayload)), { mergePages: true })
    const { document: kept } = await openDocument(desk, by, { no, document, address: '' })
    const [read, digest] = [text.replace(/\s/g, ''), kept.sha256.toString('hex')]
    for (const told of [number, '周小舟', FORWARDER.entity_name, '示范样式，待核实', digest])
      expect(read).toContain(told)
  })
})

describe('a delivery', () => {
  test('shows a document to the complainant, and before it there is none', async ({ app }) => {
    const { desk } = app
    const [by] = await people(desk)
    const filing = await filed(desk, BUYER)
    const { no } = filing.cases.find(({ track }) => track === 'samr_consumer')!
    await step(desk, by, { no, step: 'accept' })
    const { document, number } = await issued(desk, by, no, 'accept')
    const register = await issued(desk, by, no, 'register_complaint')
    const holder = await Holder.of(app, filing)
    const pdfOf = (id: number) =>
      app.inject({ url: `/complaints/case/documents/${id}.pdf`, headers: { cookie: holder.cookie } })
    expect((await pdfOf(document)).statusCode).toBe(404)
    expect((await holder.page()).html).not.toContain(number)
    expect(await delivered(desk, by, no, document)).toMatchObject({ ok: true })
    expect(await delivered(desk, by, no, document)).toMatchObject({ ok: false, code: 'already-there' })
    expect(await delivered(desk, by, no, register.document)).toMatchObject({ ok: false, code: 'unlawful-step' })
    expect((await pdfOf(document)).statusCode).toBe(200)
    expect((await pdfOf(register.document)).statusCode).toBe(404)
    const { html } = await holder.page()
    expect(textOf(html)).toContain(number)
    expect(html).toContain(`/complaints/case/documents/${document}.pdf`)
    const stranger = await Holder.of(app, await filed(desk, BUYER))
    const url = `/complaints/case/documents/${document}.pdf`
    expect((await app.inject({ url, headers: { cookie: stranger.cookie } })).statusCode).toBe(404)
  })

  test('of a result while a report is investigated tells that it was filed; of a decision it may stand for notice', async ({
    app,
    db,
  }) => {
    const { desk } = app
    const two = await people(desk)
    const no = await report(desk)
    await step(desk, two[0], { no, step: 'accept' })
    await signed(desk, two, { no, step: 'file_case', words: '有初步证据' })
    const told = async () => {
      const { id } = await seen(desk, two[0], no)
      const clocks = await asCaseStaff(db, two[0].id, (tx) => clocksOf(tx, id))
      return clocks.find(({ code }) => code === 'tell_filing')?.metOn
    }
    const first = await issued(desk, two[0], no, 'report_result')
    expect(await told()).toBe(null)
    expect(await delivered(desk, two[0], no, first.document)).toMatchObject({ ok: true })
    expect(await told()).toBe('2026-11-23')
    const input = { outcome: 'no_violation', findings: [{ n: 1, found: false }], laws: [] }
    await signed(desk, two, { no, step: 'decide', input, words: '未发现超标准收费。' })
    const last = await issued(desk, two[0], no, 'report_result')
    await delivered(desk, two[0], no, last.document)
    const who = await asStaff(db, 'handler')
    const url = `/staff/cases/${no}/documents/${last.document}`
    const page = (await app.inject({ url, headers: { cookie: who.cookie } })).body
    const form = /<form[^>]*id="form-notify"[\s\S]*?<\/form>/.exec(page)![0]
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)![1]!
    const fields = { version: value('version'), delivery: value('delivery'), on: value('on') }
    expect((await post(app, who, `/staff/cases/${no}/steps/notify`, fields)).statusCode).toBe(303)
    expect(await seen(desk, two[0], no)).toMatchObject({ state: 'notified' })
  })
})

test('a form is filled in, comes back with each fault named, is previewed as it will be, and issued', async ({
  app,
  db,
}) => {
  const { desk } = app
  const [by] = await people(desk)
  const no = await complaint(desk)
  await step(desk, by, { no, step: 'accept' })
  const who = await asStaff(db, 'handler')
  const at = `/staff/cases/${no}/documents/new?form=mediate`
  const open = (lang: string, url: string) => app.inject({ url: lang + url, headers: { cookie: who.cookie } })
  const listed = (await open('', `/staff/cases/${no}`)).body
  expect(listed).toContain(`/staff/cases/${no}/documents/new?form&#x3D;mediate`)
  for (const lang of ['', '/en']) expect(await faultsOf((await open(lang, at)).body)).toEqual([])
  const parts = { on: '2026-11-23', time: '上午九时', place: '', contact: '承办人' }
  const wrong = await post(app, who, at, { ...parts, do: 'preview' })
  expect([wrong.statusCode, await faultsOf(wrong.body)]).toEqual([422, []])
  for (const fault of ['document-on-fault', 'document-place-fault', 'value="上午九时"'])
    expect(wrong.body).toContain(fault)
  const right = { ...parts, on: '2026-12-08', place: '三楼', version: '2' }
  const preview = await post(app, who, at, right)
  expect([preview.statusCode, await faultsOf(preview.body)]).toEqual([200, []])
  expect(textOf(preview.body)).toContain('2026年12月8日上午九时在三楼组织调解')
  await sendMessage(desk, by, { no, words: '材料已收到。', asks: false })
  const gone = await post(app, who, at, { ...right, do: 'issue' })
  expect([gone.statusCode, textOf(gone.body)]).toEqual([409, expect.stringContaining('案件已有变化')])
  const done = await post(app, who, at, { ...right, version: '3', do: 'issue' })
  expect(done.statusCode).toBe(303)
  for (const lang of ['', '/en']) {
    const page = await open(lang, done.headers.location as string)
    expect([page.statusCode, await faultsOf(page.body)]).toEqual([200, []])
  }
  const delivery = `${(done.headers.location as string).split('?')[0]}/delivery`
  const early = await post(app, who, delivery, { delivery: 'letter', on: '2026-11-01' })
  expect([early.statusCode, textOf(early.body)]).toEqual([422, expect.stringContaining('不能早于出具之日')])
  expect((await post(app, who, delivery, { delivery: 'letter', on: '2026-11-23' })).statusCode).toBe(303)
  expect((await open('', '/staff/cases/TS20261123-0000000-1/documents/new?form=accept')).statusCode).toBe(404)
  expect((await open('', `/staff/cases/${no}/documents/new?form=refuse`)).statusCode).toBe(409)
})
