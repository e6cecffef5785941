import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Cluster, startCluster } from '../../../server/db/embedded.ts'
import { databaseUrl, query } from '../../support/cluster.ts'
import { type Running, runPortal, runVerb, startPortal, told } from './processes.ts'

describe('a portal on a DATA_DIR of its own', { timeout: 90_000 }, () => {
  let dir: string
  let portal: Running
  const environment = () => ({ DATA_DIR: dir })
  const postmaster = () => join(dir, 'postgres/db/postmaster.pid')

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'portal-start-'))
    portal = await startPortal(environment())
  }, 90_000)

  afterAll(async () => {
    await portal?.stop()
    await rm(dir, { recursive: true, force: true })
  })

  test('greets with its address and release, and is ready', async () => {
    expect(portal.greeting).toMatch(/release 55.*示例/)
    expect(await told(`${portal.address}/readyz`)).toMatchObject({
      status: 200,
      text: expect.stringContaining('"ready":true'),
    })
    expect((await told(`${portal.address}/fees/pilotage?port=CNNGB&on=2022-04-01`)).text).toContain('44,100')
  })

  test('a second one says that the first is there, and ends', async () => {
    const second = await runPortal(environment())
    expect(second.code).toBe(1)
    expect(second.err).toMatch(/Another portal is already running on .*portal-start-/)
    expect(second.err).not.toMatch(/ at .*\.ts/)
    expect((await told(`${portal.address}/livez`)).status).toBe(200)
  })

  test('the command line works beside it and leaves it running', async () => {
    const [migrate, doctor, list, wrong] = await Promise.all([
      runVerb(['migrate'], environment()),
      runVerb(['doctor'], environment()),
      runVerb(['export', '--on', '2024-01-01', '--release', '30', '--port', 'CNNGB'], environment()),
      runVerb(['export', '--on', '2024-02-30'], environment()),
    ])
    expect(migrate).toEqual({ code: 0, out: 'nothing to do\n', err: '' })
    expect([doctor!.code, doctor!.out]).toEqual([0, expect.not.stringContaining('WRONG')])
    expect(doctor!.out.match(/^ok {3}/gm)!.length).toBeGreaterThan(4)
    const { text } = await told(`${portal.address}/fees.csv?on=2024-01-01&release=30&port=CNNGB`)
    expect(list!.code).toBe(0)
    expect(list!.out.split('\r\n').length).toBeGreaterThan(100)
    expect(list!.out).toBe(text)
    expect([wrong!.code, wrong!.out]).toEqual([1, ''])
    expect(wrong!.err).toContain('--on')
    expect((await told(`${portal.address}/readyz`)).status).toBe(200)
  })

  test('killed outright, it leaves all it published; the next takes over the database that still runs', async () => {
    await portal.stop('SIGKILL')
    const before = await readFile(postmaster(), 'utf8')
    portal = await startPortal(environment())
    expect((await readFile(postmaster(), 'utf8')).split('\n')[0]).toBe(before.split('\n')[0])
    expect(portal.greeting).toContain('release 55')
    expect(await told(`${portal.address}/readyz`)).toMatchObject({ status: 200 })
  })

  test('told to stop, or not able to begin, it stops its database too', async () => {
    const { code, err } = await portal.stop('SIGTERM')
    expect([code, err]).toEqual([0, ''])
    expect(existsSync(postmaster())).toBe(false)
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const taken = await runPortal({ ...environment(), PORT: String((server.address() as AddressInfo).port) })
    server.close()
    expect([taken.code, existsSync(postmaster())]).toEqual([1, false])
    expect(taken.err).toMatch(/^Something else already listens on 127\.0\.0\.1:\d+\./)
    const doctor = await runVerb(['doctor'], environment())
    expect([doctor.code, existsSync(postmaster())]).toEqual([0, false])
  })
})

describe('a portal on the database of someone’s server', { timeout: 60_000 }, () => {
  let durable: Cluster
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-durable-'))
    durable = await startCluster(folder)
  })
  afterAll(async () => {
    await durable.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const environment = async (server = durable.url('postgres')) => {
    const name = `copy_${randomBytes(8).toString('hex')}`
    await query(server, `create database ${name}`)
    return { DATABASE_URL: databaseUrl(server, name), SECRET_KEY: randomBytes(32).toString('hex') }
  }

  test('does not start where the database may lose what it acknowledged', async () => {
    const { code, err } = await runPortal(await environment(inject('server')))
    expect(code).toBe(1)
    expect(err).toMatch(/could lose what the portal has acknowledged \(.*fsync=off.*\)/)
    expect(err).not.toMatch(/ at .*\.ts/)
  })

  test('starts empty, and with the demonstration data when asked', async () => {
    const its = await environment()
    const empty = await startPortal(its)
    expect(empty.greeting).toContain('release 0')
    for (const path of [
      '/',
      '/en',
      '/fees',
      '/ports',
      '/changes',
      '/api/v1/fees',
      '/api/v1/releases',
      '/changes.atom',
      '/upcoming.ics',
      '/sitemap.xml',
      '/fees.csv',
      '/fees.xlsx',
    ])
      expect([path, (await told(empty.address + path)).status]).toEqual([path, 200])
    expect((await empty.stop()).code).toBe(0)
    const full = await startPortal({ ...its, DEMO: 'true' })
    expect(full.greeting).toContain('release 55')
    const again = await startPortal({ ...its, DEMO: 'true' })
    expect(await told(`${again.address}/readyz`)).toMatchObject({
      status: 200,
      text: expect.stringContaining('"release":55'),
    })
    expect((await Promise.all([full.stop('SIGINT'), again.stop()])).map(({ code }) => code)).toEqual([0, 0])
  })

  test('does not start on a bad environment, and says every fault without a stack', async () => {
    const { code, err } = await runPortal({
      DATABASE_URL: 'postgres://portal@127.0.0.1/portal',
      LOG_LEVEL: 'loud',
      PORT: 'x',
    })
    expect(code).toBe(1)
    for (const name of ['SECRET_KEY', 'LOG_LEVEL', 'PORT']) expect(err).toContain(`  ${name}: `)
    expect(err).not.toMatch(/ at .*\.ts/)
  })
})
