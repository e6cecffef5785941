import { makeStatsIfDue } from './cases/stats.ts'
import type { Config } from './config.ts'
import { resumeImports } from './db/imports.ts'
import { catchUpLog } from './db/log.ts'
import { startQueue } from './db/queue.ts'
import { SCHEDULES, tasksOf } from './jobs/jobs.ts'
import { runQualityIfDue } from './jobs/quality.ts'
import { keyFileOf, originOf } from './log/keeping.ts'
import { makeKey } from './log/key-file.ts'
import { signNew } from './log/signing.ts'
import type { Desk } from './staff/desk.ts'

type Complain = (about: object, words: string) => void

/**
 * What goes on beside the requests: every release is entered in the log and signed as soon as it is heard of, and the
 * queue is worked off. `stop` waits for what is under way.
 */
export async function startBackground(
  desk: Desk,
  url: string,
  config: Config,
  complain: Complain,
): Promise<{ stop: () => Promise<void> }> {
  const keep = keyFileOf(config)
  if (config.demo || config.databaseUrl === null) await makeKey(keep, originOf(config))
  await catchUpLog(desk.db)
  const sign = oneAtATime(async () => {
    const signed = await signNew(desk.db, keep, desk.now()).catch(({ message }: Error) => ({ ok: false, message }))
    if (!signed.ok) complain(signed, 'the log could not be signed')
  })
  desk.head.onRelease(sign)
  await sign()
  await resumeImports(desk.db)
  await runQualityIfDue(desk).catch((error: Error) => complain({ reason: error.message }, 'the rules could not be run'))
  await makeStatsIfDue(desk).catch((error: Error) => complain({ reason: error.message }, 'no statistics could be made'))
  const failed = (reason: string) => complain({ reason }, 'a job failed')
  const tasks = tasksOf(desk, sign, ({ message }) => failed(message))
  const queue = await startQueue(url, tasks, SCHEDULES, failed)
  return {
    stop: async () => {
      await queue.stop()
      await sign.settled()
    },
  }
}

/** Runs a piece of work that never throws again after the run under way, however often it is asked for meanwhile. */
function oneAtATime(work: () => Promise<void>) {
  let running: Promise<void> = Promise.resolve()
  let waiting = false
  const ask = (): Promise<void> => {
    if (waiting) return running
    waiting = true
    running = running.then(() => {
      waiting = false
      return work()
    })
    return running
  }
  return Object.assign(ask, { settled: () => running })
}
