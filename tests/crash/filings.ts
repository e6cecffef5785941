import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** What a client was promised: the key it filed under, and the receipt and code it was given. */
export type Acknowledged = { key: string; receipt: string; code: string }

/** What became of a run: promises kept in memory apart from the portal, and how long the slowest filing took until it had one. */
export type Filed = { acknowledged: Acknowledged[]; twice: string[]; longestWait: number; doubled: number }

const PORTS = ['CNNGB', 'CNWNZ']

/** One filing, unlike any other. */
const filing = (n: number) => ({
  capacity: 'enterprise',
  goals: n % 3 === 0 ? ['investigate'] : ['refund', 'investigate'],
  consent_publish: n % 2 === 0,
  port: PORTS[n % PORTS.length],
  entity_name: `示例码头有限公司 ${n % 7}`,
  category: 'off_list',
  charges: [{ name: '港口设施保安费', charged_on: '2026-03-02', amount: '28.00', quantity: '1', unit: '箱' }],
  statement: `第${n}件：进口一个二十英尺重箱被收取二十八元，请查处。`,
  contact: { name: '张三', phone: `138${String(n).padStart(8, '0')}` },
})

/** An address of its own for every key, so that the limits see as many people as there are filings. */
const from = (key: string): string =>
  `10.${[2, 4, 6].map((at) => Number.parseInt(key.slice(at, at + 2), 16)).join('.')}`

/** Sends one filing once; null when no answer came, or one that says to come again. */
async function send(address: string, key: string, n: number): Promise<{ receipt: string; code: string } | null> {
  try {
    const answer = await fetch(`${address}/api/v1/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-forwarded-for': from(key) },
      body: JSON.stringify(filing(n)),
      signal: AbortSignal.timeout(20_000),
    })
    const said = await answer.text()
    if (answer.status === 201) return JSON.parse(said)
    if ([409, 429, 500, 502, 503].includes(answer.status)) return null
    throw new Error(`${answer.status}: ${said.slice(0, 500)}`)
  } catch (error) {
    if (error instanceof TypeError || (error as Error).name === 'TimeoutError') return null
    throw error
  }
}

/** Sends until it is acknowledged, as a careful client does: the same key, the same body. */
async function untilAcknowledged(address: string, key: string, n: number) {
  const begun = performance.now()
  for (;;) {
    const said = await send(address, key, n)
    if (said !== null) return { ...said, key, waited: performance.now() - begun }
    await pause(100 + Math.random() * 150)
  }
}

/**
 * So many clients file until told to stop; one filing in ten is sent twice at once on purpose, one in ten once more later.
 * Two answers to one key that differ are counted as `twice`.
 */
export async function fileUntil(address: string, clients: number, isOver: () => boolean): Promise<Filed> {
  const filed: Filed = { acknowledged: [], twice: [], longestWait: 0, doubled: 0 }
  let next = 0
  const client = async () => {
    while (!isOver()) {
      const n = next++
      const key = randomUUID()
      const both = n % 10 === 3
      const answers = await Promise.all([
        untilAcknowledged(address, key, n),
        ...(both ? [untilAcknowledged(address, key, n)] : []),
      ])
      if (n % 10 === 7) answers.push(await untilAcknowledged(address, key, n))
      filed.doubled += answers.length - 1
      const [first] = answers
      if (answers.some(({ receipt, code }) => receipt !== first!.receipt || code !== first!.code)) filed.twice.push(key)
      filed.acknowledged.push({ key, receipt: first!.receipt, code: first!.code })
      filed.longestWait = Math.max(filed.longestWait, ...answers.map(({ waited }) => waited))
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return filed
}
