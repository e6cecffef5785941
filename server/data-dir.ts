import { createHash } from 'node:crypto'
import { mkdir, realpath } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'

/** Another process of the portal works on this DATA_DIR. */
export class DataDirInUse extends Error {}

/**
 * Claims a data folder for this process until it ends, however it ends: the claim is an abstract socket, which the
 * kernel lets go of with the process. Throws DataDirInUse when another process holds it.
 */
export async function claimDataDir(dir: string): Promise<Server> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const place = await realpath(dir)
  const name = createHash('sha256').update(place).digest('hex').slice(0, 32)
  const server = createServer()
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new DataDirInUse(
              `Another portal is already running on ${place}. Stop it first, or give this one a DATA_DIR of its own.`,
            )
          : error,
      ),
    )
    server.listen(
      process.platform === 'linux' ? `\0port-fee-portal-${name}` : `/tmp/port-fee-portal-${name}.lock`,
      done,
    )
  })
  return server.unref()
}
