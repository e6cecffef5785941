import pg from 'pg'
import { connection, type Reader } from './database.ts'

/** The newest release, kept in memory so that a page can be dated without reading a table. */
export type Head = {
  release: () => number
  publishedAt: () => Date
  /** Is the server that tells of new releases being heard? */
  listening: () => boolean
  /** Looks now, as whoever has just published does. */
  refresh: () => Promise<void>
  close: () => Promise<void>
}

const NOTHING_YET = new Date(0)

/** Reads the newest release and listens for later ones; a lost connection is made again until it holds. */
export async function openHead(db: Reader, url: string, onError: (error: Error) => void): Promise<Head> {
  let current = { release: 0, publishedAt: NOTHING_YET }
  const refresh = async () => {
    const newest = await newestRelease(db)
    if (newest && newest.release > current.release) current = newest
  }
  const ear = await keepListening(url, refresh, onError)
  return { release: () => current.release, publishedAt: () => current.publishedAt, refresh, ...ear }
}

const newestRelease = (db: Reader) =>
  db
    .selectFrom('release')
    .select(['seq as release', 'published_at as publishedAt'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

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
