import { addDays, day } from '../../catalogue/day.ts'
import { entityCode, itemCode, portCode, type Scale } from '../data/invented.ts'
import { type Server, timed } from '../load.ts'
import { nthDay } from './pages.ts'

/** From here on only what is still to come changes, as it is for a reader of today. */
const LATELY = day('2026-05-01')

/** Every kind of page, by another address each time. */
export const PAGES: Record<string, (n: number, scale: Scale) => string> = {
  '/fees': (n) => `/fees?on=${nthDay(n)}`,
  '/fees?q=': (n) => `/fees?q=${encodeURIComponent('理货')}&on=${nthDay(n)}`,
  '/fees?port=': (n, { ports }) => `/fees?port=${portCode(n % ports)}&on=${nthDay(n)}`,
  '/fees/:code': (n, { items }) => `/fees/${itemCode(n % items)}?on=${nthDay(n)}`,
  '/fees/:code/history': (n, { items }) => `/fees/${itemCode(n % items)}/history?on=${nthDay(n)}`,
  '/ports/:code': (n, { ports }) => `/ports/${portCode(n % ports)}?on=${nthDay(n)}`,
  '/entities/:uscc': (n, { entities }) => `/entities/${entityCode(n % entities)}?on=${nthDay(n)}`,
  '/upcoming': (n) => `/upcoming?on=${addDays(LATELY, n)}`,
  '/diff one month': (n) => `/diff?from=${nthDay(n)}&to=${addDays(nthDay(n), 30)}`,
  '/api/v1/fees': (n) => `/api/v1/fees?limit=50&as_of=${nthDay(n)}`,
}

/** One kind of page on a small catalogue and on a large one, asked in turn: ms a page; or why it could not be asked. */
export async function growth(
  page: string,
  small: [Server, Scale],
  large: [Server, Scale],
  times: number,
): Promise<[number, number] | string> {
  const ask =
    ([{ address }, scale]: [Server, Scale]) =>
    async (n: number) => {
      const response = await fetch(address + PAGES[page]!(n, scale))
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`answered ${response.status}`)
    }
  return timed(times, ask(small), ask(large)).then(
    (both) => both as [number, number],
    (error: Error) => error.message,
  )
}
