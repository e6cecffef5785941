import type { FastifyRequest } from 'fastify'
import { Refusal } from './errors.ts'

/**
 * Refuses what a browser says comes from another site's page: `Sec-Fetch-Site: cross-site`, or where it does not say so,
 * an `Origin` of another host. Programs say neither.
 */
export async function refuseCrossSite({ headers, method }: FastifyRequest): Promise<void> {
  if (method === 'GET' || method === 'HEAD') return
  const { 'sec-fetch-site': from, origin, host } = headers
  const elsewhere = from === undefined && origin !== undefined && !isHost(origin, host ?? '')
  if (from === 'cross-site' || elsewhere) throw new Refusal('cross-site')
}

/** Is this origin of that host? A port that its scheme has anyway may be left out. */
function isHost(origin: string, host: string): boolean {
  const asked = `${origin.split('//')[0]}//${host}`
  return URL.canParse(origin) && URL.canParse(asked) && new URL(origin).host === new URL(asked).host
}
