import { sql } from 'kysely'
import { expect } from 'vitest'
import { UNPROVEN } from '../../../server/cases/admission.ts'
import { asClerk } from '../../../server/db/case-doors.ts'
import { stepOf } from '../../../views/complaints/filing-draft.ts'
import { ANSWERS, filled, open, type Sent, send, walk } from '../../support/filing.ts'
import { textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import { test } from '../../support/portal.ts'

const receiptIn = (html: string) => /TS\d{8}-[0-9A-Z*~$=]{7}/.exec(html)?.[0]
const codeIn = (html: string) => /<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/code>/.exec(html)?.[1]

test('a complaint is filed page by page without a script or a cookie, and every page is valid HTML', async ({
  app,
}) => {
  const { pages, fields } = await walk(app, 'check')
  expect(Object.keys(pages)).toEqual([
    'about',
    'opens',
    'place',
    'charges',
    'statement',
    'evidence',
    'contact',
    'check',
  ])
  expect(textOf(pages.opens!.html)).toMatch(/价格举报[\s\S]*港口行业投诉[\s\S]*分两件办理/)
  const said = textOf(pages.check!.html)
  for (const part of ['周小舟', '138 0000 1234', '宁波示例集装箱码头有限公司', '20.00', '系统比对', '北仑'])
    expect(said).toContain(part)
  const receipt = await send(app, '/complaints/new', { ...fields, do: 'next' })
  expect(receipt.status).toBe(201)
  expect(receiptIn(receipt.html)).toBeDefined()
  expect(codeIn(receipt.html)).toBeDefined()
  const others = { receipt, landing: await open(app, '/complaints'), verify: await open(app, '/verify') }
  for (const [step, { html }] of Object.entries({ ...pages, ...others })) expect(await faultsOf(html), step).toEqual([])
})

test('the same pages stand in English', async ({ app }) => {
  const { pages, fields } = await walk(app, 'check', { url: '/en/complaints/new' })
  const receipt = await send(app, '/en/complaints/new', { ...fields, do: 'next' })
  expect(textOf(receipt.html)).toContain('What happens next')
  for (const [step, { html }] of Object.entries({ ...pages, receipt, landing: await open(app, '/en/complaints') }))
    expect(await faultsOf(html), step).toEqual([])
})

const WRONG: [step: string, answers: Sent, fields: string[]][] = [
  ['about', {}, ['f-capacity', 'f-goals']],
  ['about', { capacity: 'enterprise', goal_refund: '1', daily_life: '1' }, ['f-daily_life']],
  ['place', { place: '', entity: '' }, ['f-place', 'f-entity']],
  ['place', { place: 'CNNGB', entity: '91330206MA2DEM0172' }, ['f-entity']],
  ['charges', { category: '', c0_name: '' }, ['f-category', 'f-charges']],
  [
    'charges',
    {
      category: 'off_list',
      c0_name: '夜班费',
      c0_charged_on: '2027-01-01',
      c0_amount: '12 欧元',
      c1_amount: '5',
      c1_quantity: '-1',
    },
    ['f-c0_charged_on', 'f-c0_amount', 'f-c1_name', 'f-c1_charged_on', 'f-c1_quantity'],
  ],
  ['statement', { statement: '太短' }, ['f-statement']],
  ['contact', { phone: '' }, ['f-anonymous']],
  [
    'contact',
    { anonymous: 'no', name: '', phone: 'abc', email: 'x', credit_code: '123' },
    ['f-name', 'f-phone', 'f-email', 'f-credit_code'],
  ],
]

test('each page comes back filled in, with every fault named above it and at its field', async ({ app }) => {
  const { fields: whole } = await walk(app, 'contact')
  for (const [step, answers, faulty] of WRONG) {
    const fields = Object.fromEntries(Object.entries(whole).filter(([name]) => stepOf(name) !== step))
    const page = await send(app, '/complaints/new', { ...fields, ...answers, step, do: 'next' })
    const named = [...page.html.matchAll(/<li><a href="#(f-[^"]+)">/g)].map((match) => match[1])
    expect(named, step).toEqual(faulty)
    for (const field of faulty) expect(page.html, field).toContain(`id="${field}-fault"`)
    for (const field of faulty) expect(page.html, field).toContain(`id="${field}"`)
    expect(page.status).toBe(422)
    expect(filled(page.html)).toMatchObject(answers)
    expect(await faultsOf(page.html), step).toEqual([])
  }
})

test('going back, changing an answer and changing the language lose nothing', async ({ app }) => {
  const { fields } = await walk(app, 'check')
  const back = await send(app, '/complaints/new', { ...fields, do: 'back' })
  expect(filled(back.html)).toMatchObject({ step: 'contact', ...ANSWERS.contact, ...ANSWERS.about, ...ANSWERS.charges })
  const english = await send(app, '/en/complaints/new', { ...filled(back.html), do: 'resume' })
  expect(english.html).toContain('How to reach you')
  expect(filled(english.html)).toEqual(filled(back.html))
  const changing = await send(app, '/complaints/new', { ...fields, do: 'go-place' })
  const place = { ...filled(changing.html), place: 'CNNGB:chuanshan', do: 'next' }
  const check = await send(app, '/complaints/new', place)
  expect(filled(check.html).step).toBe('check')
  expect(textOf(check.html)).toContain('穿山')
})

test('more lines are given on request, and fifty are the most', async ({ app }) => {
  const { fields } = await walk(app, 'charges')
  const more = await send(app, '/complaints/new', { ...fields, ...ANSWERS.charges, do: 'more' })
  expect(more.html.match(/_amount" type/g)).toHaveLength(7)
  expect(filled(more.html)).toMatchObject(ANSWERS.charges!)
  const most = await send(app, '/complaints/new', { ...filled(more.html), lines: '49', do: 'more' })
  expect(most.html.match(/_amount" type/g)).toHaveLength(50)
  expect(most.html).not.toContain('value="more"')
})

test('the address of an item, an entity or a port fills in what is known', async ({ app }) => {
  const item = await open(app, '/fees/port-facility-security?port=CNNGB&entity=91330206MA2DEM0171&on=2026-03-02')
  const link = /href="(\/complaints\/new\?[^"]+)"/.exec(item.html)![1]!.replaceAll('&amp;', '&')
  const { fields } = await walk(app, 'charges', { url: link.replaceAll('&#x3D;', '=') })
  expect(fields).toMatchObject({ c0_name: '港口设施保安费', c0_charged_on: '2026-03-02' })
  for (const path of ['/entities/91330206MA2DEM0171', '/ports/CNNGB', '/'])
    expect((await open(app, path)).html, path).toMatch(/href="\/complaints/)
  const wrong = await open(app, '/complaints/new?port=XX')
  expect(wrong.status).toBe(400)
})

test('anonymous, only the report is opened and no contact is sent', async ({ app, db }) => {
  const { page, fields } = await walk(app, 'check', { answers: { contact: { ...ANSWERS.contact, anonymous: 'yes' } } })
  expect(textOf(page.html)).not.toContain('港口行业投诉')
  const receipt = await send(app, '/complaints/new', { ...fields, do: 'next' })
  expect(receipt.html).toContain(`${receiptIn(receipt.html)}-1`)
  expect(receipt.html).not.toContain(`${receiptIn(receipt.html)}-2`)
  expect(await asClerk(db, (tx) => tx.selectFrom('contact_field').select('field').execute())).toEqual([])
})

test('pressed twice, sent again after a lost answer: one filing, one receipt; other words under its key are refused', async ({
  app,
  db,
}) => {
  const { fields } = await walk(app, 'check')
  const sent = { ...fields, do: 'next' }
  const [one, two] = await Promise.all([send(app, '/complaints/new', sent), send(app, '/complaints/new', sent)])
  const again = await send(app, '/complaints/new', sent)
  expect(new Set([one, two, again].map(({ html }) => receiptIn(html))).size).toBe(1)
  expect(new Set([one, two, again].map(({ html }) => codeIn(html))).size).toBe(1)
  expect(await asClerk(db, (tx) => tx.selectFrom('submission').select('id').execute())).toHaveLength(1)
  const other = await send(app, '/complaints/new', { ...sent, statement: '完全另外的一件事，写了十个字以上。' })
  expect(other.status).toBe(422)
  expect(textOf(other.html)).toContain('已经提交过')
  const anew = await send(app, '/complaints/new', { ...filled(other.html), do: 'anew' })
  expect(filled(anew.html).key).not.toBe(fields.key)
})

test('who files too much is asked to wait, in words and for machines, and the form stays as it was', async ({
  app,
}) => {
  const { fields } = await walk(app, 'check')
  const keyed = (n: number) => ({ ...fields, key: `00000000-0000-4000-8000-00000000000${n}`, do: 'next' })
  for (let n = 0; n < UNPROVEN; n++) expect((await send(app, '/complaints/new', keyed(n))).status).toBe(201)
  const held = await send(app, '/complaints/new', keyed(UNPROVEN))
  expect(held.status).toBe(429)
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(0)
  expect(textOf(held.html)).toMatch(/请等 \d+ 分钟后/)
  expect(filled(held.html)).toMatchObject({ key: keyed(UNPROVEN).key, name: '周小舟' })
})

test('while the disk is full nothing is taken, the form comes back whole, and the same form is taken afterwards', async ({
  app,
  owner,
}) => {
  const { fields } = await walk(app, 'check')
  await sql`create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = 'disk_full'; end $$`.execute(
    owner,
  )
  await sql`create trigger full_disk before insert on submission for each row execute function full_disk()`.execute(
    owner,
  )
  const held = await send(app, '/complaints/new', { ...fields, do: 'next' })
  expect(held.status).toBe(503)
  expect(held.headers['retry-after']).toBe('60')
  expect(textOf(held.html)).toContain('这一次没有收下')
  expect(filled(held.html)).toEqual(fields)
  await sql`drop trigger full_disk on submission`.execute(owner)
  expect((await send(app, '/complaints/new', { ...filled(held.html), do: 'next' })).status).toBe(201)
})
