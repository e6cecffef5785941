import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** A portal in a process of its own, on its own PostgreSQL, that is started again whenever it is gone. */
export type Kept = {
  address: string
  /** Kills the portal at once, as `kill -9` does; settles when it serves again. */
  killPortal: () => Promise<void>
  /** Kills its PostgreSQL at once; the portal must start it again by itself. */
  killDatabase: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts one on a folder and a port of its own. What it says on its error stream is passed on. */
export async function keptPortal(dataDir: string): Promise<Kept> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const begin = () =>
    spawn(process.execPath, ['server/main.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: dataDir,
        TRUSTED_PROXIES: '127.0.0.1',
        LOG_LEVEL: 'fatal',
        TZ: 'America/New_York',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  let child: ChildProcess = begin()
  let over = false
  const ready = async () => {
    while (!over && !(await fetch(`${address}/livez`, { signal: AbortSignal.timeout(2000) }).catch(() => null))?.ok) {
      if (child.exitCode !== null) throw new Error(`the portal ended by itself with ${child.exitCode}`)
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  await ready()
  return {
    address,
    killPortal: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      child = begin()
      await ready()
    },
    killDatabase: async () => {
      while (!(await killed(join(dataDir, 'postgres/db/postmaster.pid'))))
        await new Promise((done) => setTimeout(done, 50))
      if (child.exitCode !== null) throw new Error(`the portal ended with its database: ${child.exitCode}`)
    },
    stop: async () => {
      over = true
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** Kills the process that a file names; false where it is gone already and not yet started again. */
async function killed(file: string): Promise<boolean> {
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  try {
    return pid > 0 && process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
