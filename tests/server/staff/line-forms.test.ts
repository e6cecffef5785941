import { describe, expect } from 'vitest'
import { draftOfLine } from '../../../catalogue/draft/line-form.ts'
import { estimateLine } from '../../../catalogue/estimate.ts'
import { say } from '../../../catalogue/release.ts'
import { linesOfSet } from '../../../server/db/change-sets.ts'
import type { Db } from '../../../server/db/database.ts'
import { publish } from '../../../server/db/publish.ts'
import { bookFor } from '../../../server/price-books.ts'
import { tried } from '../../../server/staff/line-example.ts'
import { standardsOf } from '../../../server/staff/line-subjects.ts'
import { filled } from '../../support/filled.ts'
import { textOf } from '../../support/form.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { aRise, proposed, TERMINAL } from '../../support/proposals.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const FORWARDER = '91330203MA2DEM113Y'
const KINDS = ['item', 'lineage', 'entity', 'document', 'coverage', 'operating_time', 'port', 'standard']

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const lines = async (db: Db, set: number) => (await linesOfSet(db, set)).map(({ line }) => line)

/** Opens a form, fills in these fields, and sends it with a step. */
async function fill(
  app: App,
  who: SignedIn,
  url: string,
  fields: Record<string, string | string[]>,
  step = 'save',
  query = '',
) {
  const page = await get(app, who, url + query)
  if (page.statusCode !== 200) throw new Error(page.body)
  return post(app, who, url, { ...filled(page.body), ...fields, step })
}

const PRICE = {
  from: '2027-03-01',
  'why.zh': '新增服务',
  'payload.item': 'yard-storage',
  'payload.port': 'CNNGB',
  'payload.line': 'trial',
  'payload.unit': 'container_day',
  'payload.posted': '公示原文',
  'payload.provenance.mark': 'single',
  'payload.provenance.source': '来文',
}

const RATES: [form: string, fields: Record<string, string>, rate: object][] = [
  ['fixed', { 'rate.amount': '１２.50' }, { amount: '12.50' }],
  ['range', { 'rate.low': '5', 'rate.high': '8' }, { low: '5', high: '8' }],
  [
    'tiered',
    {
      ...{ 'rate.fact': 'weight_t', 'rate.mode': 'slab', 'rate.tiers.0.over': '0', 'rate.tiers.0.amount': '3' },
      ...{ 'rate.tiers.1.over': '20', 'rate.tiers.1.amount': '4' },
    },
    {
      fact: 'weight_t',
      mode: 'slab',
      tiers: [
        { over: '0', amount: '3' },
        { over: '20', amount: '4' },
      ],
    },
  ],
  [
    'per_period',
    { 'rate.period': 'day', 'rate.free': '7', 'rate.steps.0.from': '8', 'rate.steps.0.amount': '4' },
    { period: 'day', free: 7, steps: [{ from: 8, amount: '4' }] },
  ],
  [
    'percent_of',
    { 'rate.item': 'port-operation-lumpsum', 'rate.percent': '50' },
    { item: 'port-operation-lumpsum', percent: '50' },
  ],
  [
    'sum',
    {
      ...{ 'rate.parts.0.name': '吊装', 'rate.parts.0.rate.form': 'fixed', 'rate.parts.0.rate.amount': '10' },
      ...{ 'rate.parts.1.name': '搬移', 'rate.parts.1.rate.form': 'fixed', 'rate.parts.1.rate.amount': '20' },
    },
    {
      parts: [
        { name: '吊装', rate: { form: 'fixed', amount: '10' } },
        { name: '搬移', rate: { form: 'fixed', amount: '20' } },
      ],
    },
  ],
  ['at_cost', {}, {}],
  ['see_attachment', { 'rate.title': '价目附件' }, { title: '价目附件', href: null }],
]

describe('one line of a change set as a form', () => {
  test('every kind of line opens blank, and from what is published, in both languages', async ({ app, db }) => {
    const who = await asStaff(db, 'editor')
    const set = await proposed(db, 'editor', [], null)
    const published = [
      ...['item&key=pilotage', 'document&key=jsg-2019-2', `entity&key=${TERMINAL}`, 'port&key=CNNGB'],
      ...['lineage&key=port-facility-security/port-operation-lumpsum', 'coverage&key=CNNGB/-'],
      'standard&key=pilotage/CNNGB/-/-/international&change=correct',
    ]
    const asked = [
      '',
      '?kind=standard&item=pilotage',
      ...KINDS.map((kind) => `?kind=${kind}&blank=1`),
      ...published.map((one) => `?kind=${one}`),
    ]
    for (const query of asked)
      for (const lang of ['', '/en']) {
        const page = await get(app, who, `${lang}/staff/sets/${set}/lines/new${query}`)
        expect(page.statusCode, `${query} ${page.body.slice(0, 300)}`).toBe(200)
      }
    expect((await get(app, who, `/staff/sets/${set}/lines/new?kind=item&key=nothing`)).statusCode).toBe(404)
  })

  test('each form of rate is chosen, filled in and saved without a script', { timeout: 60_000 }, async ({
    app,
    db,
  }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [])
    const url = `/staff/sets/${set}/lines/new`
    for (const [form, fields, rate] of RATES) {
      const begun = { ...PRICE, 'payload.line': form.replace('_', '-'), 'payload.rate.form': form }
      const chosen = await fill(app, who, url, begun, 'show', '?kind=standard&blank=1')
      const offered = filled(chosen.body)
      expect(offered['payload.posted']).toEqual(['公示原文'])
      const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`payload.${name}`, value]))
      for (const name of Object.keys(typed)) expect(Object.keys(offered), name).toContain(name)
      const saved = await post(app, who, url, { ...offered, ...typed, step: 'save' })
      expect(saved.headers.location, `${form} ${saved.statusCode}`).toBe(`/staff/sets/${set}?done=line-saved`)
      const line = (await lines(db, set)).at(-1)!
      expect(line).toMatchObject({ kind: 'standard', change: 'new' })
      expect(line.payload).toMatchObject({ rate: { form, ...rate }, entity: TERMINAL, currency: 'CNY' })
    }
  })

  test('rows are added and taken away without a script, and nothing typed is lost', async ({ app, db }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [])
    const url = `/staff/sets/${set}/lines/new`
    const added = await fill(
      app,
      who,
      url,
      { ...PRICE, 'why.en': 'half <written>' },
      'add:payload.conditions',
      '?kind=standard&blank=1',
    )
    const chosen = await post(app, who, url, {
      ...filled(added.body),
      'payload.conditions.0.fact': 'size',
      step: 'show',
    })
    const ticked = { ...filled(chosen.body), 'payload.conditions.0.is': ['20', '40'] }
    const more = await post(app, who, url, { ...ticked, step: 'add:payload.terms.surcharges' })
    expect(filled(more.body)).toMatchObject({
      'payload.conditions.0.fact': ['size'],
      'payload.conditions.0.is': ['20', '40'],
      'payload.terms.surcharges.0.percent': [''],
      'why.en': ['half <written>'],
    })
    const fewer = await post(app, who, url, { ...filled(more.body), step: 'drop:payload.conditions.0' })
    expect(Object.keys(filled(fewer.body)).filter((name) => name.startsWith('payload.conditions'))).toEqual([])
    const form = await post(app, who, url, {
      ...filled(fewer.body),
      'payload.rate.amount': '7',
      'payload.rate.form': 'range',
      step: 'show',
    })
    const back = await post(app, who, url, { ...filled(form.body), 'payload.rate.form': 'fixed', step: 'show' })
    expect(filled(back.body)['payload.rate.amount']).toEqual(['7'])
  })

  test('what is wrong is named at its field, the rest is as it was typed, and nothing is saved', async ({
    app,
    db,
  }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [])
    const wrong = {
      ...{ ...PRICE, from: '2027-02-30', to: '', 'payload.line': 'Not A Line', 'payload.posted': '', 'why.zh': '' },
      'payload.rate.amount': '12,5元',
    }
    const page = await fill(app, who, `/staff/sets/${set}/lines/new`, wrong, 'save', '?kind=standard&blank=1')
    expect(page.statusCode).toBe(422)
    for (const field of ['from', 'payload-line', 'payload-posted', 'why-zh', 'payload-rate-amount'])
      expect(page.body, field).toContain(`id="f-${field}-fault"`)
    expect(filled(page.body)).toMatchObject({
      from: ['2027-02-30'],
      'payload.line': ['Not A Line'],
      'payload.rate.amount': ['12,5元'],
    })
    expect(await lines(db, set)).toEqual([])
    const english = await post(app, who, `/en/staff/sets/${set}/lines/new`, { ...filled(page.body), step: 'save' })
    expect(textOf(english.body).includes('5 places need mending')).toBe(true)
  })

  test('a price is revised from a day: the form begins with what stands, and the last day is inclusive', async ({
    app,
    db,
  }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [])
    const { key } = await aRise(db)
    const query = `?kind=standard&key=${encodeURIComponent(key)}&change=revise`
    const saved = await fill(
      app,
      who,
      `/staff/sets/${set}/lines/new`,
      { from: '2027-03-01', to: '2027-12-31', 'why.zh': '涨价' },
      'save',
      query,
    )
    expect(saved.statusCode, textOf(saved.body).slice(0, 500)).toBe(303)
    const [line] = await lines(db, set)
    expect(line).toMatchObject({ key, change: 'revise', valid: { from: '2027-03-01', until: '2028-01-01' } })
    expect(line!.payload).toMatchObject({ entity: TERMINAL, rate: { form: 'fixed' } })
  })

  test('what is published is withdrawn without saying it again; what never was cannot be', async ({ app, db }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [])
    const { key } = await aRise(db)
    const url = `/staff/sets/${set}/lines/new`
    const given = { from: '2027-03-01', to: '', 'why.zh': '不再提供', change: 'withdraw' }
    const saved = await fill(
      app,
      who,
      url,
      given,
      'save',
      `?kind=standard&key=${encodeURIComponent(key)}&change=withdraw`,
    )
    expect(saved.statusCode).toBe(303)
    expect(await lines(db, set)).toMatchObject([{ key, change: 'withdraw', payload: null }])
    const strange = await post(app, who, url, {
      ...given,
      kind: 'standard',
      key: `tally/CNNGB/-/${TERMINAL}/none`,
      step: 'save',
    })
    expect(strange.statusCode).toBe(422)
  })

  test('a change that would make it another subject is refused', async ({ app, db }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [])
    const { key } = await aRise(db)
    const query = `?kind=standard&key=${encodeURIComponent(key)}&change=revise`
    const page = await fill(
      app,
      who,
      `/staff/sets/${set}/lines/new`,
      { from: '2027-03-01', 'why.zh': '改', 'payload.line': 'other' },
      'save',
      query,
    )
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('id="f-change-fault"')
  })

  test('an entity’s own set takes nothing of another entity, and no item or document', async ({ app, db }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [])
    const url = `/staff/sets/${set}/lines/new`
    expect((await get(app, who, `${url}?kind=item&blank=1`)).statusCode).toBe(404)
    const stranger = { ...PRICE, 'payload.entity': FORWARDER, 'payload.rate.amount': '1' }
    expect((await fill(app, who, url, stranger, 'save', '?kind=standard&blank=1')).statusCode).toBe(422)
    const unknown = { ...PRICE, 'payload.item': 'no-such-item', 'payload.rate.amount': '1' }
    const page = await fill(app, who, url, unknown, 'save', '?kind=standard&blank=1')
    expect(page.body).toContain('id="f-payload-item-fault"')
    expect(await lines(db, set)).toEqual([])
  })

  test('another entity’s set is not there, a reviewer may not write, and who has not signed in is asked to', async ({
    app,
    db,
  }) => {
    const set = await proposed(db, 'terminal', [await aRise(db)])
    const places = ['new', '1'].map((place) => `/staff/sets/${set}/lines/${place}`)
    const [forwarder, reviewer] = [await asStaff(db, 'forwarder'), await asStaff(db, 'reviewer')]
    for (const url of places) {
      expect((await get(app, forwarder, url)).statusCode).toBe(404)
      expect((await post(app, forwarder, url, { step: 'save' })).statusCode).toBe(404)
      expect((await get(app, reviewer, url)).statusCode).toBe(403)
      expect((await app.inject(url)).statusCode).toBe(303)
    }
    expect((await post(app, forwarder, `/staff/sets/${set}/lines/1/remove`)).statusCode).toBe(404)
    expect((await get(app, await asStaff(db, 'terminal'), `/staff/sets/${set}/lines/2`)).statusCode).toBe(404)
  })

  test('a line saved by another meanwhile is shown beside one’s own, and either can be taken', async ({ app, db }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [await aRise(db)])
    const url = `/staff/sets/${set}/lines/1`
    const opened = filled((await get(app, who, url)).body)
    const other = await post(app, await asStaff(db, 'editor'), url, {
      ...opened,
      'payload.rate.amount': '111',
      step: 'save',
    })
    expect(other.statusCode).toBe(303)
    const clash = await post(app, who, url, { ...opened, 'payload.rate.amount': '222', step: 'save' })
    expect(clash.statusCode).toBe(409)
    expect(textOf(clash.body)).toContain('示例目录编辑')
    expect(textOf(clash.body)).toMatch(/111.*222/)
    expect((await lines(db, set))[0]!.payload).toMatchObject({ rate: { amount: '111' } })
    const mine = await post(app, who, url, { ...filled(clash.body), step: 'save' })
    expect(mine.statusCode).toBe(303)
    expect((await lines(db, set))[0]!.payload).toMatchObject({ rate: { amount: '222' } })
  })

  test('a line is taken out and put back, and said only once', async ({ app, db }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [await aRise(db)])
    const url = `/staff/sets/${set}/lines`
    expect((await post(app, who, `${url}/1/remove`)).headers.location).toBe(`/staff/sets/${set}?done=line-removed`)
    expect(await lines(db, set)).toEqual([])
    expect((await post(app, who, `${url}/1/restore`)).headers.location).toBe(`/staff/sets/${set}?done=line-restored`)
    const opened = filled((await get(app, who, `${url}/1`)).body)
    const again = await post(app, who, `${url}/new`, { ...opened, step: 'save' })
    expect(again.statusCode).toBe(409)
    expect(textOf(again.body)).toContain('另一条在同样的日子说同一件事')
    expect(await lines(db, set)).toHaveLength(1)
  })

  test('a frozen set says so, and keeps what was typed', async ({ app, db, owner }) => {
    const who = await asStaff(db, 'terminal')
    const set = await proposed(db, 'terminal', [await aRise(db)])
    const url = `/staff/sets/${set}/lines/1`
    const opened = filled((await get(app, who, url)).body)
    await owner
      .updateTable('change_set' as never)
      .set({ lint_errors: 0, state: 'in_review' } as never)
      .where('id' as never, '=', set as never)
      .execute()
    const page = await post(app, who, url, { ...opened, 'payload.rate.amount': '333', step: 'save' })
    expect(page.statusCode).toBe(409)
    expect(textOf(page.body)).toContain('已冻结')
    expect(filled(page.body)['payload.rate.amount']).toEqual(['333'])
  })

  test('a merger proposes the ends of the old item and its prices, and adds those that were agreed to', async ({
    app,
    db,
  }) => {
    const who = await asStaff(db, 'editor')
    const set = await proposed(db, 'editor', [], null)
    const url = `/staff/sets/${set}/lines/new`
    const given = {
      ...{ from: '2027-03-01', 'why.zh': '并入', 'payload.from': 'towage', 'payload.to': 'pilotage' },
      ...{ 'payload.kind': 'merged_into', 'payload.note.zh': '合并计收', 'payload.basis.0.document': 'jsg-2019-2' },
    }
    const page = await fill(app, who, url, given, 'companions', '?kind=lineage&blank=1')
    const offered = filled(page.body).with!
    expect(offered).toContain('item:towage')
    expect(offered.length).toBeGreaterThan(3)
    const keep = offered.filter((one) => one !== offered[1])
    const saved = await post(app, who, url, { ...filled(page.body), with: keep, step: 'save' })
    expect(saved.statusCode, textOf(saved.body).slice(0, 500)).toBe(303)
    const made = await lines(db, set)
    expect(made[0]).toMatchObject({ kind: 'lineage', key: 'towage/pilotage' })
    expect(made.slice(1).map(({ kind, key }) => `${kind}:${key}`)).toEqual(keep)
    expect(made.slice(1).every(({ change, valid }) => change === 'withdraw' && valid.from === '2027-03-01')).toBe(true)
  })

  test('an absorbed item becomes a sub-item, and under a ceiling its government prices become ceilings', async ({
    app,
    db,
  }) => {
    const who = await asStaff(db, 'editor')
    const set = await proposed(db, 'editor', [], null)
    const url = `/staff/sets/${set}/lines/new`
    const given = {
      ...{ from: '2027-03-01', 'why.zh': '吸收', 'payload.from': 'oil-boom', 'payload.to': 'berthage' },
      ...{ 'payload.kind': 'absorbed_as_subitem', 'payload.ceiling': 'true', 'payload.note.zh': '作为子项' },
    }
    const page = await fill(app, who, url, given, 'companions', '?kind=lineage&blank=1')
    await post(app, who, url, { ...filled(page.body), step: 'save' })
    const [, item] = await lines(db, set)
    expect(item).toMatchObject({ kind: 'item', change: 'revise', payload: { code: 'oil-boom', parent: 'berthage' } })
  })
})

describe('the worked example beside a price', () => {
  test('of every price in Ningbo it is what the public estimate says, to the fen', { timeout: 60_000 }, async ({
    app,
  }) => {
    const { desk } = app
    const [release, today] = [desk.head.release(), '2026-11-23']
    const subjects = { reference: await desk.reference(release), today: today as never, proposed: new Set<string>() }
    let compared = 0
    for (const item of [
      'pilotage',
      'towage',
      'cargo-port-dues',
      'yard-storage',
      'port-operation-lumpsum',
      'detention',
      'berthage',
    ])
      for (const { payload, valid, why } of await standardsOf(desk, item, 'all')) {
        if (payload === null || payload.port !== 'CNNGB' || payload.adds_to !== undefined) continue
        const example = await tried(desk, draftOfLine(say('standard', payload, valid, why)), subjects)
        const {
          tried: { facts, quantity },
          on,
          estimated,
        } = example!
        const book = await bookFor(desk, release, 'CNNGB', [{ item, entity: payload.entity }])
        const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))
        const asked = {
          item,
          facts: said,
          line: payload.line,
          ...(payload.entity && { entity: payload.entity }),
          ...(quantity && { quantity }),
        }
        const open = estimateLine(asked, on, book)
        if (open.status !== 'computed') continue
        expect(estimated.outcome, `${item} ${payload.line} ${on}`).toEqual(open.outcome)
        compared += 1
      }
    expect(compared).toBeGreaterThan(60)
  })

  test('as typed it is what the API estimates once the line is published', async ({ app, db, owner, head }) => {
    const who = await asStaff(db, 'terminal')
    const line = await aRise(db, '612.35')
    const set = await proposed(db, 'terminal', [line])
    const url = `/staff/sets/${set}/lines/1`
    const facts = filled((await get(app, who, url)).body)
    const page = await post(app, who, url, { ...facts, 'example.quantity': '7', step: 'example' })
    const shown = /<p class="grand"><b>([^<]*)<\/b>/.exec(page.body)?.[1]?.replaceAll(',', '')
    const { release } = (await publish(
      owner,
      { title: { zh: '试', en: null }, note: null, backfilled: false, lines: [line] },
      NOW,
    )) as { release: number }
    await expect.poll(() => head.release()).toBe(release)
    const said = Object.entries(facts).flatMap(([name, [value]]) =>
      name.startsWith('example.facts.') && value ? [[name.slice(14), value]] : [],
    )
    const payload = {
      port: 'CNNGB',
      as_of: line.valid.from,
      lines: [
        {
          item: line.payload!.item,
          entity: TERMINAL,
          line: line.payload!.line,
          quantity: '7',
          facts: Object.fromEntries(said),
        },
      ],
    }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/estimates', payload })
    expect(answer.json().lines[0].amount, answer.body).toBe(shown)
    expect(shown).toMatch(/^\d+\.\d\d$/)
  })

  test('it says what is missing when it cannot tell', async ({ app, db }) => {
    const who = await asStaff(db, 'editor')
    const set = await proposed(db, 'editor', [], null)
    const url = `/staff/sets/${set}/lines/new`
    const query = '?kind=standard&key=pilotage/CNNGB/-/-/international&change=revise'
    const page = await fill(app, who, url, { 'example.facts.net_tonnage': '' }, 'example', query)
    expect(textOf(page.body)).toContain('还缺：净吨位')
    const blank = await get(app, who, `${url}?kind=standard&blank=1`)
    expect(textOf(blank.body)).toContain('费率和单位填好后')
  })
})
