import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startCluster } from '../../server/db/embedded.ts'
import { auditFilings } from './audit.ts'
import { fullDisk } from './disk.ts'
import { smallDisk } from './disk-full.ts'
import { keptPortal } from './portal.ts'
import { killing } from './rounds.ts'

test('what was acknowledged is there once, whatever was killed and though the disk was full', {
  timeout: 240_000,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'portal-crash-'))
  const data = join(dir, 'data')
  const disk = await smallDisk(join(data, 'postgres'), 400)
  onTestFinished(async () => {
    disk?.leave()
    await rm(dir, { recursive: true, force: true })
  })
  const portal = await keptPortal(data)
  const filed = [await killing(portal, portal.killPortal, 2, 6), await killing(portal, portal.killDatabase, 2, 6)]
  if (disk !== null) {
    const full = await fullDisk(portal, disk, filed[0]!.acknowledged[0]!, 6)
    expect(full.page, 'a page is read while nothing can be written').toBe(200)
    filed.push(full.filed)
  }
  await portal.stop()

  const promised = filed.flatMap(({ acknowledged }) => acknowledged)
  expect(promised.length).toBeGreaterThan(10)
  expect(filed.flatMap(({ twice }) => twice)).toEqual([])
  const cluster = await startCluster(join(data, 'postgres'))
  const { submissions, cases, events, ...wrong } = await auditFilings(cluster.url('postgres'), promised)
  await cluster.stop()
  expect(submissions).toBeGreaterThanOrEqual(promised.length)
  expect([cases, events].every((count) => count >= submissions)).toBe(true)
  expect(wrong).toEqual({ lost: 0, doubled: 0, withoutEvent: 0, withoutClock: 0, withoutCase: 0, brokenChains: 0 })
})
