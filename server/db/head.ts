import { sql } from 'kysely'
import pg from 'pg'
import { connection, type Reader } from './database.ts'

/** The newest release and when each was published, kept in memory so that a page can be dated without reading a table. */
export type Head = {
  release: () => number
  /** When a release was published; the newest when none is named. */
  publishedAt: (release?: number) => Date
  /** When the next release is due by the schedule, past or to come; null when none is. */
  nextPublication: () => Date | null
  /** How often what the public reads of complaints has changed: a page that tells of them is dated by it. */
  outcomes: () => number
  /** Calls back after a new release was heard of. */
  onRelease: (hear: () => void) => void
  /** Is the server that tells of new releases being heard? */
  listening: () => boolean
  /** Looks now, as whoever has just published does. */
  refresh: () => Promise<void>
  close: () => Promise<void>
}

const NOTHING_YET = new Date(0)

/** Reads the newest release and listens for later ones; a lost connection is made again until it holds. */
export async function openHead(db: Reader, url: string, onError: (error: Error) => void): Promise<Head> {
  const published: Date[] = [NOTHING_YET]
  const hearers: (() => void)[] = []
  let due: Date | null = null
  let outcomes = 0
  const newest = () => published.length - 1
  const refresh = async () => {
    const [releases, next, changes] = await Promise.all([
      releasesFrom(db, published.length),
      nextDue(db),
      outcomeChanges(db),
    ])
    const before = newest()
    for (const { release, publishedAt } of releases) published[release] = publishedAt
    due = next
    outcomes = changes
    if (newest() > before) for (const hear of hearers) hear()
  }
  const ear = await keepListening(url, refresh, onError)
  return {
    release: newest,
    publishedAt: (release = newest()) => published[release]!,
    nextPublication: () => due,
    outcomes: () => outcomes,
    onRelease: (hear) => void hearers.push(hear),
    refresh,
    ...ear,
  }
}

async function nextDue(db: Reader): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(publish_at) as at from change_set where state = 'scheduled'`.execute(db)
  return rows[0]!.at
}

async function outcomeChanges(db: Reader): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`select max(id) as n from outcome_change`.execute(db)
  return rows[0]!.n ?? 0
}

const releasesFrom = (db: Reader, first: number) =>
  db
    .selectFrom('release')
    .select(['seq as release', 'published_at as publishedAt'])
    .where('seq', '>=', first)
    .orderBy('seq')
    .execute()

/** Calls `hear` now, and whenever a release, a schedule or a published case is told of or may have been missed. */
async function keepListening(
  url: string,
  hear: () => Promise<void>,
  onError: (error: Error) => void,
): Promise<Pick<Head, 'listening' | 'close'>> {
  let client: pg.Client | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined
  const listen = async () => {
    const line = await connect(url, hear, onError)
    client = line.client
    if (closed) await client.end()
    void line.lost.then(() => again())
  }
  const again = (error?: Error) => {
    if (error) onError(error)
    client = null
    if (!closed) timer = setTimeout(() => listen().catch(again), 1000)
  }
  const close = async () => {
    closed = true
    clearTimeout(timer)
    await client?.end()
  }
  await listen()
  return { listening: () => client !== null, close }
}

/** One connection that hears of releases and outcomes; `lost` tells when it has ended. */
async function connect(url: string, hear: () => Promise<void>, onError: (error: Error) => void) {
  const client = new pg.Client({ ...connection(url, 'portal_app'), keepAlive: true })
  const lost = new Promise<void>((done) => client.once('end', done))
  client.on('error', onError)
  client.on('notification', () => hear().catch(onError))
  try {
    await client.connect()
    await client.query('listen release; listen schedule; listen outcome')
    await hear()
    return { client, lost }
  } catch (error) {
    client.end().catch(onError)
    throw error
  }
}
