import { describe, expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { replaceLine } from '../../../server/db/change-set-writes.ts'
import { type ChangeSet, findChangeSet, lineOfSet } from '../../../server/db/change-sets.ts'
import type { Db } from '../../../server/db/database.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { fieldsOf, plain, textOf } from '../../support/form.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { aRise, proposed } from '../../support/proposals.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const get = async (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const stateOf = async (db: Db, id: number): Promise<ChangeSet['state']> => (await findChangeSet(db, id))!.state
const formAt = (html: string, action: string): string =>
  new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? ''
const ticksIn = (html: string): string[] =>
  [...html.matchAll(/name="accept" value="([^"]*)"/g)].map(([, value]) => plain(value!))

/** What a reviewer's browser would send who ticked every warning. */
async function decision(app: App, who: SignedIn, id: number, act = 'approve') {
  const { body } = await get(app, who, `/staff/sets/${id}/review`)
  const form = formAt(body, `/staff/sets/${id}/${act}`)
  return { sha: fieldsOf(form.replace('<form', '<form method="post"')).sha ?? '', accept: ticksIn(form) }
}

async function submitted(app: App, db: Db, author = 'terminal'): Promise<number> {
  const id = await proposed(db, author, [await aRise(db, '345.67')])
  const sent = await post(app, await asStaff(db, 'terminal'), `/staff/sets/${id}/submit`)
  expect(sent.headers.location).toBe(`/staff/sets/${id}?done=submit`)
  return id
}

async function approved(app: App, db: Db): Promise<number> {
  const id = await submitted(app, db)
  const reviewer = await asStaff(db, 'reviewer')
  const sent = await post(app, reviewer, `/staff/sets/${id}/approve`, await decision(app, reviewer, id))
  expect(sent.headers.location).toBe(`/staff/sets/${id}?done=approve`)
  return id
}

describe('the whole life of a set', () => {
  test('from a draft to a release that the public reads', async ({ app, db, head }) => {
    const id = await approved(app, db)
    const before = head.release()
    const sent = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${id}/publish`)
    expect(sent.headers.location).toBe(`/staff/sets/${id}?done=publish`)
    expect((await findChangeSet(db, id))!.release).toBe(before + 1)
    expect(textOf((await app.inject(`/changes/${before + 1}`)).body)).toContain('堆存费调整')
    expect(textOf((await get(app, await asStaff(db, 'terminal'), `/staff/sets/${id}`)).body)).toContain(
      '已发布，不能再改',
    )
  })

  test('has an act refused out of its turn, with the state it is in', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [await aRise(db)])
    const sent = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${id}/publish`)
    expect(sent.statusCode).toBe(409)
    expect(textOf(sent.body)).toContain('变更集现在是“草稿”，不能这样做')
    expect(await stateOf(db, id)).toBe('draft')
  })

  test('may end by giving it up, which needs a reason', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [])
    const editor = await asStaff(db, 'terminal')
    const silent = await post(app, editor, `/staff/sets/${id}/abandon`, { reason: '' })
    expect(silent.statusCode).toBe(422)
    expect(silent.body).toContain('id="abandon-reason-fault"')
    await post(app, editor, `/staff/sets/${id}/abandon`, { reason: '改用另一集' })
    expect(await stateOf(db, id)).toBe('abandoned')
    expect(textOf((await get(app, editor, `/staff/sets/${id}`)).body)).toContain('改用另一集')
  })

  test('without any line is not submitted', async ({ app, db }) => {
    const id = await proposed(db, 'terminal', [])
    const sent = await post(app, await asStaff(db, 'terminal'), `/staff/sets/${id}/submit`)
    expect(sent.statusCode).toBe(422)
    expect(textOf(sent.body)).toContain('变更集里还没有任何一条')
  })

  test('with an increase announced too late is stopped by the rules, which stand beside the line', async ({
    app,
    db,
  }) => {
    const id = await proposed(db, 'terminal', [await aRise(db, '345.67', day('2026-11-25'))])
    const sent = await post(app, await asStaff(db, 'terminal'), `/staff/sets/${id}/submit`)
    expect(sent.statusCode).toBe(422)
    expect(textOf(sent.body)).toContain('规则检查有 1 处错误')
    expect(sent.body.slice(sent.body.indexOf('id="n1"'))).toMatch(/class="found error"><b>错误 V06/)
  })
})

describe('four eyes', () => {
  test('a reviewer who wrote a part of it may not approve it', async ({ app, db }) => {
    const id = await submitted(app, db, 'reviewer')
    const author = await asStaff(db, 'reviewer')
    const page = await get(app, author, `/staff/sets/${id}/review`)
    expect(page.body).not.toContain(`/staff/sets/${id}/approve`)
    expect(textOf(page.body)).toContain('您参与了编写')
    const { contentSha } = (await findChangeSet(db, id))!
    for (const act of ['approve', 'request-changes']) {
      const sent = await post(app, author, `/staff/sets/${id}/${act}`, { sha: contentSha!, comment: '同意' })
      expect(sent.statusCode).toBe(403)
      expect(textOf(sent.body)).toContain('须由另一个人进行')
    }
    expect(await stateOf(db, id)).toBe('in_review')
  })

  test('an editor, a publisher and an auditor may not review', async ({ app, db }) => {
    const id = await submitted(app, db)
    for (const login of ['terminal', 'editor', 'publisher', 'auditor'])
      expect((await post(app, await asStaff(db, login), `/staff/sets/${id}/approve`)).statusCode).toBe(403)
    expect(await stateOf(db, id)).toBe('in_review')
  })

  test('what was approved is what was read: content that changed meanwhile is not', async ({ app, db }) => {
    const id = await submitted(app, db)
    const [editor, reviewer] = [await asStaff(db, 'terminal'), await asStaff(db, 'reviewer')]
    const read = await decision(app, reviewer, id)
    await post(app, editor, `/staff/sets/${id}/recall`)
    const { id: terminal } = (await findLogin(db, 'terminal'))!
    await replaceLine(db, id, (await lineOfSet(db, id, 1))!, [await aRise(db, '23456.78')], terminal, NOW)
    await post(app, editor, `/staff/sets/${id}/submit`)
    const sent = await post(app, reviewer, `/staff/sets/${id}/approve`, { ...read, comment: '同意' })
    expect(sent.statusCode).toBe(409)
    expect(textOf(sent.body)).toContain('您看到的不是现在的内容')
    expect(sent.body).toContain('同意</textarea>')
    expect(await stateOf(db, id)).toBe('in_review')
  })

  test('an edit voids the approval', async ({ app, db }) => {
    const id = await approved(app, db)
    const { id: terminal } = (await findLogin(db, 'terminal'))!
    const read = (await lineOfSet(db, id, 1))!
    expect(await replaceLine(db, id, read, [read.line], terminal, NOW)).toEqual({ ok: false, code: 'frozen' })
    await post(app, await asStaff(db, 'terminal'), `/staff/sets/${id}/recall`)
    expect(await stateOf(db, id)).toBe('draft')
    const sent = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${id}/publish`)
    expect(sent.statusCode).toBe(409)
  })
})

describe('a review', () => {
  test('shows each part that differs against what stands, and the decision', async ({ app, db }) => {
    const id = await submitted(app, db)
    const { body } = await get(app, await asStaff(db, 'reviewer'), `/staff/sets/${id}/review`)
    const page = textOf(body)
    expect(page).toMatch(/价格 [\d.,]+ 元\S* 345\.67 元/)
    expect(page).toContain('公示原文')
    expect(page).toContain('对样例费用的影响')
    expect(page).toContain('批准这一内容')
  })

  test('does not approve while a warning is not ticked, and keeps what was ticked and written', async ({ app, db }) => {
    const id = await submitted(app, db)
    const reviewer = await asStaff(db, 'reviewer')
    const { sha, accept } = await decision(app, reviewer, id)
    expect(accept).not.toHaveLength(0)
    const sent = await post(app, reviewer, `/staff/sets/${id}/approve`, {
      sha,
      accept: accept.slice(1),
      comment: '已核',
    })
    expect(sent.statusCode).toBe(422)
    expect(textOf(sent.body)).toContain('还有 1 处警告没有勾选')
    expect(sent.body).toContain('已核</textarea>')
    expect(sent.body.match(/name="accept"[^>]* checked/g) ?? []).toHaveLength(accept.length - 1)
    expect(await stateOf(db, id)).toBe('in_review')
  })

  test('asks for changes only with words, which the editor then reads', async ({ app, db }) => {
    const id = await submitted(app, db)
    const reviewer = await asStaff(db, 'reviewer')
    const { sha } = await decision(app, reviewer, id, 'request-changes')
    const silent = await post(app, reviewer, `/staff/sets/${id}/request-changes`, { sha, comment: '' })
    expect(silent.statusCode).toBe(422)
    expect(silent.body).toContain('id="request-changes-comment-fault"')
    await post(app, reviewer, `/staff/sets/${id}/request-changes`, { sha, comment: '请写明成本依据' })
    expect(await stateOf(db, id)).toBe('changes_requested')
    const page = textOf((await get(app, await asStaff(db, 'terminal'), `/staff/sets/${id}`)).body)
    expect(page).toContain('请写明成本依据')
    expect(page).toContain('退回修改')
  })

  test('of a correction shows what was wrong and which days are answered otherwise', async ({ app, db }) => {
    const rise = await aRise(db, '77.00', day('2026-10-01'))
    const wrong = { zh: '录入时看错了一位', en: null, documents: [] }
    const id = await proposed(db, 'terminal', [
      { ...rise, change: 'correct', valid: { from: day('2026-10-01'), until: day('2026-11-01') }, why: wrong },
    ])
    const page = textOf((await get(app, await asStaff(db, 'reviewer'), `/staff/sets/${id}/review`)).body)
    expect(page).toContain('发布后，有 1 段日期的答案与现在不同')
    expect(page).toContain('2026年10月1日 至 2026年10月31日')
    expect(page).toContain('更正，原记载有误： 录入时看错了一位')
  })

  test('compares with each stretch of days as it stands', async ({ app, db }) => {
    const id = await approved(app, db)
    await post(app, await asStaff(db, 'publisher'), `/staff/sets/${id}/publish`)
    const rise = await aRise(db, '5.00', day('2027-01-01'))
    const again = await proposed(db, 'terminal', [rise])
    const page = textOf((await get(app, await asStaff(db, 'reviewer'), `/staff/sets/${again}/review`)).body)
    expect(page).toMatch(/2027年1月1日 至 2027年2月28日 内容/)
    expect(page).toMatch(/自 2027年3月1日 起 内容 现行记载 拟改为 .*345\.67 元\S* 5\.00 元/)
  })

  test('speaks English on the English side', async ({ app, db }) => {
    const id = await submitted(app, db)
    const page = textOf((await get(app, await asStaff(db, 'reviewer'), `/en/staff/sets/${id}/review`)).body)
    expect(page).toContain('Approve this content')
    expect(page).toContain('from 1 Mar 2027')
  })
})

describe('a time of publication', () => {
  const soon = { day: '2026-11-23', time: '10:01' }
  const later = { day: '2026-11-24', time: '09:30' }

  test('is not the day from which prices apply, and the page says both', async ({ app, db }) => {
    const id = await approved(app, db)
    const publisher = await asStaff(db, 'publisher')
    await post(app, publisher, `/staff/sets/${id}/schedule`, later)
    expect(await findChangeSet(db, id)).toMatchObject({
      state: 'scheduled',
      publishAt: new Date('2026-11-24T09:30:00+08:00'),
    })
    const page = textOf((await get(app, publisher, `/staff/sets/${id}`)).body)
    expect(page).toContain('2026年11月24日 09:30')
    expect(page).toContain('自 2027年3月1日 起适用（生效日期）')
    await post(app, publisher, `/staff/sets/${id}/unschedule`)
    expect(await stateOf(db, id)).toBe('approved')
  })

  test('less than two minutes ahead is refused, with the form as it was', async ({ app, db }) => {
    const id = await approved(app, db)
    const sent = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${id}/schedule`, soon)
    expect(sent.statusCode).toBe(422)
    expect(textOf(sent.body)).toContain('发布时间太近或已经过去')
    expect(sent.body).toContain('value="10:01"')
    expect(await stateOf(db, id)).toBe('approved')
  })

  test('that is no time is named at its field', async ({ app, db }) => {
    const id = await approved(app, db)
    const sent = await post(app, await asStaff(db, 'publisher'), `/staff/sets/${id}/schedule`, {
      day: '2026-02-30',
      time: '25:00',
    })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('id="schedule-day-fault"')
    expect(sent.body).toContain('id="schedule-time-fault"')
  })

  test('asks for the second factor when it was not given just now', async ({ app, db }) => {
    const id = await approved(app, db)
    const idle = await asStaff(db, 'publisher', new Date(NOW.getTime() - 20 * 60_000))
    expect((await get(app, idle, `/staff/sets/${id}`)).body).toContain('id="schedule-code"')
    const sent = await post(app, idle, `/staff/sets/${id}/schedule`, { ...later, code: '000000' })
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('id="schedule-code-fault"')
    expect(sent.body).not.toContain('000000')
    expect(await stateOf(db, id)).toBe('approved')
  })
})

test('a set that what was published meanwhile made stale is not published, and says which line', async ({
  app,
  db,
}) => {
  const [first, second] = [await approved(app, db), await approved(app, db)]
  const publisher = await asStaff(db, 'publisher')
  await post(app, publisher, `/staff/sets/${first}/publish`)
  const sent = await post(app, publisher, `/staff/sets/${second}/publish`)
  expect(sent.statusCode).toBe(409)
  expect(textOf(sent.body)).toContain('第 1 条所改的内容已有新的发布')
})

test('every act and every refusal is in the audit', async ({ app, db, owner }) => {
  const id = await submitted(app, db)
  await post(app, await asStaff(db, 'terminal'), `/staff/sets/${id}/submit`)
  const rows = await owner.selectFrom('audit').select(['act', 'outcome', 'object', 'login']).orderBy('id').execute()
  expect(rows.filter(({ act }) => act === 'set.submit')).toEqual([
    { act: 'set.submit', outcome: 'done', object: `set ${id}`, login: 'terminal' },
    { act: 'set.submit', outcome: 'refused', object: `set ${id}`, login: 'terminal' },
  ])
})
