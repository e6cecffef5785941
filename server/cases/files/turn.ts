import { FileRefusal } from './fault.ts'

/** So many may wait; whoever comes then is asked to come back in a minute. */
const MOST_WAITING = 30
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** One piece of work after the other, for what takes much memory. Throws a FileRefusal `busy` where too many wait. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw new FileRefusal('busy')
  waiting += 1
  const turn = last.then(work).finally(() => {
    waiting -= 1
  })
  last = turn.catch(() => {})
  return turn
}
