import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** What a server under load tells who started it. */
export type Told = { port: number } | { rss: number; cpu: number }

/** Listens on a free port, says which, and answers every message with the memory and the processor time used so far. */
export async function serve(app: Pick<FastifyInstance, 'listen' | 'server'>): Promise<void> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const tell = (told: Told) => process.send!(told)
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({ rss: process.memoryUsage.rss(), cpu: (user + system) / 1e6 })
  })
  process.on('disconnect', () => process.exit())
  tell({ port: (app.server.address() as AddressInfo).port })
}
