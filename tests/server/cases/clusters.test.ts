import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { DEMO_TOTP } from '../../../seeds/staff.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { asCaseStaff } from '../../../server/db/case-doors.ts'
import { caseFile, keep } from '../../../server/db/case-files.ts'
import { codeNow } from '../../../server/staff/second-factor.ts'
import { asking, colleague, person, seen, signed, step } from '../../support/acts.ts'
import { casePage, sendTo, signedIn, test } from '../../support/case-page.ts'
import { FORWARDER, filed } from '../../support/filed.ts'
import { plain, textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import type { App } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

type People = Record<'handler' | 'supervisor', SignedIn>

/** Several reports of one charge in one cluster; the first `open` of them can be decided. */
async function clustered(app: App, who: People, open: number, all: number, charged = charges) {
  const { desk } = app
  const pair = [await person(desk.db, 'handler'), await person(desk.db, 'supervisor')] as const
  const numbers: string[] = []
  for (let n = 0; n < all; n++) numbers.push((await filed(desk, { charges: charged })).cases[0]!.no)
  for (const no of numbers) expect((await sendTo(app, who.handler, no, '/cluster')).statusCode).toBe(303)
  for (const no of numbers.slice(0, open)) {
    await step(desk, pair[0], { no, step: 'accept' })
    await signed(desk, pair, { no, step: 'file_case' })
  }
  const cluster = (await seen(desk, pair[0], numbers[0]!)).cluster_id!
  return { numbers: numbers.toSorted(), cluster, page: `/staff/cases/clusters/${cluster}`, pair }
}

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const DECISION = { outcome: 'violation_found', violation: 'above_standard', words: '一并认定：超过公示标准。' }

/** The value of a hidden field as the page carries it. */
const hidden = (html: string, name: string, nth = 0): string =>
  plain([...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))][nth]?.[1] ?? '')

/** Of each case, the words that became of it. */
const results = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<tr><th scope="row"><a href="\/staff\/cases\/([^"]*)"[\s\S]*?<td>([\s\S]*?)<\/td>/g)].map(
      ([, no, said]) => [decodeURIComponent(plain(no!)), textOf(said!).trim()],
    ),
  )

const charges = FORWARDER.charges!

/** Quarters of their own, so that every test has a cluster of its own. */
let quarter = 0
const another = (): typeof charges => {
  quarter += 1
  const day = `20${24 - Math.floor(quarter / 4)}-${['02', '05', '08', '11'][quarter % 4]}-02`
  return charges.map((charge) => ({ ...charge, charged_on: day }))
}

describe('a cluster', () => {
  test('is asked to be decided once and signed once; each case gets a decision, an event and clocks of its own', async ({
    app,
    db,
  }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const { numbers, page, pair } = await clustered(app, who, 2, 3, another())
    const before = (await get(app, who.handler, page)).body
    expect(await faultsOf(before)).toEqual([])
    expect(textOf(before)).toContain('3 件中有 2 件现在可以决定')
    expect(textOf(before)).toContain('目前状态不能作出决定')
    const asked = await post(app, who.handler, `${page}/decide`, { ...DECISION, cases: hidden(before, 'cases') })
    expect([asked.statusCode, await faultsOf(asked.body)]).toEqual([200, []])
    expect(textOf(asked.body)).toContain('已提请 2 件，未提请 1 件')
    const said = Object.values(results(asked.body))
    expect(said.filter((one) => one.includes('已提请，等待审批'))).toHaveLength(2)
    expect(said.filter((one) => one.includes('目前状态不能作出决定'))).toHaveLength(1)

    expect((await get(app, who.handler, page)).body).not.toContain('/sign"')
    const waiting = (await get(app, who.supervisor, page)).body
    expect(await faultsOf(waiting)).toEqual([])
    expect(textOf(waiting)).toContain('2 件案件等待签批')
    expect(textOf(waiting)).toContain('一并认定：超过公示标准。')
    const form = { decision: hidden(waiting, 'decision'), requests: hidden(waiting, 'requests') }
    const done = await post(app, who.supervisor, `${page}/sign`, form)
    expect([done.statusCode, await faultsOf(done.body)]).toEqual([200, []])
    expect(textOf(done.body)).toContain('已签批 2 件，未签批 0 件')
    const decided = Object.keys(results(done.body))
    for (const no of decided) {
      const whole = (await caseWhole(app.desk, pair[1], no))!
      expect(whole.file).toMatchObject({ state: 'decided', outcome: 'violation_found' })
      expect(whole.decisions).toMatchObject([{ n: 1, words: DECISION.words, laws: ['above_standard'] }])
      expect(whole.events.filter(({ kind }) => kind === 'decide')).toHaveLength(1)
      expect(whole.brokenAt).toBeNull()
      expect(
        whole.clocks.filter(({ code }) => code === 'tell').map(({ startedOn, metOn }) => [startedOn, metOn]),
      ).toEqual(CLOCK)
    }
    const third = numbers.find((no) => !decided.includes(no))!
    expect(await seen(app.desk, pair[0], third)).toMatchObject({ state: 'received', outcome: null })
    const again = await post(app, who.supervisor, `${page}/sign`, form)
    expect(Object.values(results(again.body)).every((one) => one.includes('已不在等待签批'))).toBe(true)
  })

  test('whose form is wrongly filled in comes back as it was, with every fault at its field, and asks for nothing', async ({
    app,
    db,
  }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const { numbers, page } = await clustered(app, who, 1, 2, another())
    const cases = hidden((await get(app, who.handler, page)).body, 'cases')
    const wrong = await post(app, who.handler, `${page}/decide`, { outcome: 'violation_found', words: '', cases })
    expect([wrong.statusCode, await faultsOf(wrong.body)]).toEqual([422, []])
    expect(wrong.body).toContain('id="decide-violation-fault"')
    expect(wrong.body).toContain('id="decide-words-fault"')
    expect(wrong.body).toMatch(/value="violation_found" checked/)
    const kept = await post(app, who.handler, `${page}/decide`, { words: '理由在此', cases })
    expect([kept.statusCode, kept.body.includes('>理由在此</textarea>')]).toEqual([422, true])
    expect(kept.body).toContain('id="decide-outcome-fault"')
    expect((await caseWhole(app.desk, await person(db, 'supervisor'), numbers[0]!))!.proposals.filter(isOpen)).toEqual(
      [],
    )
    const english = await get(app, who.handler, `/en${page}`)
    expect([english.statusCode, await faultsOf(english.body)]).toEqual([200, []])
    expect(textOf(english.body)).toContain('1 of 2 can be decided now')
  })

  test('asks for nothing in a case that joined or went on since it was looked at', async ({ app, db }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const { page, numbers } = await clustered(app, who, 2, 2, another())
    const cases = hidden((await get(app, who.handler, page)).body, 'cases')
    await sendTo(app, who.supervisor, numbers[0]!, '/notes', { words: '先等一等' })
    const first = cases.split(' ').filter((one) => one.startsWith(numbers[0]!))
    const done = await post(app, who.handler, `${page}/decide`, { ...DECISION, cases: first.join(' ') })
    expect(Object.values(results(done.body)).filter((one) => one.includes('打开页面之后此案已有变化'))).toHaveLength(2)
    const none = await post(app, who.handler, `${page}/decide`, { ...DECISION, cases: '' })
    expect(textOf(none.body)).toContain('已提请 0 件，未提请 2 件')
  })

  test('leaves what it cannot decide for all to the page of the case: other charges, another type', async ({
    app,
    db,
  }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const [one] = another() as [(typeof charges)[number]]
    const other = { name: '看不懂的一项', charged_on: one.charged_on, amount: '5.00' }
    const { page, numbers } = await clustered(app, who, 1, 1, [one, other])
    const before = (await get(app, who.handler, page)).body
    expect(textOf(before)).toContain('另有本事项之外的收费')
    expect(before).not.toContain('/decide"')
    const none = await post(app, who.handler, `${page}/decide`, { ...DECISION, cases: `${numbers[0]}@1` })
    expect([none.statusCode, textOf(none.body).includes('没有可以一并决定的案件')]).toEqual([409, true])
    const plainly = await clustered(app, who, 1, 1, another())
    const cases = hidden((await get(app, who.handler, plainly.page)).body, 'cases')
    const agreed = { outcome: 'not_agreed', ground: 'impossible', words: '调解不成', cases }
    const done = await post(app, who.handler, `${plainly.page}/decide`, agreed)
    expect(Object.values(results(done.body))).toEqual([expect.stringContaining('这个结果不适用于此类案件')])
  })

  test('is left and joined again, from its own page and from the case’s, until none is in it', async ({ app, db }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const { page, cluster, numbers } = await clustered(app, who, 0, 2, another())
    const [one, two] = numbers as [string, string]
    const onCase = (await casePage(app, who.handler, one)).body
    expect(onCase).toContain(`href="${page}"`)
    const left = await sendTo(app, who.handler, one, '/cluster/leave', { from: String(cluster) })
    expect([left.statusCode, left.headers.location]).toEqual([303, `${page}?done=case-unclustered`])
    expect(textOf((await get(app, who.handler, `${page}?done=case-unclustered`)).body)).toContain('已退出并案')
    expect((await sendTo(app, who.handler, one, '/cluster/leave')).statusCode).toBe(422)
    const gone = (await casePage(app, who.handler, one)).body
    expect([gone.includes(`href="${page}"`), textOf(gone).includes('退出并案')]).toEqual([false, true])
    expect((await sendTo(app, who.handler, one, '/cluster')).statusCode).toBe(303)
    expect((await seen(app.desk, await person(db, 'handler'), one)).cluster_id).toBe(cluster)
    for (const no of [one, two]) {
      const { headers } = await sendTo(app, who.supervisor, no, '/cluster/leave')
      expect(headers.location).toBe(`/staff/cases/${no}?done=case-unclustered`)
    }
    const empty = (await get(app, who.handler, page)).body
    expect([await faultsOf(empty), textOf(empty).includes('并案中已没有案件')]).toEqual([[], true])
  })
})

const isOpen = ({ outcome }: { outcome: string | null }) => outcome === null
const CLOCK = [['2026-11-23', null]]

describe('signing a cluster', () => {
  test('asks for the second factor anew, and then signs with the very form', async ({ app, db }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const { page, pair, numbers } = await clustered(app, who, 1, 1, another())
    const cases = hidden((await get(app, who.handler, page)).body, 'cases')
    await post(app, who.handler, `${page}/decide`, { ...DECISION, cases })
    const weak = await asStaff(db, 'supervisor', new Date(app.desk.now().getTime() - 11 * 60_000))
    const waiting = (await get(app, weak, page)).body
    const form = { decision: hidden(waiting, 'decision'), requests: hidden(waiting, 'requests') }
    expect(waiting).toContain('name="factor"')
    const refused = await post(app, weak, `${page}/sign`, { ...form, factor: '000000' })
    expect([refused.statusCode, await faultsOf(refused.body)]).toEqual([422, []])
    expect(refused.body).toContain(`id="sign-${form.decision}-factor-fault"`)
    expect(await seen(app.desk, pair[0], numbers[0]!)).toMatchObject({ state: 'investigating' })
    const code = codeNow(DEMO_TOTP, app.desk.now())
    const done = await post(app, weak, `${page}/sign`, { ...form, factor: code })
    expect(textOf(done.body)).toContain('已签批 1 件')
    expect(await seen(app.desk, pair[0], numbers[0]!)).toMatchObject({ state: 'decided' })
  })

  test('never signs what one asked for oneself, nor another decision than the one looked at', async ({ app, db }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const { page, numbers, pair } = await clustered(app, who, 2, 2, another())
    const both = await colleague(db, 'case_handler', 11)
    await db.insertInto('staff_role').values({ staff_id: both.id, role: 'case_supervisor', entity: null }).execute()
    await sql`update staff set totp = (select totp from staff where login = 'supervisor') where id = ${both.id}`.execute(
      db,
    )
    const own = await asStaff(db, both.login)
    const cases = hidden((await get(app, own, page)).body, 'cases')
    await post(app, own, `${page}/decide`, { ...DECISION, cases: cases.split(' ')[0]! })
    await post(app, who.handler, `${page}/decide`, { ...DECISION, words: '另一种写法', cases })
    const mine = (await get(app, own, page)).body
    expect(textOf(mine)).toContain('由您提请，须由另一人签批')
    const shown = (await get(app, who.supervisor, page)).body
    const keys = [hidden(shown, 'decision', 0), hidden(shown, 'decision', 1)] as const
    const requests = [hidden(shown, 'requests', 0), hidden(shown, 'requests', 1)] as const
    expect(keys[0]).not.toBe(keys[1])
    const self = await post(app, own, `${page}/sign`, { decision: keys[0], requests: requests[0] })
    expect(Object.values(results(self.body))).toEqual([expect.stringContaining('须由他人签批')])
    const crossed = await post(app, who.supervisor, `${page}/sign`, { decision: keys[0], requests: requests[1] })
    expect(Object.values(results(crossed.body))).toEqual([expect.stringContaining('已不在等待签批')])
    for (const no of numbers) expect(await seen(app.desk, pair[0], no)).toMatchObject({ state: 'investigating' })
    const done = await post(app, who.supervisor, `${page}/sign`, { decision: keys[0], requests: requests[0] })
    expect(textOf(done.body)).toContain('已签批 1 件')
  })

  test('takes what was asked for alone, and of other charges too, for a decision of its own', async ({ app, db }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const charged = another()
    const { page, pair } = await clustered(app, who, 1, 1, charged)
    const besides = [...charged, { name: '看不懂的一项', charged_on: charged[0]!.charged_on, amount: '5.00' }]
    const alone = (await clustered(app, who, 1, 1, besides)).numbers[0]!
    const cases = hidden((await get(app, who.handler, page)).body, 'cases')
    await post(app, who.handler, `${page}/decide`, { ...DECISION, cases })
    const input = {
      outcome: 'violation_found',
      findings: [1, 2].map((n) => ({ n, found: true, violation: DECISION.violation })),
      laws: [DECISION.violation],
    }
    const asked = await asking(app.desk, pair[0], { no: alone, step: 'decide', input, words: DECISION.words })
    expect(asked.ok).toBe(true)
    const shown = (await get(app, who.supervisor, page)).body
    const keys = [hidden(shown, 'decision', 0), hidden(shown, 'decision', 1)]
    expect(new Set(keys).size).toBe(2)
    const requests = [hidden(shown, 'requests', 0), hidden(shown, 'requests', 1)]
    expect(requests.map((one) => one.split(' ').length)).toEqual([1, 1])
    const [first, second] = [requests.findIndex((one) => !one.startsWith(alone)), requests.join(' ')]
    await post(app, who.supervisor, `${page}/sign`, { decision: keys[first]!, requests: second })
    expect(await seen(app.desk, pair[0], alone)).toMatchObject({ state: 'investigating' })
  })
})

describe('a cluster is its office’s', () => {
  test('each form of it is for its roles, and for another office it is not there', async ({ app, db }) => {
    const who = await signedIn(db, 'handler', 'supervisor', 'handler2', 'casepublisher', 'auditor', 'admin')
    const { page, numbers } = await clustered(app, who, 0, 1, another())
    const statuses = async (login: keyof typeof who) => [
      (await get(app, who[login], page)).statusCode,
      (await post(app, who[login], `${page}/decide`, DECISION)).statusCode,
      (await post(app, who[login], `${page}/sign`)).statusCode,
      (await sendTo(app, who[login], numbers[0]!, '/cluster/leave', { from: '999999' })).statusCode,
    ]
    expect(await statuses('handler')).toEqual([200, 409, 403, 422])
    expect(await statuses('supervisor')).toEqual([200, 403, 200, 422])
    expect(await statuses('handler2')).toEqual([404, 404, 403, 404])
    expect(await statuses('casepublisher')).toEqual([200, 403, 403, 403])
    expect(await statuses('auditor')).toEqual([200, 403, 403, 403])
    expect(await statuses('admin')).toEqual([403, 403, 403, 403])
    for (const wrong of ['0', 'x', '999999', '9'.repeat(16)])
      expect([wrong, (await get(app, who.handler, `/staff/cases/clusters/${wrong}`)).statusCode]).toEqual([wrong, 404])
  })

  test('the database shows it to nobody else, lets nobody make one elsewhere, nor put a case of another office or entity into it', async ({
    app,
    db,
  }) => {
    const who = await signedIn(db, 'handler', 'supervisor')
    const { cluster, pair } = await clustered(app, who, 0, 1, another())
    const [handler, elsewhere] = [pair[0].id, (await person(db, 'handler2')).id]
    const shown = (id: number) =>
      asCaseStaff(db, id, async (tx) => (await sql`select from cluster where id = ${cluster}`.execute(tx)).rows.length)
    expect([await shown(handler), await shown(elsewhere)]).toEqual([1, 0])
    const made = asCaseStaff(db, elsewhere, (tx) =>
      sql`insert into cluster (entity, item, period, org_id, title, "by", at) values ('x', 'y', '[2026-01-01,2026-04-01)', 11, 't', ${elsewhere}, now())`.execute(
        tx,
      ),
    )
    await expect(made).rejects.toMatchObject({ code: '42501' })
    const strange = (await filed(app.desk, { entity: '91330206MA2DEM148W', entity_name: '另一家' })).cases[0]!.no
    const joined = asCaseStaff(db, handler, async (tx) =>
      keep(tx, (await caseFile(tx, strange))!.id, { cluster_id: cluster }),
    )
    await expect(joined).rejects.toMatchObject({ constraint: 'cluster_is_own' })
    const port = (await filed(app.desk)).cases[1]!.no
    const office = asCaseStaff(db, (await person(db, 'porthandler')).id, async (tx) =>
      keep(tx, (await caseFile(tx, port))!.id, { cluster_id: cluster }),
    )
    await expect(office).rejects.toMatchObject({ constraint: 'cluster_is_own' })
  })
})
