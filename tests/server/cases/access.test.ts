import fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { type Action, type Role, reachOf } from '../../../server/access.ts'
import type { Db } from '../../../server/db/database.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { staffPages } from '../../../server/routes/staff/pages.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { putCases } from '../../support/case-rows.ts'
import { type App, test } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

type Route = { method: 'GET' | 'POST'; url: string; action: Action }

/** Every address of the cases with what it says of itself, as it is registered. */
async function routesOf(): Promise<Route[]> {
  const bare = fastify().withTypeProvider<ZodTypeProvider>()
  bare.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler)
  const routes: Route[] = []
  bare.addHook('onRoute', ({ url, method, config }) => {
    for (const one of [method].flat() as Route['method'][])
      if (['GET', 'POST'].includes(one) && url.startsWith('/staff/cases'))
        routes.push({ method: one, url, action: config!.action! as Action })
  })
  await bare.register(staffPages({} as Desk, 'zh-CN'))
  await bare.ready()
  await bare.close()
  return routes
}

/** Who asks: the role, and whether the case lies in their offices (北仑, or an office above it). */
const PEOPLE: [login: string, role: Role, here: boolean][] = [
  ['handler', 'case_handler', true],
  ['handler2', 'case_handler', false],
  ['porthandler', 'case_handler', false],
  ['supervisor', 'case_supervisor', true],
  ['portsupervisor', 'case_supervisor', false],
  ['casepublisher', 'case_publisher', true],
  ['auditor', 'auditor', true],
  ['admin', 'administrator', false],
  ['editor', 'catalogue_editor', false],
]

const addressOf = (url: string, no: string): string =>
  url.replace(/:(\w+)(\([^)]*\))?/g, (_, name: string) =>
    name === 'case' ? encodeURIComponent(no) : (PARTS[name] ?? '1'),
  )
const PARTS: Record<string, string> = {
  step: 'accept',
  field: 'phone',
  id: '00000000-0000-4000-8000-000000000000',
  form: 'acceptance',
}

const ask = (app: App, who: SignedIn, { method, url }: Pick<Route, 'method' | 'url'>) =>
  method === 'POST' ? post(app, who, url, { version: '0' }) : app.inject({ url, headers: { cookie: who.cookie } })

/** Everything that is kept of cases, as one text. */
async function keptOf(owner: Db): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select (select jsonb_agg(to_jsonb(f) order by id) from case_file f)::text || (select count(*) from case_event)::text
      || (select count(*) from case_note)::text || (select count(*) from case_message)::text || (select count(*) from case_proposal)::text
      || (select count(*) from saved_view)::text as all`.execute(owner)
  return rows[0]!.all
}

for (const [login, role, here] of PEOPLE)
  test(`at every address of the cases ${login} (${role}) does what the table says, and nothing to a case of other offices`, async ({
    app,
    db,
    owner,
  }) => {
    const [no] = await putCases(owner, [{ org: 11 }])
    const who = await asStaff(db, login)
    const held = [{ role, entity: null }]
    const before = await keptOf(owner)
    for (const route of await routesOf()) {
      const may = reachOf(held, route.action) !== null
      if (may && here && route.method === 'POST') continue
      const { statusCode: status } = await ask(app, who, { ...route, url: addressOf(route.url, no!) })
      const name = `${route.method} ${route.url}`
      if (!may) expect.soft(status, name).toBe(403)
      else if (here) expect.soft([200, 303, 404], name).toContain(status)
      else if (route.url.includes(':case')) expect.soft(status, name).toBe(404)
      else expect.soft(status, name).toBeLessThan(500)
      if (may && here && /^\/staff\/cases(\/:case)?$/.test(route.url)) expect.soft(status, name).toBe(200)
    }
    if (!here || role === 'auditor') expect(await keptOf(owner)).toBe(before)
  })

const TABLES = [
  ...[
    'submission',
    'contact_field',
    'charge',
    'case_file',
    'case_proposal',
    'case_event',
    'clock',
    'clock_pause',
    'clock_extension',
  ],
  ...[
    'case_note',
    'case_message',
    'attachment',
    'decision',
    'case_document',
    'refund_order',
    'refund_entry',
    'case_link',
    'cluster',
  ],
  ...['respondent_reply', 'satisfaction', 'case_presence', 'document_number', 'saved_view', 'default_view'],
]

/** Does something as a role; gives what came, or the code of the refusal. */
const as = (
  owner: Db,
  role: string,
  settings: Record<string, string>,
  text: string,
): Promise<Record<string, unknown>[] | string> =>
  owner
    .transaction()
    .execute(async (tx) => {
      await sql`select set_config('role', ${role}, true)`.execute(tx)
      for (const [name, value] of Object.entries(settings))
        await sql`select set_config(${name}, ${value}, true)`.execute(tx)
      return (await sql.raw<Record<string, unknown>>(text).execute(tx)).rows
    })
    .catch((error: { code: string }) => error.code)

const DENIED = '42501'

test('the public role reads no table of the cases, and of publications only what was published', async ({ owner }) => {
  await putCases(owner, [{}])
  for (const table of TABLES) {
    expect.soft(await as(owner, 'portal_app', {}, `select * from ${table}`), table).toBe(DENIED)
    expect.soft(await as(owner, 'portal_app', {}, `delete from ${table}`), table).toBe(DENIED)
  }
  expect(await as(owner, 'portal_app', {}, 'select no, content from publication')).toEqual([])
  expect(await as(owner, 'portal_app', {}, 'select prepared_by from publication')).toBe(DENIED)
  expect(await as(owner, 'portal_app', {}, "select cases_saying('''示''', 9)")).toBe(DENIED)
})

test('the holder of a receipt reads that one submission, and never contacts, notes, proposals or the search of the desk', async ({
  owner,
}) => {
  await putCases(owner, [{}, {}])
  const tag = (
    await sql<{ tag: Buffer }>`select tag from submission order by id limit 1`.execute(owner)
  ).rows[0]!.tag.toString('hex')
  const holding = (text: string, mine = tag) => as(owner, 'portal_holder', { 'app.tag': mine }, text)
  expect(await holding('select receipt from submission')).toEqual([{ receipt: 'TS20261101-0000001' }])
  expect(await holding('select no from case_file')).toEqual([{ no: 'TS20261101-0000001-1' }])
  expect(await holding('select no from case_file', '00'.repeat(32))).toEqual([])
  for (const table of [
    'contact_field',
    'case_note',
    'case_proposal',
    'case_link',
    'cluster',
    'case_presence',
    'saved_view',
  ])
    expect.soft(await holding(`select * from ${table}`), table).toBe(DENIED)
  for (const column of ['assignee', 'cluster_id', 'grams', 'legal_hold', 'refund_due', 'queue_day'])
    expect.soft(await holding(`select ${column} from case_file`), column).toBe(DENIED)
  expect(await holding("select * from cases_saying('''示''', 9)")).toBe(DENIED)
})

test('the desk reads the cases of its offices and below, and what hangs on them; others, an administrator too, read nothing', async ({
  db,
  owner,
}) => {
  const [beilun, zhenhai, port, sent] = await putCases(owner, [
    ...[{ org: 11 }, { org: 12 }, { org: 20 }],
    { org: 20, target: 11, state: 'in_transfer' },
  ])
  const { id: by } = (await findLogin(db, 'handler'))!
  await sql`insert into case_note (case_id, by, at) select id, ${by}, now() from case_file`.execute(owner)
  const reads = async (login: string, text: string) =>
    as(owner, 'portal_desk', { 'app.staff': String((await findLogin(db, login))!.id) }, text)
  const lists: [string, string[]][] = [
    ['handler', [beilun!, sent!]],
    ['handler2', [zhenhai!]],
    ['casepublisher', [beilun!, zhenhai!, port!, sent!]],
    ['porthandler', [port!, sent!]],
    ['auditor', [beilun!, zhenhai!, port!, sent!]],
    ['admin', []],
    ['editor', []],
  ]
  for (const [login, numbers] of lists) {
    expect
      .soft(await reads(login, 'select no from case_file order by no'), login)
      .toEqual(numbers.map((no) => ({ no })))
    expect.soft(await reads(login, 'select 1 as n from submission'), login).toHaveLength(numbers.length)
    expect.soft(await reads(login, 'select 1 as n from case_note'), login).toHaveLength(numbers.length)
  }
  expect(await as(owner, 'portal_desk', { 'app.staff': '' }, 'select no from case_file')).toEqual([])
})

test('who could both audit and handle would read every office and write in his own alone', async ({ db, owner }) => {
  const [beilun, zhenhai] = await putCases(owner, [{ org: 11 }, { org: 12 }])
  const { id: both } = (await findLogin(db, 'handler'))!
  const giving = sql`insert into staff_role (staff_id, role) values (${both}, 'auditor')`
  await expect(giving.execute(owner)).rejects.toMatchObject({ constraint: 'auditors_handle_no_cases' })
  await sql`alter table staff_role drop constraint auditors_handle_no_cases`.execute(owner)
  await giving.execute(owner)
  await sql`insert into staff_role (staff_id, role) values (${both}, 'case_supervisor')`.execute(owner)
  const does = (text: string) => as(owner, 'portal_desk', { 'app.staff': String(both) }, text)
  expect(await does('select no from case_file order by no')).toEqual([{ no: beilun }, { no: zhenhai }])
  const of = (no: string | undefined, columns: string) => `select ${columns} from case_file where no = '${no}'`
  const adds: [table: string, columns: string, values: string][] = [
    ['case_note', 'case_id, by, at', `id, ${both}, now()`],
    ['case_message', 'case_id, sender, by, at', `id, 'desk', ${both}, now()`],
    ['case_proposal', 'case_id, step, asked_by, asked_at', `id, 'file_case', ${both}, now()`],
    ['respondent_reply', 'case_id, on_day, by, at', `id, '2026-11-23', ${both}, now()`],
    ['clock_pause', 'case_id, reason, from_on, proposal_id', `id, 'inspection', '2026-11-23', 1`],
    [
      'attachment',
      'id, submission_id, sender, kind, size, stored, sha256, state, at',
      `gen_random_uuid(), submission_id, 'desk', 'pdf', 1, 1, sha256('x'), 'clean', now()`,
    ],
  ]
  for (const [table, columns, values] of adds) {
    expect.soft(await does(`insert into ${table} (${columns}) ${of(zhenhai, values)}`), table).toBe(DENIED)
    expect.soft(await does(`insert into ${table} (${columns}) ${of(beilun, values)}`), table).not.toBe(DENIED)
  }
  for (const change of ['case_file set assignee = null', 'attachment set case_id = null'])
    expect.soft(await does(`update ${change} returning 1 as n`), change).toHaveLength(1)
  for (const [org, may] of [
    [11, true],
    [12, false],
  ] as const) {
    const view = `insert into saved_view (scope, org_id, staff_id, name, filter, at) values ('office', ${org}, ${both}, 'x', '', now())`
    expect.soft(await does(view), String(org)).toEqual(may ? [] : DENIED)
  }
})

test('an auditor writes nowhere, a worker neither moves a case but by its events nor touches another office', async ({
  db,
  owner,
}) => {
  const [beilun] = await putCases(owner, [{ org: 11 }])
  const [auditor, handler, other] = [
    (await findLogin(db, 'auditor'))!.id,
    (await findLogin(db, 'handler'))!.id,
    (await findLogin(db, 'handler2'))!.id,
  ]
  const does = (who: number, text: string) => as(owner, 'portal_desk', { 'app.staff': String(who) }, text)
  const note = (who: number) =>
    `insert into case_note (case_id, by, at) select id, ${who}, now() from case_file where no = '${beilun}' returning id`
  const blind = `insert into case_note (case_id, by, at) values (1, ${other}, now()) returning id`
  const assign = `update case_file set assignee = ${handler} where no = '${beilun}' returning no`
  expect(await does(auditor, note(auditor))).toBe(DENIED)
  expect(await does(auditor, assign)).toEqual([])
  expect(await does(other, blind)).toBe(DENIED)
  expect(await does(other, assign)).toEqual([])
  expect(await does(handler, note(handler))).toHaveLength(1)
  expect(await does(handler, assign)).toHaveLength(1)
  for (const change of [
    "state = 'decided'",
    'version = 9',
    "due_on = '2030-01-01'",
    "received_on = '2030-01-01'",
    'refund_due = null',
  ])
    expect.soft(await does(handler, `update case_file set ${change}`), change).toBe(DENIED)
  for (const table of TABLES.filter((name) => !['case_presence', 'saved_view', 'default_view'].includes(name)))
    expect.soft(await does(handler, `delete from ${table}`), table).toBe(DENIED)
  for (const scope of ["'own', null", "'office', 11", "'all', null"])
    expect
      .soft(
        await does(
          auditor,
          `insert into saved_view (scope, org_id, staff_id, name, filter, at) values (${scope}, ${auditor}, 'x', '', now())`,
        ),
        scope,
      )
      .toBe(DENIED)
  expect(
    await does(
      handler,
      `insert into saved_view (scope, org_id, staff_id, name, filter, at) values ('office', 12, ${handler}, 'x', '', now())`,
    ),
  ).toBe(DENIED)
  expect(
    await does(
      handler,
      `insert into saved_view (scope, org_id, staff_id, name, filter, at) values ('all', null, ${handler}, 'x', '', now())`,
    ),
  ).toBe(DENIED)
})
