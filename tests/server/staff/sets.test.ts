import { describe, expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { removeLine } from '../../../server/db/change-set-writes.ts'
import { findChangeSet } from '../../../server/db/change-sets.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { plain, textOf } from '../../support/form.ts'
import { aLine, anItem, aRule } from '../../support/lines.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { aRise, proposed, TERMINAL } from '../../support/proposals.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const get = async (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const shown = async (app: App, who: SignedIn, url: string) => textOf((await get(app, who, url)).body)
const idIn = (location: unknown): number => Number(/\/staff\/sets\/(\d+)/.exec(String(location))![1])

const WORDING = { title_zh: '调整堆存费', title_en: 'Storage revised', note_zh: '', note_en: '' }

describe('a new change set', () => {
  test('is made by a form, and then shows how to add its lines', async ({ app, db }) => {
    const editor = await asStaff(db, 'terminal')
    const made = await post(app, editor, '/staff/sets/new', { ...WORDING, entity: TERMINAL })
    expect(made.statusCode).toBe(303)
    const page = await shown(app, editor, `/staff/sets/${idIn(made.headers.location)}`)
    expect(page).toContain('调整堆存费')
    expect(page).toContain('这里还没有任何一条')
    expect(page).toContain('添加一条')
    expect(await shown(app, editor, '/en/staff/sets')).toContain('Storage revised')
  })

  test('comes back filled when its title is missing, with the fault at its field', async ({ app, db }) => {
    const editor = await asStaff(db, 'terminal')
    const sent = await post(app, editor, '/staff/sets/new', { ...WORDING, title_zh: ' ', entity: TERMINAL })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('id="title_zh-fault"')
    expect(sent.body).toContain('value="Storage revised"')
  })

  test('of a list that is not theirs is refused at its field', async ({ app, db }) => {
    const editor = await asStaff(db, 'terminal')
    for (const entity of ['', '91330900MA2DEM0251']) {
      const sent = await post(app, editor, '/staff/sets/new', { ...WORDING, entity })
      expect(sent.statusCode).toBe(422)
      expect(textOf(sent.body)).toContain('请从列表中选择您负责的清单')
    }
  })

  test('is not made by who reviews or audits', async ({ app, db }) => {
    for (const login of ['reviewer', 'auditor'])
      expect((await post(app, await asStaff(db, login), '/staff/sets/new', WORDING)).statusCode).toBe(403)
  })
})

describe('the list of sets', () => {
  test('of another entity does not have it, and its address is not there', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [await aRise(db)])
    const [owner, stranger] = [await asStaff(db, 'terminal'), await asStaff(db, 'forwarder')]
    expect(await shown(app, owner, '/staff/sets')).toContain('堆存费调整')
    expect(await shown(app, stranger, '/staff/sets')).not.toContain('堆存费调整')
    for (const rest of ['', '/review', '/edit'])
      expect((await get(app, stranger, `/staff/sets/${id}${rest}`)).statusCode).toBe(404)
    for (const rest of ['edit', 'submit', 'abandon', 'comments'])
      expect((await post(app, stranger, `/staff/sets/${id}/${rest}`, { words: 'x' })).statusCode).toBe(404)
  })

  test('is chosen by state, and says so when there is none', async ({ app, db }) => {
    await proposed(db, 'terminal', [])
    const editor = await asStaff(db, 'editor')
    expect(await shown(app, editor, '/staff/sets?state=draft')).toContain('堆存费调整')
    expect(await shown(app, editor, '/staff/sets?state=scheduled')).toContain('没有这种状态的变更集')
  })

  test('is read in pages, newest first', async ({ app, db }) => {
    for (let n = 0; n < 31; n++) await proposed(db, 'terminal', [])
    const editor = await asStaff(db, 'editor')
    const first = await get(app, editor, '/staff/sets')
    const older = /href="([^"]*before=\d+)" rel="next"/.exec(plain(first.body))![1]!
    expect(first.body.match(/<tr role="row">/g)).toHaveLength(31)
    expect((await get(app, editor, older)).body.match(/<tr role="row">/g)).toHaveLength(2)
  })
})

describe('the page of a set', () => {
  test('shows each line before and after, the days, and who wrote it', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [await aRise(db, '345.67')])
    const page = await shown(app, await asStaff(db, 'terminal'), `/staff/sets/${id}`)
    expect(page).toContain('自 2027年3月1日 起')
    expect(page).toContain('成本上升')
    expect(page).toMatch(/上调 [\d.,]+ 元\S* 345\.67 元/)
  })

  test('names what the set itself brings, and says from which file and row a line was read', async ({ app, db }) => {
    const source = { file: 'ab'.repeat(32), sheet: '收费标准', row: 17 }
    const lines = [aRule, anItem(), { ...aLine('8.00', day('2027-03-01'), null), source }]
    const id = await proposed(db, 'editor', lines, null)
    const page = await shown(app, await asStaff(db, 'editor'), `/staff/sets/${id}`)
    expect(page).toContain('过磅费')
    expect(page).toContain('来自文件 abababababab… 工作表“收费标准”第 17 行')
    expect(page).toContain('其中 1 条由表格导入')
  })

  test('has no way to edit for a reviewer or an auditor, and tells whose it is', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [await aRise(db)])
    for (const login of ['reviewer', 'auditor']) {
      const { body } = await get(app, await asStaff(db, login), `/staff/sets/${id}`)
      expect(body).not.toContain(`/staff/sets/${id}/lines/`)
      expect(body).not.toContain(`/staff/sets/${id}/edit`)
      expect(body).not.toContain(`action="/staff/sets/${id}/submit"`)
      expect(textOf(body)).toContain('由编辑人员进行')
    }
  })

  test('keeps a line that was taken out, struck through, and counts it', async ({ app, db }) => {
    const id = await proposed(db, 'editor', [aRule, anItem()], null)
    const { id: editor } = (await findLogin(db, 'editor'))!
    await removeLine(db, id, 1, editor, NOW)
    const { body } = await get(app, await asStaff(db, 'editor'), `/staff/sets/${id}`)
    expect(body).toContain('class="taken-out"')
    expect(body).toContain(`action="/staff/sets/${id}/lines/1/restore"`)
    expect(textOf(body)).toContain('已移出 1 条')
  })

  test('of many lines is read in pages of 200', async ({ app, db }) => {
    const many = Array.from({ length: 450 }, (_, n) => aLine('1.00', day('2027-03-01'), null, `line-${n}`))
    const id = await proposed(db, 'editor', [aRule, anItem(), ...many], null)
    const editor = await asStaff(db, 'editor')
    const first = await get(app, editor, `/staff/sets/${id}`)
    expect(first.body.match(/<tbody role="rowgroup" id="n\d+"/g)).toHaveLength(200)
    expect(textOf(first.body)).toContain('第 1 至 200 条，共 452 条')
    const last = await get(app, editor, `/staff/sets/${id}?after=400`)
    expect(last.body.match(/<tbody role="rowgroup" id="n\d+"/g)).toHaveLength(52)
  })

  test('of no such number is not there', async ({ app, db }) => {
    const editor = await asStaff(db, 'editor')
    expect((await get(app, editor, '/staff/sets/999999')).statusCode).toBe(404)
    expect((await get(app, editor, '/staff/sets/none')).statusCode).toBe(400)
  })
})

describe('title and note', () => {
  test('are edited, and an edit of what another changed meanwhile overwrites nothing', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [])
    const editor = await asStaff(db, 'terminal')
    const { body } = await get(app, editor, `/staff/sets/${id}/edit`)
    const version = /name="version" value="(\d+)"/.exec(body)![1]!
    const saved = await post(app, editor, `/staff/sets/${id}/edit`, { ...WORDING, version })
    expect(saved.headers.location).toBe(`/staff/sets/${id}?done=set-saved`)
    const late = await post(app, editor, `/staff/sets/${id}/edit`, { ...WORDING, title_zh: '另一个标题', version })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('另一个标题')
    expect(textOf(late.body)).toContain('平台没有覆盖')
    expect((await findChangeSet(db, id))!.title.zh).toBe('调整堆存费')
  })

  test('need a Chinese note beside an English one', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [])
    const sent = await post(app, await asStaff(db, 'terminal'), `/en/staff/sets/${id}/edit`, {
      ...{ ...WORDING, note_en: 'why', version: '0' },
    })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('id="note_zh-fault"')
  })
})

test('a comment stands beside its line, and one of a line that is not there is refused', async ({ app, db }) => {
  const id = await proposed(db, 'terminal', [await aRise(db)])
  const reviewer = await asStaff(db, 'reviewer')
  const said = await post(app, reviewer, `/staff/sets/${id}/comments`, { words: '请附成本依据', n: '1', on: 'review' })
  expect(said.headers.location).toBe(`/staff/sets/${id}/review?done=comment#n1`)
  const { body } = await get(app, reviewer, `/staff/sets/${id}`)
  expect(body.slice(body.indexOf('id="n1"'))).toContain('请附成本依据')
  expect((await post(app, reviewer, `/staff/sets/${id}/comments`, { words: 'x', n: '9' })).statusCode).toBe(404)
  const empty = await post(app, reviewer, `/staff/sets/${id}/comments`, { words: ' ' })
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toContain('id="comment-fault"')
})
