import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Jurisdiction, Law, Org } from '../../complaints/law.ts'
import type { ClockRule } from '../../complaints/rule.ts'
import type { WorkdayKind } from '../../complaints/working-days.ts'
import type { Reader } from './database.ts'

/**
 * Reads the law as it stands; it is kept until its version is another. `kept` does not ask whether it is: for what the
 * database refuses where it is not.
 */
export type LawReader = { kept: () => Promise<Law>; current: () => Promise<Law>; anew: () => Promise<Law> }

/** The one reader of a process: `current` asks only for the version, `anew` reads whatever is there. */
export function lawReader(db: Reader): LawReader {
  let kept: Promise<Law> | null = null
  const anew = () => {
    kept = readLaw(db).catch((error) => {
      kept = null
      throw error
    })
    return kept
  }
  const current = async () => {
    const law = await (kept ?? anew())
    return law.version === (await versionOf(db)) ? law : anew()
  }
  return { kept: () => kept ?? anew(), current, anew }
}

/** The calendar, the rules and the offices as they stand. */
export async function readLaw(db: Reader): Promise<Law> {
  const version = await versionOf(db)
  const [years, days, rules, orgs, jurisdictions] = await Promise.all([
    sql<{ year: number }>`select year from workday_year`.execute(db),
    sql<{ day: Day; kind: WorkdayKind }>`select day, kind from workday`.execute(db),
    sql<RuleRow>`select *, lower(valid) as from, upper(valid) as until from clock_rule order by id`.execute(db),
    sql<Org>`select id, code, parent, kind, name, path from org order by id`.execute(db),
    sql<Jurisdiction>`select track, port, area, org_id as org, lower(valid) as from, upper(valid) as until from jurisdiction`.execute(
      db,
    ),
  ])
  return {
    version,
    calendar: {
      years: new Set(years.rows.map(({ year }) => year)),
      kinds: new Map(days.rows.map(({ day, kind }) => [day, kind])),
    },
    rules: rules.rows.map(toRule),
    orgs: orgs.rows,
    jurisdictions: jurisdictions.rows,
  }
}

const versionOf = async (db: Reader): Promise<number> =>
  (await sql<{ version: number }>`select max(id) as version from law_change`.execute(db)).rows[0]!.version

type RuleRow = Omit<ClockRule, 'count' | 'extension'> & {
  amount: number
  unit: 'workday' | 'day'
  ext_amount: number | null
  ext_unit: 'workday' | 'day' | null
  ext_times: number | null
}

const toRule = ({ amount, unit, ext_amount, ext_unit, ext_times, ...rule }: RuleRow): ClockRule => ({
  id: rule.id,
  code: rule.code,
  type: rule.type,
  track: rule.track,
  count: { amount, unit },
  roll: rule.roll,
  extension: ext_amount === null ? null : { amount: ext_amount, unit: ext_unit!, times: ext_times! },
  pauses: rule.pauses,
  says: rule.says,
  basis: rule.basis,
  provenance: rule.provenance,
  from: rule.from,
  until: rule.until,
})
