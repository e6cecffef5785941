import { addDays, day } from '../../catalogue/day.ts'
import { posted, type Scale } from '../data/invented.ts'
import { type Ask, type Compared, type Effort, inTurn, type Server, start, timed } from '../load.ts'

/** Two lines, as the contract's example has them; every other one differs in day, number of boxes and tonnage. */
const EXAMPLES = Array.from({ length: 500 }, (_, n) =>
  JSON.stringify({
    as_of: addDays(day('2022-05-01'), (n * 677) % 1600),
    port: 'CNNGB',
    lines: [
      {
        item: 'cargo-port-dues',
        quantity: String(1 + ((n * 7) % 499)),
        facts: { trade: 'foreign', direction: 'import', size: '20', load: 'laden', cargo_class: 'general' },
      },
      {
        item: 'pilotage',
        facts: { voyage: 'international', net_tonnage: String(1500 + n * 263), distance_nm: String(1 + (n % 10)) },
      },
    ],
  }),
)

/** One price that an entity posts; every one another entity's or another item's. */
const postedPrice = (n: number, scale: Scale): string => {
  const { item, port, entity, conditions } = posted((n * 677) % scale.standards, scale)
  const facts = { size: Array.isArray(conditions.size) ? conditions.size[0] : '20', load: 'laden' }
  return JSON.stringify({ as_of: '2026-05-01', port, lines: [{ item, entity, quantity: '12', facts }] })
}

const PATH = '/api/v1/estimates'
const JSON_BODY = { 'content-type': 'application/json' }

/** Estimates a second, each another one, against bare Fastify that reads the same JSON and sends it back. */
export async function estimatesPerSecond(portal: Server, effort: Effort): Promise<Compared> {
  const echo = await start('echo')
  const ask = (server: Server, path: string): Ask => ({
    ...{ server, path, headers: JSON_BODY, bodies: EXAMPLES, status: 200 },
  })
  return inTurn(ask(portal, PATH), ask(echo, '/'), effort).finally(echo.stop)
}

/** What is estimated: by the government's prices, read before; by an entity's posted price that was never asked for. */
export const ESTIMATES: Record<string, (n: number, scale: Scale) => string> = {
  'an estimate, two lines': (n) => EXAMPLES[n % EXAMPLES.length]!,
  'an estimate by a posted price not yet read': postedPrice,
}

/** One kind of estimate on a small catalogue and on a large one, asked in turn: ms an estimate. */
export async function growthOfEstimate(
  kind: string,
  small: [Server, Scale],
  large: [Server, Scale],
  times: number,
): Promise<[number, number]> {
  const ask =
    ([{ address }, scale]: [Server, Scale]) =>
    async (n: number) => {
      const response = await fetch(address + PATH, {
        ...{ method: 'POST', headers: JSON_BODY, body: ESTIMATES[kind]!(n, scale) },
      })
      const told = await response.text()
      if (!response.ok || !told.includes('"computed"')) throw new Error(`answered ${response.status}: ${told}`)
    }
  return (await timed(times, ask(small), ask(large))) as [number, number]
}
