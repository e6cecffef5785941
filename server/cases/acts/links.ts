import { heldCase } from '../../db/case-files.ts'
import { link, unlink } from '../../db/case-links.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, done, entered, isTheirs, mustBe } from './doing.ts'
import { type ActOutcome, atField, Refused } from './outcome.ts'

type ToLink = { no: string; other: string; kind: 'duplicate' | 'related' }

/** 关联: two cases that both are one's own are linked, never merged; each says so of the other. */
export const linkCases = (desk: Desk, by: Person, { no, other, kind }: ToLink): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    if (other === no) throw atField('other')
    const { tx, at, file } = doing
    const found = await heldCase(tx, other)
    if (found === undefined || !(await isTheirs(tx, by, found))) throw new Refused('not-found', { field: 'other' })
    await link(tx, { caseId: file.id, otherId: found.id, kind, by: by.id, at })
    await entered({ ...doing, file: found }, 'linked', { other: no, kind })
    return done(await entered(doing, 'linked', { other, kind }))
  })

/** 取消关联: the link ends and stays in the events of both. */
export const unlinkCases = (
  desk: Desk,
  by: Person,
  { no, link: id }: { no: string; link: number },
): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    const other = await unlink(doing.tx, doing.file.id, id, doing.at)
    if (other === null) throw new Refused('not-found', { field: 'link' })
    const found = await heldCase(doing.tx, other)
    if (found !== undefined && (await isTheirs(doing.tx, by, found)))
      await entered({ ...doing, file: found }, 'unlinked', { other: no })
    return done(await entered(doing, 'unlinked', { other }))
  })
