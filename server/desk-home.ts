import type { HomeAlarm, HomeData, HomeSet } from '../views/pages/staff-home.ts'
import { reachOf } from './access.ts'
import { tileCounts, toldTiles } from './cases/queue/tiles.ts'
import { queueDays } from './cases/queue/wanted.ts'
import { asCaseStaff } from './db/case-doors.ts'
import { listChangeSets } from './db/change-sets.ts'
import { unconfirmed } from './db/confirmations.ts'
import { failedJobs, lastMoved } from './db/desk-home.ts'
import { listImports } from './db/imports.ts'
import { unsignedReleases } from './db/log-signatures.ts'
import { readSettings } from './db/settings.ts'
import type { Desk, Person } from './staff/desk.ts'

const MINUTE = 60_000
/** What should have happened so long ago is an alarm. */
const GRACE_MS = 5 * MINUTE
const MOST = 200
const OPEN = ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled'] as const
const UNDER_WAY = ['waiting', 'reading', 'read', 'failed'] as const

/** 待办: what needs a person now, as far as their roles reach. */
export async function homeOf(desk: Desk, person: Person): Promise<HomeData> {
  const sets = await setsOf(desk, person)
  return {
    ...{ alarms: await alarmsOf(desk, person, sets), sets, imports: await importsOf(desk, person), person: person.id },
    cases: await casesOf(desk, person),
  }
}

async function setsOf(desk: Desk, { id, held }: Person): Promise<HomeSet[]> {
  const reach = reachOf(held, 'set.read')
  if (reach === null) return []
  const sets = await listChangeSets(desk.db, { reach, states: OPEN, limit: MOST })
  const moved = await lastMoved(
    desk.db,
    sets.map((set) => set.id),
  )
  const reference = await desk.reference(desk.head.release())
  const nameOf = ({ entity }: { entity: string | null }) =>
    entity === null ? null : (reference.of.entity.get(entity)?.at(-1)?.payload?.name ?? { zh: entity, en: null })
  return sets.map((set) => ({
    ...{
      id: set.id,
      title: set.title,
      state: set.state,
      lines: set.lines,
      madeBy: set.madeBy,
      publishAt: set.publishAt,
    },
    entity: nameOf(set),
    movedAt: moved.get(set.id) ?? set.madeAt,
    own: set.contributors.includes(id) || set.madeBy.id === id,
  }))
}

async function alarmsOf(desk: Desk, { held }: Person, sets: readonly HomeSet[]): Promise<HomeAlarm[]> {
  const late = (at: Date, most: number) => desk.now().getTime() - at.getTime() > most
  const overdue = sets.flatMap(({ id, title, publishAt }): HomeAlarm[] =>
    publishAt !== null && late(publishAt, GRACE_MS) ? [{ kind: 'overdue', set: id, title, at: publishAt }] : [],
  )
  const watched = reachOf(held, 'set.read') === 'all' ? await emergenciesOf(desk, late) : []
  const kept = reachOf(held, 'set.publish') ?? reachOf(held, 'audit.read')
  return [...overdue, ...watched, ...(kept === null ? [] : await machineryOf(desk, late))]
}

type Late = (at: Date, most: number) => boolean

async function emergenciesOf(desk: Desk, late: Late): Promise<HomeAlarm[]> {
  const { emergencyConfirmDays } = await readSettings(desk.db)
  const open = await unconfirmed(desk.db)
  return open.map(({ release, publishedAt, reason }) => {
    const due = new Date(publishedAt.getTime() + emergencyConfirmDays * 24 * 60 * MINUTE)
    return { kind: late(due, 0) ? 'unconfirmed' : 'to-confirm', release, at: due, reason }
  })
}

/** What runs by itself and no longer does: the signing of releases, and the jobs. */
async function machineryOf(desk: Desk, late: Late): Promise<HomeAlarm[]> {
  const { last, unsigned } = await unsignedReleases(desk.db)
  const first = Math.min(last + 1, desk.head.release())
  const jobs = await failedJobs(desk.db, 5)
  return [
    ...(unsigned > 0 && first > 0 && late(desk.head.publishedAt(first), GRACE_MS)
      ? [{ kind: 'unsigned' as const, first, count: unsigned }]
      : []),
    ...jobs.map(({ task, error, at }) => ({ kind: 'job' as const, task, error: error.slice(0, 200), at })),
  ]
}

/** 时限看板 of the cases that are in one's reach. */
async function casesOf(desk: Desk, person: Person): Promise<HomeData['cases']> {
  if (reachOf(person.held, 'case.read') === null) return null
  const days = await queueDays(desk)
  return toldTiles(await asCaseStaff(desk.db, person.id, (tx) => tileCounts(tx, person, days)))
}

async function importsOf(desk: Desk, { held }: Person): Promise<HomeData['imports']> {
  const reach = reachOf(held, 'import.read')
  if (reach === null) return []
  const imports = await listImports(desk.db, { reach, states: UNDER_WAY, limit: MOST })
  return imports.map(({ id, name, state, progress, at, by, errors, open }) => ({
    ...{ id, name, state, progress, at, by: by.name, errors, open },
  }))
}
