import fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { expect } from 'vitest'
import { CODES } from '../../../seeds/demo/entities.ts'
import { ACCESS, type Action, ROLES, reachOf } from '../../../server/access.ts'
import { createChangeSet } from '../../../server/db/change-set-writes.ts'
import type { Db } from '../../../server/db/database.ts'
import { addStaff, findLogin } from '../../../server/db/staff.ts'
import { staffPages } from '../../../server/routes/staff/pages.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { asStaff, post } from '../../support/staff.ts'

type Route = { method: 'GET' | 'POST'; url: string; action: Action | 'anyone'; stage: string | undefined }

/** Every address of the desk with what it says of itself, as it is registered. */
async function routesOf(locale: Locale): Promise<Route[]> {
  const bare = fastify().withTypeProvider<ZodTypeProvider>()
  bare.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler)
  const routes: Route[] = []
  bare.addHook('onRoute', ({ url, method, config }) => {
    for (const one of [method].flat() as Route['method'][])
      if (['GET', 'POST'].includes(one))
        routes.push({ method: one, url, action: config!.action!, stage: config!.stage })
  })
  await bare.register(staffPages({} as Desk, locale))
  await bare.ready()
  await bare.close()
  return routes
}

/** One who holds each role. */
const PEOPLE = {
  entity_editor: 'terminal',
  catalogue_editor: 'editor',
  reviewer: 'reviewer',
  publisher: 'publisher',
  case_handler: 'handler',
  case_supervisor: 'supervisor',
  case_publisher: 'casepublisher',
  administrator: 'admin',
  auditor: 'auditor',
} as const satisfies Record<(typeof ROLES)[number], string>

/** What an address names, of the entity `owner`: what there is is there, so that a refusal is one of right. */
async function things(db: Db, owner: string): Promise<Record<string, string>> {
  const by = (await findLogin(db, owner === CODES.terminal ? 'terminal' : 'forwarder'))!.id
  const set = await createChangeSet(db, { entity: owner, title: { zh: '调整', en: 'Change' }, note: null }, by, NOW)
  const spare = { login: `spare${set}`, name: 'Spare', held: [], password: 'none', mustChange: false }
  const person = (await addStaff(db, spare, NOW))!
  const ofCase = {
    case: 'TS20261123-0000001-1',
    step: 'accept',
    proposal: '1',
    field: 'phone',
    link: '1',
    order: '1',
    cluster: '1',
  }
  const ofDesk = { view: '1', document: '1', ...ofCase }
  const named = { set: String(set), person: String(person), id: '999999', import: '999999', release: '1', n: '1' }
  return { ...named, ...ofDesk, '*': 'fees' }
}

/** The address with its parts filled in; one that is not in the table fails, so that whoever adds it says what it is. */
const addressOf = (url: string, table: Record<string, string>): string =>
  url.replace(/:(\w+)(\([^)]*\))?|\*/g, (part, name?: string) => {
    const value = table[name ?? '*']
    if (value === undefined) throw new Error(`${url}: the matrix does not know what ${part} is`)
    return value
  })

/** An address that refuses some for another reason than the table of roles, told there. */
const BESIDES = new Set(['POST /staff/account/second-factor/remove'])

const send = async (app: App, db: Db, { method, url }: Pick<Route, 'method' | 'url'>, login: string) => {
  const who = await asStaff(db, login)
  return method === 'POST' ? post(app, who, url) : app.inject({ url, headers: { cookie: who.cookie } })
}

test('every address of the desk says what it does, the same in both languages', async () => {
  const [zh, en] = [await routesOf('zh-CN'), await routesOf('en')]
  expect(zh.length).toBeGreaterThan(10)
  expect(en).toEqual(zh)
  for (const { url, action } of zh) {
    expect(url).toMatch(/^\/staff(\/|$)/)
    expect(action === 'anyone' || action in ACCESS, url).toBe(true)
  }
  const open = zh.filter(({ action, stage }) => action === 'anyone' && stage === undefined)
  expect([...new Set(open.map(({ url }) => url))], 'open to the world').toEqual(['/staff/sign-in'])
})

for (const role of ROLES)
  test(`what ${role} may do over HTTP is what the table says`, { timeout: 120_000 }, async ({ app, db }) => {
    const held = [{ role, entity: role === 'entity_editor' ? CODES.terminal : null }]
    const table = await things(db, CODES.terminal)
    for (const route of await routesOf('zh-CN')) {
      if (route.action === 'anyone') continue
      const name = `${route.method} ${route.url}`
      const answer = await send(app, db, { ...route, url: addressOf(route.url, table) }, PEOPLE[role])
      const { statusCode: status, headers } = answer
      expect.soft(status, `${name}: ${answer.body.slice(0, 300)}`).toBeLessThan(500)
      if (reachOf(held, route.action) === null) expect.soft(status, name).toBe(403)
      else if (!BESIDES.has(name))
        expect
          .soft([status, headers.location ?? ''], name)
          .toEqual([expect.toSatisfy((n) => n !== 403), expect.not.stringContaining('sign-in')])
    }
  })

test('what belongs to another entity is not there for an editor of one', { timeout: 120_000 }, async ({ app, db }) => {
  const [mine, theirs] = [await things(db, CODES.terminal), await things(db, CODES.forwarder)]
  const routes = (await routesOf('zh-CN')).filter(({ url, action }) => url.includes(':set') && action !== 'anyone')
  for (const route of routes) {
    const may = reachOf([{ role: 'entity_editor', entity: CODES.terminal }], route.action as Action) !== null
    const ask = async (table: Record<string, string>) =>
      (await send(app, db, { ...route, url: addressOf(route.url, table) }, 'terminal')).statusCode
    expect.soft(await ask(theirs), `${route.method} ${route.url} of another`).toBe(may ? 404 : 403)
    if (may && route.url === '/staff/sets/:set' && route.method === 'GET')
      expect(await ask(mine), 'their own').toBe(200)
  }
})

test('who has not signed in is sent to do so, and their forms do nothing', { timeout: 120_000 }, async ({
  app,
  db,
}) => {
  const table = await things(db, CODES.terminal)
  for (const locale of ['zh-CN', 'en'] as const) {
    const prefix = locale === 'en' ? '/en' : ''
    for (const { method, url, action, stage } of await routesOf(locale)) {
      if (action === 'anyone' && stage === undefined) continue
      const { statusCode, headers } = await app.inject({ method, url: prefix + addressOf(url, table) })
      const leaving = stage === 'any'
      expect.soft(statusCode, `${method} ${url}`).toBe(method === 'GET' || leaving ? 303 : 403)
      if (method === 'GET') expect.soft(headers.location, url).toMatch(`${prefix}/staff/sign-in`)
    }
  }
})

test('an address of one stage of signing in answers at no other', async ({ app, db }) => {
  const stages = (await routesOf('zh-CN')).filter(({ stage }) => stage !== undefined && stage !== 'any')
  expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set(['code', 'enrol', 'password']))
  for (const route of stages) {
    const { statusCode, headers } = await send(app, db, route, 'terminal')
    expect([statusCode, headers.location], `${route.method} ${route.url}`).toEqual(
      route.method === 'GET' ? [303, '/staff'] : [403, undefined],
    )
  }
})
