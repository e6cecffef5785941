import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** What a server under load tells who started it. */
export type Told = { port: number } | Used

/** Bytes in memory now and at most, and seconds of processor. */
export type Used = { rss: number; cpu: number; peak: number }

/** Listens on a free port, says which, and answers every message with the memory, its peak and the processor time so far. */
export async function serve(app: Pick<FastifyInstance, 'listen' | 'server'>): Promise<void> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const tell = (told: Told) => process.send!(told)
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
    return peak
  }
  setInterval(look, LOOKING).unref()
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({ rss: process.memoryUsage.rss(), cpu: (user + system) / 1e6, peak: look() })
  })
  process.on('disconnect', () => process.exit())
  tell({ port: (app.server.address() as AddressInfo).port })
}

/** Milliseconds from one look at the memory to the next. */
const LOOKING = 25
