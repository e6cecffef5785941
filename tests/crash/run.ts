import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../../server/db/embedded.ts'
import { auditFilings } from './audit.ts'
import { fullDisk } from './disk.ts'
import { smallDisk } from './disk-full.ts'
import type { Acknowledged, Filed } from './filings.ts'
import { keptPortal } from './portal.ts'
import { killing } from './rounds.ts'

const CLIENTS = 24
const [portalKills = 200, databaseKills = 30] = process.argv.slice(2).map(Number)

const dir = await mkdtemp(join(tmpdir(), 'portal-crash-'))
const data = join(dir, 'data')
const promised: Acknowledged[] = []
let failed = false

const tell = (what: string, { acknowledged, twice, longestWait, doubled }: Filed) => {
  promised.push(...acknowledged)
  if (twice.length > 0) failed = true
  console.log(
    `${what}: ${acknowledged.length} filings acknowledged, ${doubled} sent twice, ${twice.length} answered in two ways, longest wait ${(longestWait / 1000).toFixed(1)} s`,
  )
}

const disk = await smallDisk(join(data, 'postgres'), 600)
try {
  const portal = await keptPortal(data)
  tell(`${portalKills} kills of the portal`, await killing(portal, portal.killPortal, portalKills, CLIENTS))
  tell(`${databaseKills} kills of PostgreSQL`, await killing(portal, portal.killDatabase, databaseKills, CLIENTS))
  if (disk === null) console.log('disk full: not tried, nobody here may mount a disk')
  else {
    const full = await fullDisk(portal, disk, promised[0]!, CLIENTS)
    tell('disk full for three seconds', full.filed)
    console.log(
      `  meanwhile a page answered ${full.page}, a lookup ${full.lookup}; the next filing went through ${(full.acknowledgedAfter / 1000).toFixed(1)} s after there was room`,
    )
    if (full.page !== 200) failed = true
  }
  await portal.stop()
  const cluster = await startCluster(join(data, 'postgres'))
  const found = await auditFilings(cluster.url('postgres'), promised)
  await cluster.stop()
  console.table(found)
  const { submissions, cases, events, ...wrong } = found
  failed ||= Object.values(wrong).some((count) => count > 0) || submissions < promised.length
} finally {
  disk?.leave()
  await rm(dir, { recursive: true, force: true })
}
console.log(failed ? 'FAILED' : `nothing lost, nothing doubled: ${promised.length} promises kept`)
process.exitCode = failed ? 1 : 0
