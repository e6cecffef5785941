import pg from 'pg'
import { connection, type Reader } from './database.ts'

/** The newest release and when each was published, kept in memory so that a page can be dated without reading a table. */
export type Head = {
  release: () => number
  /** When a release was published; the newest when none is named. */
  publishedAt: (release?: number) => Date
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
  const refresh = async () => {
    for (const { release, publishedAt } of await releasesFrom(db, published.length)) published[release] = publishedAt
  }
  const newest = () => published.length - 1
  const ear = await keepListening(url, refresh, onError)
  return { release: newest, publishedAt: (release = newest()) => published[release]!, refresh, ...ear }
}

const releasesFrom = (db: Reader, first: number) =>
  db
    .selectFrom('release')
    .select(['seq as release', 'published_at as publishedAt'])
    .where('seq', '>=', first)
    .orderBy('seq')
    .execute()

/** Calls `hear` now, and whenever a release is told of or may have been missed. */
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

/** One connection that hears of releases; `lost` tells when it has ended. */
async function connect(url: string, hear: () => Promise<void>, onError: (error: Error) => void) {
  const client = new pg.Client({ ...connection(url, 'portal_app'), keepAlive: true })
  const lost = new Promise<void>((done) => client.once('end', done))
  client.on('error', onError)
  client.on('notification', () => hear().catch(onError))
  try {
    await client.connect()
    await client.query('listen release')
    await hear()
    return { client, lost }
  } catch (error) {
    client.end().catch(onError)
    throw error
  }
}
