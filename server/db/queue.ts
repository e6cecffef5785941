import { Logger, type LogLevel, parseCronItems, run, runOnce, type TaskList } from 'graphile-worker'

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

/** Works off the queue in a database until stopped: what is due at once, the rest when its time comes. */
export async function startQueue(
  url: string,
  tasks: Tasks,
  schedules: readonly Schedule[],
  onError: (message: string) => void,
): Promise<Queue> {
  const runner = await run({
    connectionString: url,
    taskList: tasks as TaskList,
    parsedCronItems: parseCronItems([...schedules]),
    logger: telling(onError),
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
  })
  return { stop: () => runner.stop() }
}

/** Works off what is due now, and stops: for tests and the command line. */
export const runQueueOnce = (url: string, tasks: Tasks): Promise<void> =>
  runOnce({ connectionString: url, taskList: tasks as TaskList, logger: quiet, noHandleSignals: true })
