import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import {
  Logger,
  type LogLevel,
  makeWorkerUtils,
  parseCronItems,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'

/** Work outside the request by its name; what it is given was stored with it. It may run twice: each finds its own work. */
export type Tasks = Record<string, (payload: unknown) => Promise<void>>
/** What runs by the calendar, `0 3 * * 1` in UTC. */
export type Schedule = { task: string; match: string }

export type Queue = { stop: () => Promise<void> }

/** A logger that tells only what went wrong. */
const telling = (onError: (message: string) => void): Logger =>
  new Logger(() => (level: LogLevel, message: string) => {
    if (level === 'error') onError(message)
  })

/** For migrations, whose faults are thrown. */
export const quiet = telling(() => {})

/**
 * Works off the queue in a database until stopped: what is due at once, the rest when its time comes. Should it end by
 * itself, its database being gone, it is begun again as soon as that is back, and the jobs it held are free again.
 */
export async function startQueue(
  url: string,
  tasks: Tasks,
  schedules: readonly Schedule[],
  onError: (message: string) => void,
): Promise<Queue> {
  const begin = () => running(url, tasks, schedules, onError)
  const life: Life = { begun: await begin(), stopped: false }
  const kept = keepRunning(life, url, begin, onError)
  return {
    stop: async () => {
      life.stopped = true
      await life.begun.runner.stop().catch(() => {})
      await kept
    },
  }
}

type Begun = Awaited<ReturnType<typeof running>>
type Life = { begun: Begun; stopped: boolean }

/** Begins it again whenever it ended, until it is stopped. `runner.promise` never rejects: graphile-worker swallows why. */
async function keepRunning(
  life: Life,
  url: string,
  begin: () => Promise<Begun>,
  onError: (message: string) => void,
): Promise<void> {
  for (;;) {
    await life.begun.runner.promise
    if (life.stopped) return
    onError('the queue ended and is begun again')
    try {
      await freeJobs(url, life.begun.pool)
      life.begun = await begin()
      if (life.stopped) await life.begun.runner.stop()
    } catch (error) {
      onError((error as Error).message)
      await pause(1000)
    }
  }
}

/** With a delay of nought, a worker that cannot write down how a job ended gives up its queue, where it would else end the process. */
const SURVIVES = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

async function running(url: string, tasks: Tasks, schedules: readonly Schedule[], onError: (message: string) => void) {
  const events: WorkerEvents = new EventEmitter()
  let pool = ''
  events.on('pool:create', ({ workerPool }) => {
    pool = workerPool.id
  })
  const runner = await run({
    ...{ connectionString: url, taskList: tasks as TaskList, parsedCronItems: parseCronItems([...schedules]), events },
    ...{ logger: telling(onError), concurrency: 2, pollInterval: 1000, noHandleSignals: true, preset: SURVIVES },
  })
  return { runner, pool }
}

/** The jobs of workers that are no more may be taken by others at once, not only when four hours are over. */
async function freeJobs(url: string, pool: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: url })
  await utils.forceUnlockWorkers([pool]).finally(() => utils.release())
}

/** Works off what is due now, and stops: for tests and the command line. */
export const runQueueOnce = (url: string, tasks: Tasks): Promise<void> =>
  runOnce({ connectionString: url, taskList: tasks as TaskList, logger: quiet, noHandleSignals: true })
