import { sql } from 'kysely'
import { type Db, openDatabase } from '../db/database.ts'
import { appliedMigration, newestMigration } from '../db/migrate.ts'

/** One thing that was looked at, and what was found. */
export type Finding = { ok: boolean; says: string }

type Check = { sound: string; broken: string; count: string }

/** The triggers that keep the record and the four eyes, by table. */
const TRIGGERS = [
  ['statement', 'guard_statement'],
  ['statement', 'never_truncate'],
  ['release', 'guard_release'],
  ['release', 'never_change'],
  ['release', 'release_has_its_set'],
  ['subject', 'never_change'],
  ['search_term', 'guard_search_term'],
  ['change_set', 'guard_change_set'],
  ['change_line', 'guard_change_line_insert'],
  ['change_line', 'guard_change_line_update'],
  ['change_review', 'guard_change_review'],
  ['change_contributor', 'never_change'],
  ['release_confirmation', 'guard_release_confirmation'],
  ['case_event', 'enter_event'],
  ['case_event', 'never_change'],
  ['case_file', 'guard_case'],
  ['case_file', 'case_is_whole'],
  ['case_proposal', 'guard_proposal'],
  ['clock', 'guard_clock'],
  ['refund_entry', 'guard_refund'],
  ['publication', 'guard_publication'],
  ['publication', 'forget_retracted'],
  ['case_event', 'guard_code'],
  ['submission', 'code_is_told'],
] as const

/** What must never be found in a sound catalogue: the constraints forbid it, and a restore or a hand may have let it in. */
const NEVER: Check[] = [
  {
    sound: 'releases are numbered without gaps',
    broken: 'gaps in the numbers of releases',
    count: `select max(seq) - count(*) from release`,
  },
  {
    sound: 'no two statements hold for one subject on one day at one release',
    broken: 'pairs of statements that overlap',
    count: `select count(*) from statement a join statement b on a.subject_id = b.subject_id and a.id < b.id and a.valid && b.valid and a.known && b.known`,
  },
  {
    sound: 'every release holds the lines it counts',
    broken: 'releases that hold other lines than they count',
    count: `select count(*) from release r where lines <> (select count(*) from statement s where s.line_release = r.seq and not s.remainder and lower(s.known) = r.seq)`,
  },
  {
    sound: 'the constraints that hold the record are in place',
    broken: 'constraints and triggers that are missing or asleep',
    count: `select (select count(*) from unnest(array['one_truth', 'no_empty_range', 'says_something', 'line_said_once', 'errors_block', 'approved_is_what_was_hashed']) as must
                    where not exists (select from pg_constraint where conname = must and convalidated))
                 + (select count(*) from (values ${TRIGGERS.map(([table, trigger]) => `('${table}', '${trigger}')`).join(', ')}) as must(on_table, name)
                    where not exists (select from pg_trigger where tgrelid = to_regclass(must.on_table) and tgname = must.name and tgenabled = 'O'))`,
  },
  {
    sound: 'every step of a case that needs two people was signed by a second',
    broken: 'steps of cases that nobody else signed',
    count: `select count(*) from case_event e join case_file f on f.id = e.case_id join case_step s on s.step = e.kind and s.type = f.type and s.signed is not null
            left join case_proposal p on p.id = e.proposal_id and p.outcome = 'signed' and p.decided_by <> p.asked_by
            where p.id is null and exists (select from case_step t where t.step = e.kind and t.type = f.type and t.signed is not null)
              and not exists (select from case_step t where t.step = e.kind and t.type = f.type and t.signed is null)`,
  },
  {
    sound: 'row-level security stands before every table of cases',
    broken: 'tables of cases without row-level security',
    count: `select count(*) from pg_class where relname = any (array['submission','contact_field','charge','case_file','case_event','case_proposal','case_note','case_message','attachment','decision','case_document'])
            and relnamespace = 'public'::regnamespace and not relrowsecurity`,
  },
  {
    sound: 'every release from a change set was approved, by its very hash, by someone who wrote none of it',
    broken: 'releases that nobody else approved',
    count: `select count(*) from release r join change_set s on s.id = r.change_set
            where s.approved_sha is distinct from change_digest(s.id) or not exists (
              select from change_review v where v.set_id = s.id and v.decision in ('approve', 'emergency') and v.content_sha = s.approved_sha
                and not exists (select from change_contributor c where c.set_id = s.id and c.staff_id = v.reviewer))`,
  },
]

/** Looks at a database from its migrations to its record. Changes nothing. */
export async function doctor(url: string): Promise<Finding[]> {
  const db = openDatabase(url, () => {}, null)
  try {
    const migrations = await migrated(db)
    return migrations.ok
      ? [migrations, await role(url), ...(await Promise.all(NEVER.map((check) => look(db, check))))]
      : [migrations]
  } finally {
    await db.destroy()
  }
}

async function migrated(db: Db): Promise<Finding> {
  const [newest, applied] = await Promise.all([newestMigration(), appliedMigration(db)])
  const ok = applied === newest
  return {
    ok,
    says: ok
      ? `the database is at migration ${newest}`
      : `the database is at ${applied ?? 'no migration'}, this code needs ${newest}: run npm run portal -- migrate`,
  }
}

async function role(url: string): Promise<Finding> {
  const db = openDatabase(url, () => {})
  try {
    const { rows } = await sql<{
      may: boolean
    }>`select has_table_privilege('statement', 'insert, update, delete') as may`.execute(db)
    return rows[0]!.may
      ? { ok: false, says: 'the portal’s role may write facts by hand' }
      : { ok: true, says: 'the portal’s role reads, and writes only through publish()' }
  } catch (error) {
    return { ok: false, says: `the role portal_app cannot be used: ${(error as Error).message}` }
  } finally {
    await db.destroy()
  }
}

async function look(db: Db, { sound, broken, count }: Check): Promise<Finding> {
  const { rows } = await sql<{ found: number | null }>`select (${sql.raw(count)}) as found`.execute(db)
  const found = Number(rows[0]?.found ?? 0)
  return found === 0 ? { ok: true, says: sound } : { ok: false, says: `${found} ${broken}` }
}
