import { type Listed, nameOf, type Replay, type Told } from '../../catalogue/log/replay.ts'
import type { Reader } from '../db/database.ts'
import { type StoredStatement, storedStatements, storedSubjects } from '../db/log-audit.ts'
import { type Collecting, ofLine } from './failure.ts'

const BATCH = 20_000

/** The record beside what the lines of the log lead to: remainders, releases that tell a statement, and how it is listed. */
export async function checkRecord(
  db: Reader,
  { told }: Replay,
  { listed }: { listed: ReadonlyMap<string, Listed> },
  found: Collecting,
): Promise<void> {
  await checkStatements(db, told, found)
  await checkSubjects(db, listed, found)
}

async function checkStatements(db: Reader, told: ReadonlyMap<string, Told[]>, found: Collecting): Promise<void> {
  const awaited = new Map<string, { name: string; one: Told }>()
  for (const [name, all] of told)
    for (const one of all) awaited.set(placeOf(name, one.valid.from, one.known.from), { name, one })
  for (let after = 0; ; ) {
    const rows = await storedStatements(db, after, BATCH)
    for (const row of rows) {
      const name = `${row.kind} ${row.key}`
      const place = placeOf(name, row.from, row.known)
      const what = faultOf(row, awaited.get(place)?.one)
      awaited.delete(place)
      if (what !== null) found.add(ofLine(row, what))
    }
    if (rows.length < BATCH) break
    after = rows.at(-1)!.id
  }
  for (const { name, one } of awaited.values()) {
    const [kind, ...key] = name.split(' ')
    const what = one.remainder ? `what release ${one.known.from} left of it is missing` : 'its statement is missing'
    found.add(ofLine({ ...one, kind: kind!, key: key.join(' ') }, what))
  }
}

const placeOf = (name: string, from: string, known: number): string => `${name} ${from} ${known}`

function faultOf(row: StoredStatement, told: Told | undefined): string | null {
  const part = row.remainder ? 'what is left of it' : 'its statement'
  if (told === undefined) return `${part} from ${row.from}, told from release ${row.known} on, follows from no line`
  if (told.release !== row.release || told.n !== row.n || told.remainder !== row.remainder)
    return `${part} is not that of the line it names`
  if (told.valid.until !== row.until)
    return `${part} ends on ${row.until ?? 'no day'}, and should on ${told.valid.until ?? 'none'}`
  if (told.known.until !== row.closed)
    return `${part} is told until release ${row.closed ?? 'none'}, and should be until ${told.known.until ?? 'none'}`
  return row.differs === null ? null : `${row.differs} of ${part} is not what was published`
}

async function checkSubjects(db: Reader, listed: ReadonlyMap<string, Listed>, found: Collecting): Promise<void> {
  const missing = new Map(listed)
  for (const row of await storedSubjects(db)) {
    const name = nameOf(row)
    const as = listed.get(name)
    missing.delete(name)
    const about = { kind: row.kind, key: row.key }
    if (as === undefined)
      found.add(ofLine({ release: row.first_known, n: null, ...about }, 'nothing published names it'))
    else {
      const column = COLUMNS.find(([stored, should]) => row[stored] !== as[should])
      if (column)
        found.add(
          ofLine(
            { release: as.release, n: as.n, ...about },
            `${column[0]} is “${row[column[0]]}”, and should be “${as[column[1]]}”`,
          ),
        )
    }
  }
  for (const [name, { release, n }] of missing) {
    const [kind, ...key] = name.split(' ')
    found.add(ofLine({ release, n, kind: kind!, key: key.join(' ') }, 'what it is about is missing'))
  }
}

const COLUMNS = [
  ['first_known', 'release'],
  ['item_code', 'item'],
  ['port_code', 'port'],
  ['area_code', 'area'],
  ['entity_code', 'entity'],
  ['list_key', 'list'],
] as const
