import { day } from '../../catalogue/day.ts'
import type { Line } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import * as acts from '../../server/change-sets.ts'
import { comment, createChangeSet, putLines, removeLine } from '../../server/db/change-set-writes.ts'
import { findChangeSet } from '../../server/db/change-sets.ts'
import { findLogin } from '../../server/db/staff.ts'
import { liveFor } from '../../server/lint.ts'
import type { Desk, Person } from '../../server/staff/desk.ts'
import { ended, everyKind, everyRate, ownPrices, raised, unpublishable } from './desk-lines.ts'
import { NOW } from './now.ts'
import { TERMINAL } from './proposals.ts'

/** What the acts on sets are given. */
export type Acting = Pick<Desk, 'db' | 'head' | 'now' | 'reference'>

/** A set in each state of its life, by number, and the release of the emergency. */
export type DeskSets = Record<
  | 'published'
  | 'emergency'
  | 'emergencyRelease'
  | 'every'
  | 'review'
  | 'approved'
  | 'overdue'
  | 'requested'
  | 'abandoned'
  | 'unpublishable'
  | 'none'
  | 'ready',
  number
>

/** The people of the demonstration who act here, by login. */
export async function peopleOf({ db }: Pick<Desk, 'db'>) {
  const find = async (login: string): Promise<Person> => (await findLogin(db, login))!
  const [terminal, editor, reviewer, publisher] = await Promise.all(
    ['terminal', 'editor', 'reviewer', 'publisher'].map(find),
  )
  return { terminal: terminal!, editor: editor!, reviewer: reviewer!, publisher: publisher! }
}

/** 变更集 in every state, each made by the acts that lead there; `overdue` was due an hour before now. */
export async function makeSets(desk: Acting): Promise<DeskSets> {
  const { db } = desk
  const { terminal, editor, reviewer, publisher } = await peopleOf(desk)
  const live = await liveFor(desk, [TERMINAL])
  const prices = ownPrices(live)
  const draft = (zh: string, en: string, lines: readonly Line[], by = terminal, entity: string | null = TERMINAL) =>
    drafted(desk, { entity, title: text(zh, en), note: text(`${zh}的说明`, null) }, lines, by)
  const approved = async (id: number, before = desk) => {
    done(await acts.submit(before, id, terminal))
    const { contentSha, lint } = (await findChangeSet(db, id))!
    done(
      await acts.approve(before, id, reviewer, { sha: contentSha!, accepted: acts.warningsOf(lint), comment: '同意' }),
    )
    return id
  }

  const published = await approved(
    await draft('内贸空箱装卸费调整', 'Handling of empties revised', [raised(prices[0]!, '2')]),
  )
  done(await acts.publishNow(desk, published, publisher))
  const emergency = await draft('更正多写的一位', 'A digit too many', [raised(prices[1]!, '3', day('2026-11-25'))])
  done(await acts.publishInEmergency(desk, emergency, publisher, '原公布价格多写一位，船舶正在按错价付费'))

  const every = await draft(
    '年度修订',
    'The yearly revision',
    [...everyKind(live), ...everyRate(prices[2]!)],
    editor,
    null,
  )
  await removeLine(db, every, 2, editor.id, NOW)
  await comment(db, every, 1, '请核对文号', editor.id, NOW)

  const review = await draft('装卸包干费调整', 'Handling revised', [
    raised(prices[3]!, '250'),
    raised(prices[4]!, '5.5'),
    ended(prices[5]!),
  ])
  done(await acts.submit(desk, review, terminal))
  await comment(db, review, null, '依据何在？', reviewer.id, NOW)
  await comment(db, review, 1, '比现行高出六成，请说明', reviewer.id, NOW)

  const requested = await draft('外贸重箱装卸费', 'Handling of laden boxes', [raised(prices[6]!, '4')])
  done(await acts.submit(desk, requested, terminal))
  const { contentSha: sha } = (await findChangeSet(db, requested))!
  done(await acts.requestChanges(desk, requested, reviewer, { sha: sha!, comment: '请附上成本依据' }))

  const abandoned = await draft('重复的一集', 'The same twice', [raised(prices[7]!, '6')])
  done(await acts.abandon(desk, abandoned, terminal, '改用另一集'))

  const due = new Date(NOW.getTime() - 3_600_000)
  const before = { ...desk, now: () => new Date(due.getTime() - 3_600_000) }
  const overdue = await approved(await draft('内贸中转费', 'Transhipment', [raised(prices[8]!, '3')]), before)
  done(await acts.schedule(before, overdue, publisher, due))
  return {
    ...{ published, emergency, every, review, requested, abandoned, overdue },
    approved: await approved(
      await draft('内贸中转费（40 英尺）', 'Transhipment, 40 feet', [raised(prices[9]!, '2.5')]),
    ),
    emergencyRelease: (await findChangeSet(db, emergency))!.release!,
    unpublishable: await draft('停止收费', 'No longer charged', [unpublishable(prices[10]!)]),
    ready: await draft('内贸中转重箱', 'Transhipment, laden', [raised(prices[11]!, '1')]),
    none: await draft('空白的一集', 'Nothing yet', []),
  }
}

async function drafted(
  { db }: Acting,
  whose: Parameters<typeof createChangeSet>[1],
  lines: readonly Line[],
  { id: by }: Person,
): Promise<number> {
  const id = await createChangeSet(db, whose, by, NOW)
  if (lines.length === 0) return id
  const written = await putLines(db, id, lines, by, NOW)
  if (!written.ok) throw new Error(written.code)
  return id
}

/** Throws where an act was refused. */
export function done(outcome: acts.Outcome): void {
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.values ?? {})}`)
}
