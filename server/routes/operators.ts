import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { App, World } from '../app.ts'
import { appliedMigration, newestMigration } from '../db/migrate.ts'

const NEVER = { 'cache-control': 'no-store' }

/** For operators: is the process alive, can it serve, and what has it served. Metrics answer this machine only. */
export function operatorRoutes(app: App, world: World): void {
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const requests = new Counter({
    name: 'portal_requests_total',
    help: 'Answers by route and status',
    labelNames: ['route', 'status'],
    registers: [metrics],
  })
  const seconds = new Histogram({
    name: 'portal_request_seconds',
    help: 'Time to answer by route',
    labelNames: ['route'],
    registers: [metrics],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ route, status: reply.statusCode })
    seconds.observe({ route }, reply.elapsedTime / 1000)
  })

  app.get('/livez', async (_request, reply) => reply.headers(NEVER).send({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const faults = await faultsOf(world)
    return reply
      .code(faults.length === 0 ? 200 : 503)
      .headers(NEVER)
      .send({ ready: faults.length === 0, faults, release: world.head.release() })
  })
  app.get('/metrics', async (request, reply) =>
    /^(127\.|::1$|::ffff:127\.)/.test(request.ip)
      ? reply
          .headers(NEVER)
          .type(metrics.contentType)
          .send(await metrics.metrics())
      : reply.callNotFound(),
  )
}

async function faultsOf({ db, head }: World): Promise<string[]> {
  const [newest, applied] = await Promise.all([newestMigration(), appliedMigration(db)])
  return [
    ...(applied === null ? ['the database does not answer'] : []),
    ...(applied !== null && applied !== newest ? [`the database is at ${applied}, this code needs ${newest}`] : []),
    ...(head.listening() ? [] : ['new releases are not being heard']),
  ]
}
