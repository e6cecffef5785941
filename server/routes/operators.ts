import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { App, World } from '../app.ts'
import { appliedMigration, newestMigration } from '../db/migrate.ts'
import type { Kept } from '../kept.ts'

const NEVER = { 'cache-control': 'no-store' }

/** For operators: is the process alive, can it serve, and what has it served. */
export function operatorRoutes(app: App, world: World, kept: Kept): void {
  liveness(app) //         /livez
  readiness(app, world) // /readyz
  metrics(app, kept) //    /metrics
}

function liveness(app: App): void {
  app.get('/livez', async (_request, reply) => reply.headers(NEVER).send({ alive: true }))
}

function readiness(app: App, world: World): void {
  app.get('/readyz', async (_request, reply) => {
    const faults = await faultsOf(world)
    return reply
      .code(faults.length === 0 ? 200 : 503)
      .headers(NEVER)
      .send({ ready: faults.length === 0, faults, release: world.head.release() })
  })
}

async function faultsOf({ db, head }: World): Promise<string[]> {
  const [newest, applied] = await Promise.all([newestMigration(), appliedMigration(db)])
  return [
    ...(applied === null ? ['the database does not answer'] : []),
    ...(applied !== null && applied !== newest ? [`the database is at ${applied}, this code needs ${newest}`] : []),
    ...(head.listening() ? [] : ['new releases are not being heard']),
  ]
}

/** Answers this machine only. */
function metrics(app: App, kept: Kept): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  countAnswers(app, registry)
  countKept(kept, registry)
  app.get('/metrics', async (request, reply) =>
    /^(127\.|::1$|::ffff:127\.)/.test(request.ip)
      ? reply
          .headers(NEVER)
          .type(registry.contentType)
          .send(await registry.metrics())
      : reply.callNotFound(),
  )
}

function countAnswers(app: App, registry: Registry): void {
  const registers = [registry]
  const requests = new Counter({
    ...{ name: 'portal_requests_total', help: 'Answers by route and status, but for those from memory' },
    ...{ labelNames: ['route', 'status'], registers },
  })
  const seconds = new Histogram({
    ...{ name: 'portal_request_seconds', help: 'Time to answer by route', labelNames: ['route'], registers },
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ route, status: reply.statusCode })
    seconds.observe({ route }, reply.elapsedTime / 1000)
    done()
  })
}

/** Answers from memory go out before any route is known, so they are only counted; the sum is read when asked for. */
function countKept(kept: Kept, registry: Registry): void {
  new Counter({
    name: 'portal_answers_from_memory_total',
    help: 'Answers told again from memory, before the framework saw the request',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(kept.told)
    },
  })
}
