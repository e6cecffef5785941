import { join } from 'node:path'
import type { Config } from '../config.ts'
import { claimDataDir, DataDirInUse } from '../data-dir.ts'
import { startCluster } from './embedded.ts'

/** A database server to work on, how to leave it as it was found, and how to have it started again while this process lives. */
export type Reached = { url: string; leave: () => Promise<void>; keep: (onError: (error: Error) => void) => void }

/** The server of DATABASE_URL, or the portal's own, claimed for this process alone. Throws DataDirInUse. */
export async function reachAlone({ databaseUrl, dataDir }: Config): Promise<Reached> {
  if (databaseUrl) return { url: databaseUrl, leave: async () => {}, keep: () => {} }
  const claim = await claimDataDir(dataDir)
  const cluster = await startCluster(clusterDir(dataDir))
  const leave = async () => {
    await cluster.stop()
    claim.close()
  }
  return { url: cluster.url('postgres'), leave, keep: cluster.keep }
}

/** The same beside a portal that is running: a command works on its database and leaves it running. */
export async function reachBeside(config: Config): Promise<Reached> {
  try {
    return await reachAlone(config)
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error
    const cluster = await startCluster(clusterDir(config.dataDir))
    return { url: cluster.url('postgres'), leave: async () => {}, keep: () => {} }
  }
}

const clusterDir = (dataDir: string): string => join(dataDir, 'postgres')
