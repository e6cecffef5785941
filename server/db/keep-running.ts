import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Stops looking; what is under way ends first. */
export type Watch = { stop: () => Promise<void> }

const EVERY = 300

/**
 * Looks three times a second whether the PostgreSQL on `data` is there, and starts it again where its process is gone: it
 * was killed, or ended itself because its disk was full. What cannot be started yet is tried again.
 */
export function keepRunning(data: string, start: () => Promise<void>, onError: (error: Error) => void): Watch {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  const look = async () => {
    if (!(await isAlive(data))) await start().catch(onError)
    if (!stopped) timer = setTimeout(again, EVERY).unref()
  }
  const again = () => {
    looking = look()
  }
  again()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** Is the process that the folder names running? */
async function isAlive(data: string): Promise<boolean> {
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
