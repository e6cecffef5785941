import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { CHECKS } from '../../../complaints/publication.ts'
import { enterRefund } from '../../../server/cases/acts/refunds.ts'
import { sign } from '../../../server/cases/acts/signing.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { askToPublish } from '../../../server/cases/preparing.ts'
import { asCaseStaff, asClerk } from '../../../server/db/case-doors.ts'
import { colleague, person, seen, signed } from '../../support/acts.ts'
import { casePage, sendTo, signedIn, test } from '../../support/case-page.ts'
import { textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'
import { decided, published, TOLD } from '../../support/published.ts'

const draft = { summary_zh: TOLD.zh, summary_en: TOLD.en, 'name-1': '港口设施保安费', checked: CHECKS }
const shaIn = (body: string) => /name="sha256" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''

describe('publication', () => {
  test('goes from a handler through a publisher to the public, and back to a tombstone', async ({ app, db }) => {
    const { no, receipt } = await decided(app.desk)
    const who = await signedIn(db, 'handler', 'supervisor', 'casepublisher')
    const page = await casePage(app, who.handler, no, '/publication')
    expect([page.statusCode, await faultsOf(page.body)]).toEqual([200, []])
    const version = /name="version" value="(\d+)"/.exec(page.body)![1]!
    const preview = await sendTo(app, who.handler, no, '/publication', { ...draft, version, do: 'preview' })
    expect([preview.statusCode, await faultsOf(preview.body)]).toEqual([200, []])
    expect(textOf(preview.body)).toContain('没有发现姓名')
    const sha256 = shaIn(preview.body)
    const other = { ...draft, summary_zh: `${TOLD.zh}。又及`, version, sha256, do: 'ask' }
    expect(textOf((await sendTo(app, who.handler, no, '/publication', other)).body)).toContain('预览之后文字有改动')
    const asked = await sendTo(app, who.handler, no, '/publication', { ...draft, version, sha256, do: 'ask' })
    expect([asked.statusCode, asked.headers.location]).toEqual([303, `/staff/cases/${no}/publication?done=case-asked`])
    const { id } = (await caseWhole(app.desk, await person(db, 'casepublisher'), no))!.proposals.at(0)!
    const sign = `/publication/${id}/sign`
    expect((await sendTo(app, who.handler, no, sign)).statusCode).toBe(403)
    expect((await sendTo(app, who.supervisor, no, sign)).statusCode).toBe(403)
    const waiting = await casePage(app, who.casepublisher, no, '/publication')
    expect(await faultsOf(waiting.body)).toEqual([])
    expect(waiting.body).toContain(sha256)
    expect((await sendTo(app, who.casepublisher, no, sign)).statusCode).toBe(303)
    const stands = await casePage(app, who.handler, no, '/publication')
    expect(await faultsOf(stands.body)).toEqual([])
    const gs = /\/cases\/(GS2026-\d{4})/.exec(stands.body)![1]!
    const read = await app.inject(`/cases/${gs}`)
    expect([read.statusCode, await faultsOf(read.body)]).toEqual([200, []])
    expect(textOf(read.body)).toContain(TOLD.zh)
    expect(read.body).toContain(sha256)
    for (const secret of [receipt, '周小舟', '13800001234', 'zhou@example.com', '示例货代有限公司'])
      expect(read.body).not.toContain(secret)
    const retract = {
      reason: 'wrong_fact',
      words: '金额有误。',
      version: /name="version" value="(\d+)"/.exec(stands.body)![1]!,
    }
    expect((await sendTo(app, who.handler, no, '/publication/retract', { ...retract, words: '' })).statusCode).toBe(422)
    expect((await sendTo(app, who.handler, no, '/publication/retract', retract)).statusCode).toBe(303)
    expect((await app.inject(`/cases/${gs}`)).statusCode).toBe(200)
    const next = (await caseWhole(app.desk, await person(db, 'casepublisher'), no))!.proposals.find(
      (one) => one.outcome === null,
    )!
    expect((await sendTo(app, who.casepublisher, no, `/publication/${next.id}/sign`)).statusCode).toBe(303)
    const gone = await app.inject(`/en/cases/${gs}`)
    expect([gone.statusCode, await faultsOf(gone.body)]).toEqual([410, []])
    expect(textOf(gone.body)).toContain('A fact in it was wrong')
    expect(gone.body).not.toContain(TOLD.en)
    expect((await app.inject('/cases')).body).not.toContain(gs)
  })

  test('with a name, a telephone or unagreed words in it is not asked for, and each is named', async ({ app, db }) => {
    const { no } = await decided(app.desk, { consent_publish: false })
    const { handler } = await signedIn(db, 'handler')
    const { version } = await seen(app.desk, await person(db, 'handler'), no)
    const summary_zh = '周 小舟（１３８ ００００ １２３４）反映，见0571-88886666。“账单上的港口设施保安费每箱二十元”。'
    const sent = { ...draft, summary_zh, version: String(version) }
    const preview = await sendTo(app, handler, no, '/publication', { ...sent, do: 'preview' })
    expect([preview.statusCode, await faultsOf(preview.body)]).toEqual([200, []])
    expect(textOf(preview.body)).toContain('还有 4 处没有处理')
    const [reason] = [...preview.body.matchAll(/name="(stand-[0-9a-f]{12})"/g)].map(([, name]) => name!)
    const again = { ...sent, sha256: shaIn(preview.body), do: 'ask', [reason!]: '对方公布的投诉电话' }
    const refused = await sendTo(app, handler, no, '/publication', again)
    expect([refused.statusCode, await faultsOf(refused.body)]).toEqual([422, []])
    expect(textOf(refused.body)).toContain('还有 3 处没有处理')
    expect(refused.body).toContain('周 小舟（１３８ ００００ １２３４）反映')
    const cleaned = { ...again, summary_zh: '见0571-88886666。', checked: CHECKS.slice(1) }
    const other = await sendTo(app, handler, no, '/publication', { ...cleaned, do: 'preview' })
    const name = /name="(stand-[0-9a-f]{12})"/.exec(other.body)![1]!
    const ask = { ...cleaned, sha256: shaIn(other.body), [name]: '对方公布的投诉电话' }
    const unticked = await sendTo(app, handler, no, '/publication', ask)
    expect([unticked.statusCode, await faultsOf(unticked.body)]).toEqual([422, []])
    expect(unticked.body).toContain('id="publication-checked-fault"')
    const asked = await sendTo(app, handler, no, '/publication', { ...ask, checked: CHECKS })
    expect(asked.statusCode).toBe(303)
    const waiting = await casePage(app, handler, no, '/publication', 'en')
    expect(await faultsOf(waiting.body)).toEqual([])
    expect(textOf(waiting.body)).toContain('对方公布的投诉电话')
  })

  test('before there is a decision, or by another office, is not to be had', async ({ app, db }) => {
    const { no, cases } = await decided(app.desk)
    const who = await signedIn(db, 'handler', 'porthandler', 'handler2')
    expect((await casePage(app, who.handler2, no, '/publication')).statusCode).toBe(404)
    const port = await casePage(app, who.porthandler, cases[1]!.no, '/publication')
    expect([port.statusCode, port.body.includes('name="summary_zh"')]).toEqual([200, false])
    const forced = { ...draft, version: '1', do: 'ask' }
    expect((await sendTo(app, who.porthandler, cases[1]!.no, '/publication', forced)).statusCode).toBe(409)
  })
})

describe('two people publish', () => {
  test('not who prepared it, nor who signed the decision: says the code and says the database', async ({ app, db }) => {
    const { no } = await decided(app.desk)
    const { desk } = app
    const role = async (login: string) => {
      const { id } = await person(db, login)
      await db.insertInto('staff_role').values({ staff_id: id, role: 'case_publisher', entity: null }).execute()
      return person(db, login)
    }
    const [handler, supervisor] = [await role('handler'), await role('supervisor')]
    const { version, id } = await seen(desk, handler, no)
    const edited = { summary: TOLD, reply: null, names: new Map(), entityName: null }
    const asked = await askToPublish(desk, handler, { no, version, edited, checked: CHECKS, standing: [] })
    const proposal = (asked as { proposal: number }).proposal
    expect(await sign(desk, handler, { no, proposal })).toMatchObject({ code: 'own-proposal' })
    expect(await sign(desk, supervisor, { no, proposal })).toMatchObject({ code: 'own-proposal' })
    expect((await seen(desk, handler, no)).state).toBe('notified')
    const inserted = (by: number, at: number) =>
      asCaseStaff(db, by, async (tx) => {
        await sql`update case_proposal set outcome = 'signed', decided_by = ${by}, decided_at = now() where id = ${at}`.execute(
          tx,
        )
        await sql`insert into publication (case_id, no, n, content, checklist, prepared_by, published_by, published_at, proposal_id)
          select ${id}, 'GS2026-9999', 1, payload->'content', '{}', asked_by, ${by}, now(), id from case_proposal where id = ${at}`.execute(
          tx,
        )
        return 'done'
      }).catch((error: { constraint?: string; message: string }) => error.constraint ?? error.message)
    expect(await inserted(supervisor.id, proposal)).toBe('published_by_another')
    const other = await colleague(db, 'case_publisher', 11)
    const forged = asCaseStaff(db, other.id, async (tx) => {
      await sql`update case_proposal set outcome = 'signed', decided_by = ${other.id}, decided_at = now() where id = ${proposal}`.execute(
        tx,
      )
      await sql`insert into publication (case_id, no, n, content, checklist, prepared_by, published_by, published_at, proposal_id)
        values (${id}, 'GS2026-9999', 1, '{"entity":"x"}', '{}', ${handler.id}, ${other.id}, now(), ${proposal})`.execute(
        tx,
      )
    }).catch((error: { constraint?: string }) => error.constraint)
    expect(await forged).toBe('published_as_signed')
  })

  test('what is retracted leaves its text nowhere, and nobody takes the text away before', async ({ app, db }) => {
    const { no } = await decided(app.desk)
    const [handler, publisher] = [await person(db, 'handler'), await person(db, 'casepublisher')]
    const { version, id } = await seen(app.desk, handler, no)
    const edited = { summary: { zh: '见0571-88886666。', en: null }, reply: null, names: new Map(), entityName: null }
    const stands = { kind: 'phone', field: 'summary_zh', text: '0571-88886666', reason: '对方公布的投诉电话' } as const
    const asked = await askToPublish(app.desk, handler, { no, version, edited, checked: CHECKS, standing: [stands] })
    const { proposal } = asked as { proposal: number }
    expect(await sign(app.desk, publisher, { no, proposal })).toMatchObject({ ok: true })
    const held = async () =>
      JSON.stringify(
        await asCaseStaff(
          db,
          publisher.id,
          async (tx) =>
            (
              await sql`select q.payload, p.content, p.checklist from publication p join case_proposal q on q.id = p.proposal_id
                where p.case_id = ${id}`.execute(tx)
            ).rows,
        ),
      )
    const written = (payload: ReturnType<typeof sql>) =>
      asClerk(db, (tx) => sql`update case_proposal set payload = ${payload} where id = ${proposal}`.execute(tx)).catch(
        (error: { constraint?: string }) => error.constraint,
      )
    expect(await held()).toContain('0571-88886666')
    expect(await written(sql`payload - '{content,standing}'::text[]`)).toBe('signed_stays')
    const reason = { no, step: 'retract', input: { reason: 'personal_data' } } as const
    expect(await signed(app.desk, [handler, publisher], reason)).toMatchObject({ ok: true })
    expect(await held()).not.toContain('0571-88886666')
    expect(await held()).toContain('"checked"')
    const { events } = (await caseWhole(app.desk, handler, no))!
    expect(events.find(({ kind }) => kind === 'publish')?.payload.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await written(sql`'{}'`)).toBe('signed_stays')
  })

  test('what is published is not written over or taken away by one alone', async ({ app, db }) => {
    const { gs } = await published(app.desk)
    const publisher = await person(db, 'casepublisher')
    const tried = (work: ReturnType<typeof sql>) =>
      asCaseStaff(db, publisher.id, (tx) => work.execute(tx)).catch(
        (error: { constraint?: string; message: string }) => error.constraint ?? error.message,
      )
    expect(await tried(sql`update publication set content = '{}' where no = ${gs}`)).toBe('retracted_once')
    expect(
      await tried(
        sql`update publication set content = null, retracted_at = now(), retract_reason = 'other' where no = ${gs}`,
      ),
    ).toBe('step_is_signed')
    expect(await tried(sql`delete from publication where no = ${gs}`)).toMatch(/permission denied/)
    const nobody = await sql`select case_id from publication`.execute(db).catch((error: Error) => error.message)
    expect(nobody).toMatch(/permission denied/)
  })
})

describe('the public', () => {
  test('filters the list, pages through it and takes it as a file; what fits nothing says so', async ({ app }) => {
    const { gs } = await published(app.desk)
    for (const url of [
      '/cases',
      '/en/cases?port=CNNGB&outcome=violation_found&year=2026',
      '/cases?entity=91330206MA2DEM0171&category=over_standard',
    ]) {
      const { statusCode, body } = await app.inject(url)
      expect([url, statusCode, await faultsOf(body), body.includes(gs)]).toEqual([url, 200, [], true])
    }
    const none = await app.inject('/cases?outcome=not_filed')
    expect([none.statusCode, textOf(none.body)]).toEqual([200, expect.stringContaining('没有符合这些条件')])
    const csv = await app.inject('/cases.csv?port=CNNGB')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body).toMatch(new RegExp(`${gs},report,samr_price,over_standard,CNNGB`))
    for (const url of ['/cases?page=9', '/cases/GS2026-9998', '/cases/TS20261123-7K3M9QX-1', '/cases/x'])
      expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404])
    expect((await app.inject('/cases?port=x')).statusCode).toBe(400)
  })

  test('reads of a publication at once on the page of the entity, which was kept', async ({ app }) => {
    const url = '/entities/91330206MA2DEM0171'
    const before = await app.inject(url)
    const etag = String(before.headers.etag)
    expect((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(304)
    const fees = String((await app.inject('/fees')).headers.etag)
    const list = String((await app.inject('/cases')).headers.etag)
    const { gs } = await published(app.desk)
    expect(before.body).not.toContain(gs)
    const after = await app.inject({ url, headers: { 'if-none-match': etag } })
    expect([after.statusCode, after.body.includes(gs), await faultsOf(after.body)]).toEqual([200, true, []])
    expect((await app.inject({ url: '/cases', headers: { 'if-none-match': list } })).statusCode).toBe(200)
    expect((await app.inject({ url: '/fees', headers: { 'if-none-match': fees } })).statusCode).toBe(304)
    const release = app.desk.head.release()
    const fixed = await app.inject(`${url}?on=2026-11-23&release=${release}`)
    expect([fixed.body.includes(gs), fixed.headers['cache-control']]).toEqual([
      false,
      expect.stringContaining('immutable'),
    ])
  })

  test('reads of a refund that was paid since, once the portal has heard of it', async ({ app, db }) => {
    const { gs, no } = await published(app.desk)
    const handler = await person(db, 'handler')
    const list = String((await app.inject(`/cases/${gs}`)).headers.etag)
    const [order] = (await caseWhole(app.desk, handler, no))!.refunds
    await enterRefund(app.desk, handler, { no, order: order!.id, kind: 'paid', amount: '7.31', on: '2026-11-23' })
    const again = () => app.inject({ url: `/cases/${gs}`, headers: { 'if-none-match': list } })
    await expect.poll(async () => (await again()).statusCode).toBe(200)
    expect(textOf((await again()).body)).toContain('7.31')
  })
})
