import { Refusal } from './errors.ts'

/** Lets a piece of work in when there is room, and gives back what came of it. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** So many at a time, so many more wait for their turn; who comes when all those places are taken is refused as `busy`. */
export function gate(atOnce: number, places: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  const enter = (): Promise<void> | void => {
    if (inside < atOnce) return void inside++
    if (waiting.length >= places) throw new Refusal('busy')
    return new Promise((come) => waiting.push(come))
  }
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else inside--
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
