import { chinaDay, type Day } from '../../catalogue/day.ts'
import { allOn, nearest, type Reference } from '../../catalogue/reference.ts'
import type { StatisticsRows } from '../../complaints/statistics/rows.ts'
import { STATISTICS_FORM, type Statistics, statisticsOf } from '../../complaints/statistics.ts'
import { asClerk } from '../db/case-doors.ts'
import {
  countedCases,
  countedClocks,
  countedRefunds,
  keepStats,
  newestStats,
  offListCharges,
  type Place,
  statsOf,
} from '../db/case-stats.ts'
import type { Tx } from '../db/database.ts'
import type { Desk } from '../staff/desk.ts'

type Counting = Pick<Desk, 'db' | 'head' | 'law' | 'now' | 'reference'>

/** 统计快照: counts everything as it stands, hides what is small, and keeps what is left; the public never reads live figures. */
export async function makeStats(desk: Counting): Promise<void> {
  const [at, release] = [desk.now(), desk.head.release()]
  const [reference, { calendar }] = await Promise.all([desk.reference(release), desk.law.current()])
  await asClerk(desk.db, async (tx) => {
    const report: Statistics = statisticsOf(await rowsOf(tx, reference, chinaDay(at)), calendar)
    await keepStats(tx, { at, release, report })
  })
}

const DAY = 24 * 60 * 60 * 1000

/** The same where there is no snapshot yet, or the newest is more than a day old, for the portal may have slept at night, or of another form. */
export async function makeStatsIfDue(desk: Counting): Promise<void> {
  const newest = await newestStats(desk.db)
  const isOld = newest === null || desk.now().getTime() - newest.at.getTime() > DAY
  if (isOld || (await statsOf(desk.db, newest.id)).report.form !== STATISTICS_FORM) await makeStats(desk)
}

async function rowsOf(tx: Tx, reference: Reference, on: Day): Promise<StatisticsRows> {
  const linkOf = linkIn(reference, on)
  const listed = new Set(allOn(reference, 'item', on).flatMap(({ name }) => [name.zh, name.en ?? '']))
  return {
    ports: [...reference.of.port.keys()],
    cases: (await countedCases(tx)).map((row) => ({ ...row, link: linkOf(row) })),
    clocks: (await countedClocks(tx)).map((row) => ({ ...row, link: linkOf(row) })),
    refunds: (await countedRefunds(tx)).map((row) => ({ ...row, link: linkOf(row) })),
    names: (await offListCharges(tx)).filter(({ name }) => !listed.has(name)),
  }
}

/** The link of who was complained of, else of the fee, as the list has them. */
const linkIn =
  (reference: Reference, on: Day) =>
  ({ entity, item }: Place): string => {
    const ofEntity = entity === null ? undefined : nearest(reference, 'entity', entity, on)?.link
    return ofEntity ?? (item === null ? undefined : nearest(reference, 'item', item, on)?.link) ?? 'unknown'
  }
