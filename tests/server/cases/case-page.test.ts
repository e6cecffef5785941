import { describe, expect } from 'vitest'
import { lookingAt } from '../../../server/cases/presence.ts'
import { person, step } from '../../support/acts.ts'
import { casePage, sendTo, signedIn, test } from '../../support/case-page.ts'
import { filed } from '../../support/filed.ts'
import { plain, textOf } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'

describe('the page of a case', () => {
  test('shows what was sent, which steps are lawful by which article, and why each day is that day', async ({
    app,
    db,
  }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const { handler } = await signedIn(db, 'handler')
    for (const lang of ['zh', 'en'] as const) {
      const answer = await casePage(app, handler, no, '', lang)
      expect(answer.statusCode).toBe(200)
      expect(await faultsOf(answer.body)).toEqual([])
    }
    const { body } = await casePage(app, handler, no)
    expect(textOf(body)).toMatch(/高于公示标准.*收取 20\.00 应收 8\.00 差额 \+12\.00/)
    expect(textOf(body)).toMatch(/市场监管总局令第121号（投诉举报处理办法） 第二十九条 已核实/)
    expect(textOf(body)).toMatch(/截止 2026年12月14日 充裕，还有 15 个工作日 为什么是这一天/)
    expect(textOf(body)).toMatch(/事件链完整，共 1 条/)
    expect(plain(body)).toContain('href="/entities/91330206MA2DEM0171?on=2026-03-02&release=')
    for (const step of ['accept', 'ask_supplement', 'refuse', 'transfer'])
      expect(body).toContain(`action="/staff/cases/${no}/steps/${step}"`)
    for (const step of ['decide', 'file_case', 'withdraw', 'take', 'archive'])
      expect(body).not.toContain(`/steps/${step}"`)
    expect(body).not.toMatch(/13800001234|周小舟|zhou@example/)
  })

  test('is not there for another office, for a number that is none, and gives auditors and publishers nothing to send', async ({
    app,
    db,
  }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const who = await signedIn(db, 'handler', 'handler2', 'porthandler', 'auditor', 'casepublisher', 'terminal')
    expect((await casePage(app, who.handler2, no)).statusCode).toBe(404)
    expect((await casePage(app, who.porthandler, no)).statusCode).toBe(404)
    expect((await casePage(app, who.terminal, no)).statusCode).toBe(403)
    for (const none of ['TS20261123-0000000-1', 'x', '%00', 'TS20261123-0000000-1%27'])
      expect((await casePage(app, who.handler, none)).statusCode, none).toBeOneOf([400, 404])
    for (const reader of ['auditor', 'casepublisher'] as const) {
      const { statusCode, body } = await casePage(app, who[reader], no)
      expect([reader, statusCode]).toEqual([reader, 200])
      const sends = [...body.matchAll(/<form method="post" action="([^"]+)"/g)].map(([, action]) => action)
      expect(sends, reader).toEqual(['/staff/sign-out'])
    }
  })

  test('says who else looks at the case within a minute; an auditor is not seen looking', async ({ app, db }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const who = await signedIn(db, 'handler', 'supervisor', 'auditor', 'handler2')
    await casePage(app, who.auditor, no)
    const alone = await casePage(app, who.handler, no, '/presence')
    expect(alone.json()).toEqual({ says: '此刻没有别人在看' })
    await casePage(app, who.supervisor, no)
    expect((await casePage(app, who.handler, no, '/presence')).json()).toEqual({ says: '此刻也在看：示例办案督导' })
    expect((await casePage(app, who.handler, no)).body).toContain('此刻也在看：示例办案督导')
    const later = { ...app.desk, now: () => new Date(app.desk.now().getTime() + 61_000) }
    expect(await lookingAt(later, await person(db, 'handler'), no)).toEqual([])
    expect((await casePage(app, who.handler2, no, '/presence')).statusCode).toBe(404)
  })

  test('offers what is on its way only to the office it goes to', async ({ app, db }) => {
    const { no } = (await filed(app.desk)).cases[0]!
    const by = await person(db, 'handler')
    await step(app.desk, by, {
      no,
      step: 'transfer',
      input: { to: 12, reason: 'not_our_area' },
      words: '镇海港区的事。',
    })
    const who = await signedIn(db, 'handler', 'handler2')
    const sender = (await casePage(app, who.handler, no)).body
    expect(textOf(sender)).toContain('此案在“宁波市镇海区市场监督管理局”，由该机关办理。')
    expect(sender).not.toContain('/steps/')
    const target = (await casePage(app, who.handler2, no)).body
    for (const one of ['take', 'send_back']) expect(target).toContain(`/steps/${one}"`)
    expect((await sendTo(app, who.handler2, no, '/steps/take', { version: '2' })).statusCode).toBe(303)
  })
})
