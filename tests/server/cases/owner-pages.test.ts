import { expect } from 'vitest'
import { sendMessage } from '../../../server/cases/acts/writing.ts'
import { person, signed, step } from '../../support/acts.ts'
import { filed } from '../../support/filed.ts'
import { faultsOf } from '../../support/html.ts'
import { Holder, test } from '../../support/owner.ts'
import { Visitor } from '../../support/visitor.ts'

test.for(['', '/en'] as const)(
  'every page of an owner is valid HTML in each of its states (%s)',
  async (lang, { app, db }) => {
    const one = await filed(app.desk)
    const [report, complaint] = one.cases.map(({ no }) => no) as [string, string]
    const two = [await person(db, 'handler'), await person(db, 'supervisor')] as const
    const port = await person(db, 'porthandler')
    const holder = await Holder.of(app, one, lang)
    const pages: Record<string, string> = {}
    const keep = async (name: string, rest = '') => {
      const { status, html } = await holder.page(rest)
      expect(status, name).toBe(200)
      pages[name] = html
    }
    await keep('just filed')
    await keep('withdrawing', '/1/withdrawal')
    pages.blank = (await new Visitor(app).send(`${lang}/complaints/lookup`, { receipt: '', code: '' })).html
    pages.unknown = (
      await new Visitor(app, '10.9.0.1').send(`${lang}/complaints/lookup`, { receipt: 'x', code: 'y' })
    ).html
    pages.empty = (await new Visitor(app).get(`${lang}/complaints/lookup?done=ended`)).html
    const asked = { no: report, step: 'ask_supplement', input: { deadline: '2026-11-27' }, words: '请补充' } as const
    await step(app.desk, two[0], asked)
    await sendMessage(app.desk, port, { no: complaint, words: '何时付款？', asks: true })
    await keep('asked')
    pages.refused = (
      await holder.fillWithFile('supplement-1', { name: 'a.exe', bytes: 'MZ\u0000' }, { words: '是' })
    ).body
    await signed(app.desk, two, {
      no: report,
      step: 'refuse',
      input: { ground: 'same_facts' },
      words: '同一事实已经处理',
    })
    await step(app.desk, port, { no: complaint, step: 'accept' })
    await keep('not accepted')
    await keep('asking for a review', '/1/review')
    pages.unwritten = (await holder.fill('appeal-1', {}, '/1/review')).html
    for (const [name, html] of Object.entries(pages)) expect.soft(await faultsOf(html), name).toEqual([])
    expect(pages.refused).toContain('a.exe')
  },
)
