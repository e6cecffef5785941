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
  let client: pg.Client | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const refresh = async () => {
    const row = await db
      .selectFrom('release')
      .select(['seq', 'published_at'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (row && row.seq > current.release) current = { release: row.seq, publishedAt: row.published_at }
  }
  const listen = async () => {
    const fresh = new pg.Client({ ...connection(url, 'portal_app'), keepAlive: true })
    const lost = new Promise<void>((done) => fresh.once('end', done))
    fresh.on('error', onError)
    fresh.on('notification', () => refresh().catch(onError))
    try {
      await fresh.connect()
      await fresh.query('listen release')
      await refresh()
    } catch (error) {
      fresh.end().catch(onError)
      throw error
    }
    client = fresh
    if (closed) await fresh.end()
    void lost.then(() => again())
  }
  const again = (error?: Error) => {
    if (error) onError(error)
    client = null
    if (!closed) timer = setTimeout(() => listen().catch(again), 1000)
  }

  await listen()
  return {
    release: () => current.release,
    publishedAt: () => current.publishedAt,
    listening: () => client !== null,
    refresh,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
