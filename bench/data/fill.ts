import { sql } from 'kysely'
import { day } from '../../catalogue/day.ts'
import { FeeStandard } from '../../catalogue/fee-standard.ts'
import { type Line, say } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import { type Db, openDatabase, type Tx } from '../../server/db/database.ts'
import { publish } from '../../server/db/publish.ts'
import { indexTerms } from '../../server/db/search.ts'
import { contractLines } from './contract.ts'
import {
  anEntity,
  anItem,
  aPort,
  entityCode,
  NATIONAL,
  national,
  portCode,
  posted,
  type Scale,
  theDocument,
} from './invented.ts'

const SINCE = { from: day('2020-01-01'), until: null }
export const WHY = { zh: '基准测试', en: 'benchmark', documents: ['bench-rules'] }

/** The moment the benchmark takes place, in the time of its data. */
export const NOW = Date.parse('2026-11-23T10:00:00+08:00')

/** The release that tells the whole catalogue for the first time; each later one tells a tenth of it anew. */
export const FULL = 2
export const HEAD = 6

/** Ports, entities, items and what covers them, and the two items of the contract's example, published as release 1, as anyone would. */
export async function publishReference(db: Db, { ports, entities, items }: Scale): Promise<void> {
  const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
  const covered = (port: string | null, entity: string | null) =>
    say('coverage', { port, entity, verified_through: day('2026-11-01'), note: null }, SINCE, WHY)
  const lines: Line[] = [
    say('document', theDocument, SINCE, WHY),
    ...many(ports, (n) => say('port', aPort(n), SINCE, WHY)),
    ...many(entities, (n) => say('entity', anEntity(n), SINCE, WHY)),
    ...many(items, (n) => say('item', anItem(n), SINCE, WHY)),
    covered(null, null),
    ...many(ports, (n) => covered(portCode(n), null)),
    ...many(entities, (n) => covered(portCode(Math.floor(n / 10)), entityCode(n))),
    ...contractLines(),
  ]
  const made = await publish(db, { title: text('目录'), note: null, backfilled: true, lines }, new Date('2020-12-01'))
  if (!made.ok) throw new Error(JSON.stringify(made.faults.slice(0, 5)))
}

/** A catalogue of one size: reference by publish(), standards by SQL with the triggers asleep and the constraints awake. */
export async function fill(url: string, scale: Scale): Promise<void> {
  const owner = openDatabase(url, () => {}, null)
  try {
    await publishReference(owner, scale)
    await owner.transaction().execute((tx) => bulk(tx, scale))
    await sql`vacuum analyze`.execute(owner)
    await check(owner, scale)
  } finally {
    await owner.destroy()
  }
}

async function bulk(tx: Tx, scale: Scale): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`
    insert into release (seq, published_at, title, backfilled, lines)
    select seq, make_timestamptz((2019 + seq)::int, 1, 1, 0, 0, 0), jsonb_build_object('zh', '第' || seq || '次', 'en', null), seq = 2, ${scale.standards}
    from generate_series(${FULL}::bigint, ${HEAD}::bigint) as seq`.execute(tx)
  await sql`create temp table made (n int, key text, place text, payload jsonb) on commit drop`.execute(tx)
  for (let n = 0; n < scale.standards + NATIONAL; n += 5000) {
    const until = Math.min(n + 5000, scale.standards + NATIONAL)
    const lines = Array.from({ length: until - n }, (_, place) => lineOf(n + place, scale))
    const rows = lines.map(({ key, payload }, place) => ({ n: n + place, key, place: placeOf(payload!), payload }))
    await sql`insert into made select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made(n int, key text, place text, payload jsonb)`.execute(
      tx,
    )
    await indexTerms(tx, lines, FULL)
  }
  await sql`analyze made`.execute(tx)
  await subjects(tx)
  await statements(tx)
}

/** National standards come first, then the lists of the entities one after the other. */
const lineOf = (n: number, scale: Scale): Line<'standard'> =>
  say('standard', n < NATIONAL ? national(n, scale) : posted(n - NATIONAL, scale), SINCE, WHY)

/** What publish() makes of it for sorting. */
const placeOf = ({ port, entity, line }: FeeStandard): string =>
  [entity === null ? 0 : 2, port ?? '', entity ?? '', '', line].join('/')

const subjects = (tx: Tx) =>
  sql`
    insert into subject (kind, key, first_known, item_code, port_code, area_code, entity_code, list_key)
    select 'standard', made.key, ${FULL}, item.key, coalesce(payload->>'port', '-'), '-', coalesce(payload->>'entity', '-'), item.list_key || '/' || place
    from made join subject item on item.kind = 'item' and item.key = payload->>'item' order by n`.execute(tx)

/**
 * Five versions of each standard, one a year. Nine in ten were told at once; of every tenth each version came with a
 * release of its own, open-ended, and cut the one before it short. One in a hundred has its last version still to come.
 */
const statements = (tx: Tx) =>
  sql`
    with version as (
      select n, v, key, payload, n % 10 = 0 as yearly,
        case when v = 4 and n % 100 = 50 then date '2026-12-01' + n % 60 else date '2021-01-01' + n * 7 % 330 + 365 * v end as first
      from made cross join generate_series(0, 4) as v
    ), dated as (
      select *, lead(first) over (partition by n order by v) as next, payload || ${dearer} as said from version
    ), told as (
      select n, v, key, said, false as remainder, ${FULL} + v as release, daterange(first, null) as valid,
        int8range(${FULL} + v, case when v < 4 then ${FULL} + v + 1 end) as known from dated where yearly
      union all
      select n, v, key, said, true, ${FULL} + v, daterange(first, next), int8range(${FULL} + v + 1, null) from dated where yearly and v < 4
      union all
      select n, v, key, said, false, ${FULL}, daterange(first, next), int8range(${FULL}, null) from dated where not yearly
    )
    insert into statement (subject_id, kind, change, remainder, valid, known, payload, why, line_release, line_n)
    select subject.id, 'standard', case v when 0 then 'new' else 'revise' end, remainder, valid, known, said, ${JSON.stringify(WHY)}::jsonb, release, n * 5 + v + 1
    from told join subject on subject.kind = 'standard' and subject.key = told.key order by release, n`.execute(tx)

/** Every version is four per cent dearer than the first. */
const times = (field: string) =>
  sql`round((payload->'rate'->>${sql.lit(field)})::numeric * (100 + 4 * v) / 100, 2)::text`
const dearer = sql`case when payload->'rate'->>'form' = 'fixed'
  then jsonb_build_object('rate', jsonb_build_object('form', 'fixed', 'amount', ${times('amount')}), 'posted', ${times('amount')} || ' 元/箱')
  else jsonb_build_object('rate', jsonb_build_object('form', 'range', 'low', ${times('low')}, 'high', ${times('high')}),
    'posted', ${times('low')} || '-' || ${times('high')} || ' 元/箱') end`

/** The catalogue is what it says: every standard in force now, all five versions there, each readable by the domain. */
async function check(db: Db, { standards }: Scale): Promise<void> {
  const { rows } = await sql<{ subjects: number; whole: number }>`
    select count(*) as subjects, count(*) filter (where versions = 5) as whole from (
      select count(*) as versions from statement
      where kind = 'standard' and upper_inf(known) and line_release > 1 group by subject_id)`.execute(db)
  const { subjects, whole } = rows[0]!
  if (subjects !== standards + NATIONAL || whole !== subjects)
    throw new Error(`the data is not whole: ${whole} of ${subjects} standards`)
  const some = await sql<{ payload: FeeStandard }>`
    select payload from statement where kind = 'standard' and id % 97 = 0`.execute(db)
  for (const { payload } of some.rows) FeeStandard.parse(payload)
}
