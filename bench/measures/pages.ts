import { addDays, type Day, day } from '../../catalogue/day.ts'
import { FULL, HEAD } from '../data/fill.ts'
import { type Ask, type Compared, type Effort, inTurn, type Server, start } from '../load.ts'

const BROWSER = { 'accept-encoding': 'br' }

/** The first page of today's list, which the portal has in memory, against Fastify that has nothing but that page. */
export async function cachedPage(portal: Server, effort: Effort): Promise<Compared> {
  const bare = await start('bare', `${portal.address}/fees`)
  const ask = (server: Server): Ask => ({ server, path: '/fees', headers: BROWSER, status: 200 })
  return inTurn(ask(portal), ask(bare), effort).finally(bare.stop)
}

/** The same, asked for by a reader who has it. */
export async function notModified(portal: Server, effort: Effort): Promise<Compared> {
  const bare = await start('bare', `${portal.address}/fees`)
  const etag = (await fetch(`${portal.address}/fees`)).headers.get('etag')!
  const headers = { ...BROWSER, 'if-none-match': etag }
  const ask = (server: Server): Ask => ({ server, path: '/fees', headers, status: 304 })
  return inTurn(ask(portal), ask(bare), effort).finally(bare.stop)
}

/** The list on another day or release with each request, so that it is never in memory, against a list made by hand. */
export async function uncachedPage(
  portal: Server,
  url: string,
  counting: 'counted' | 'uncounted',
  effort: Effort,
): Promise<Compared> {
  const byHand = await start('by-hand', url, `${portal.address}/fees?on=2026-01-01&release=${HEAD}`, counting)
  const ask = (server: Server): Ask => ({ server, path: anotherDay('/fees'), status: 200 })
  return inTurn(ask(portal), ask(byHand), effort).finally(byHand.stop)
}

/** Asks once for each release, so that what the portal reads of a release once is not counted as part of a page. */
export async function warm({ address }: Server): Promise<void> {
  for (let release = FULL; release <= HEAD; release++) await (await fetch(`${address}/fees?release=${release}`)).text()
}

const FIRST = day('2021-12-01')
const DAYS = 1800

/** The nth of some thousand days on which the whole catalogue is in force, never the next day after the day before. */
export const nthDay = (n: number): Day => addDays(FIRST, (n * 677) % DAYS)

let asked = 0

/** A path at another day and release each time. */
export const anotherDay = (path: string) => (): string => {
  const n = asked++
  const release = FULL + (Math.floor(n / DAYS) % (HEAD - FULL + 1))
  return `${path}?on=${nthDay(n)}&release=${release}`
}
