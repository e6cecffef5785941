import { chinaDay, type Day } from '../../catalogue/day.ts'
import type { Knows } from '../../catalogue/draft/strangers.ts'
import { afterwards } from '../../catalogue/live.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import { type ChangeSet, linesOfSet } from '../db/change-sets.ts'
import { historyOf } from '../db/history.ts'
import { readLive } from '../db/live.ts'
import { entityOf } from '../lint.ts'
import type { Desk } from './desk.ts'

/** What the forms of a set may name: all that is published on any day, and what other lines of the set propose. */
export type Subjects = { reference: Reference; today: Day; proposed: ReadonlySet<string> }

/** The kinds of line that a set may hold: an entity's own has its prices, times, coverage and itself. */
export const kindsFor = ({ entity }: Pick<ChangeSet, 'entity'>): readonly SubjectKind[] =>
  entity === null
    ? ['standard', 'item', 'lineage', 'entity', 'document', 'coverage', 'operating_time', 'port']
    : ['standard', 'operating_time', 'coverage', 'entity']

/** Is a line of this set's own entity? A set of the authority holds any. */
export const isOwn = ({ entity }: Pick<ChangeSet, 'entity'>, line: Line): boolean =>
  entity === null || entityOf(line) === entity

/** Reads what a set's forms may name; `except` is the line that is being edited. */
export async function subjectsFor(desk: Desk, set: ChangeSet, except: number | null): Promise<Subjects> {
  const reference = await desk.reference(desk.head.release())
  const today = chinaDay(desk.now())
  const lines = (await linesOfSet(desk.db, set.id)).filter(({ n }) => n !== except).map(({ line }) => line)
  const others = lines.filter(({ kind }) => kind !== 'standard')
  if (others.length === 0) return { reference, today, proposed: new Set() }
  const nothing = { standards: new Map(), entities: new Set<string>() }
  const after = afterwards({ release: reference.release, today, reference, ...nothing }, others)
  const proposed = new Set(others.filter(({ payload }) => payload !== null).map(({ kind, key }) => `${kind}:${key}`))
  return { reference: after.reference, today, proposed }
}

/** Whether a subject was published, or is proposed in the set. */
export const knowing =
  ({ reference }: Subjects): Knows =>
  (kind, code) =>
    reference.of[kind].has(code)

/** The areas of a port on any day. */
export const areasOf =
  ({ reference }: Subjects) =>
  (port: string): string[] =>
    (reference.of.port.get(port) ?? []).flatMap(({ payload }) => payload?.areas.map(({ code }) => code) ?? [])

/** What stands of one subject, every day of it, in order of time. */
export async function standingOf(desk: Desk, kind: SubjectKind, key: string): Promise<Statement[]> {
  const said = await historyOf(desk.db, kind, key, desk.head.release())
  return said.filter(({ known }) => known.until === null).toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))
}

/** Everything that stands of the prices of one item, of these entities or of all. */
export async function standardsOf(
  desk: Desk,
  item: string,
  entities: readonly string[] | 'all',
): Promise<Statement<'standard'>[]> {
  const reference = await desk.reference(desk.head.release())
  const live = await readLive(desk.db, { today: chinaDay(desk.now()), reference, entities })
  return [...live.standards.values()].flat().filter(({ key }) => key.startsWith(`${item}/`))
}
