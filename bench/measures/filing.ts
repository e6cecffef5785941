import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import type { Server } from '../load.ts'
import { median } from '../load.ts'

/** What a round came to: so many a second, and how long the middle one and the slowest in a hundred took, in ms. */
export type Pace = { rate: number; p50: number; p99: number }

const CLIENTS = 24

/** Tasks by 24 clients, one after the other each, for so many seconds. */
async function pace(seconds: number, task: (client: number, turn: number) => Promise<void>): Promise<Pace> {
  const spent: number[] = []
  const until = performance.now() + seconds * 1000
  const client = async (n: number) => {
    for (let turn = 0; performance.now() < until; turn++) {
      const begun = performance.now()
      await task(n, turn)
      spent.push(performance.now() - begun)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))
  const sorted = spent.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { rate: (spent.length / (performance.now() - begun)) * 1000, p50: at(0.5), p99: at(0.99) }
}

/** Ours and theirs in turn: the median of each figure. */
export async function paceInTurn(
  rounds: number,
  ours: () => Promise<Pace>,
  theirs: () => Promise<Pace>,
): Promise<[ours: Pace, theirs: Pace]> {
  await ours()
  await theirs()
  const all: [Pace[], Pace[]] = [[], []]
  for (let n = 0; n < rounds; n++) {
    all[0].push(await ours())
    all[1].push(await theirs())
  }
  const middle = (paces: Pace[]): Pace => ({
    rate: median(paces.map(({ rate }) => rate)),
    p50: median(paces.map(({ p50 }) => p50)),
    p99: median(paces.map(({ p99 }) => p99)),
  })
  return [middle(all[0]), middle(all[1])]
}

const address = () => `10.${randomBytes(3).join('.')}`

/** The contract's filing: one charge, two cases. */
const BODY = JSON.stringify({
  capacity: 'enterprise',
  goals: ['refund', 'investigate'],
  consent_publish: true,
  port: 'CNNGB',
  entity: '91330206MA2DEM0171',
  entity_name: '示例码头',
  category: 'over_standard',
  charges: [
    {
      name: '港口设施保安费',
      charged_on: '2026-03-02',
      amount: '28.00',
      quantity: '1',
      unit: '箱',
      facts: { trade: 'foreign', size: '20', load: 'laden' },
    },
  ],
  statement: '进口一个二十英尺重箱被收取二十八元，公示为二十元。',
  contact: { name: '张三', phone: '13800001111' },
})

type Held = { receipt: string; code: string }

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })

/** Sends JSON the cheapest way there is: what asks is on the same machine. */
function post(portal: Server, path: string, body: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((done, fail) => {
    const sent = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers }
    const options = { method: 'POST', agent, headers: { ...sent, 'x-forwarded-for': address() } }
    const asked = request(portal.address + path, options, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString()
        if ((answer.statusCode ?? 500) < 300) done(text)
        else fail(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    asked.on('error', fail)
    asked.end(body)
  })
}

const file = (portal: Server) => post(portal, '/api/v1/complaints', BODY, { 'idempotency-key': randomUUID() })

/** Filings a second through the API. */
export const filings = (portal: Server, seconds: number): Promise<Pace> =>
  pace(seconds, async () => void (await file(portal)))

/** Lookups a second through the API, of a hundred receipts in turn. */
export async function lookups(portal: Server, seconds: number, held: readonly Held[]): Promise<Pace> {
  return pace(seconds, async (client, turn) => {
    await post(portal, '/api/v1/complaints/lookup', JSON.stringify(held[(client * 31 + turn) % held.length]))
  })
}

/** So many receipts to look up. */
export const receipts = async (portal: Server, count: number): Promise<Held[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const { receipt, code } = JSON.parse(await file(portal)) as Held
      return { receipt, code }
    }),
  )

type Row = { table: string; columns: string[]; values: unknown[] }

/** The rows that one filing made, as they lie in the tables: what the yardstick writes again under other keys. */
export async function rowsOfOne(url: string, receipt: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const of = async (table: string, where: string) => {
    const { rows } = await client.query(`select * from ${table} where ${where}`, [receipt])
    return rows.map((row) => ({ table, columns: Object.keys(row), values: Object.values(row) as unknown[] }))
  }
  const mine = '(select id from submission where receipt = $1)'
  const cases = `(select id from case_file where submission_id = ${mine})`
  try {
    return [
      ...(await of('submission', 'receipt = $1')),
      ...(await of('contact_field', `submission_id = ${mine}`)),
      ...(await of('charge', `submission_id = ${mine}`)),
      ...(await of('case_file', `submission_id = ${mine}`)),
      ...(await of('case_event', `case_id in ${cases}`)),
      ...(await of('clock', `case_id in ${cases}`)),
    ]
  } finally {
    await client.end()
  }
}

/**
 * The same rows written by bare `pg`, one prepared insert a row in one transaction a filing, into tables of the same columns,
 * keys and indexes without a trigger: what no portal could be quicker than.
 */
export async function bareWriter(url: string, rows: readonly Row[]) {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  for (const table of new Set(rows.map((row) => row.table)))
    await owner.query(
      `drop table if exists bare_${table}; create table bare_${table} (like ${table} including defaults including indexes including constraints)`,
    )
  await owner.end()
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS })
  let last = 1e9
  const write = async () => {
    const id = ++last
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const [n, row] of rows.entries()) await client.query(insert(row, n, id))
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  return { pace: (seconds: number) => pace(seconds, write), close: () => pool.end() }
}

/** A row under numbers, keys and hashes of its own. */
function insert({ table, columns, values }: Row, n: number, id: number) {
  const fresh: Record<string, unknown> = {
    id: id * 10 + n,
    key: randomUUID(),
    submission_id: id * 10,
    case_id: id * 10 + n,
    receipt: `TS20261123-${(id % 2 ** 24).toString(16).toUpperCase().padStart(6, '0')}0`,
    tag: randomBytes(32),
    no: `TS${id}-${n}`,
    twin_of: null,
    assignee: null,
    cluster_id: null,
  }
  return {
    name: `bare-${table}-${n}`,
    text: `insert into bare_${table} (${columns.map((name) => `"${name}"`).join(', ')}) overriding system value values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    values: columns.map((name, at) => (name in fresh ? fresh[name] : asSent(values[at]))),
  }
}

const asSent = (value: unknown): unknown =>
  value !== null &&
  typeof value === 'object' &&
  !(value instanceof Date) &&
  !Buffer.isBuffer(value) &&
  !Array.isArray(value)
    ? JSON.stringify(value)
    : value

/** The same rows read by bare `pg`, by the tag that finds them: submission, cases, what is shown, clocks. */
export async function bareReader(url: string, receipts: readonly string[]) {
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS })
  const { rows } = await pool.query('select tag from submission where receipt = any ($1)', [receipts])
  const tags = rows.map(({ tag }) => tag as Buffer)
  const read = async (client: number, turn: number) => {
    const values = [tags[(client * 31 + turn) % tags.length]]
    for (const [n, text] of READS.entries()) await pool.query({ name: `read-${n}`, text, values })
  }
  return { pace: (seconds: number) => pace(seconds, read), close: () => pool.end() }
}

const MINE = 'submission_id = (select id from submission where tag = $1)'
const READS = [
  'select * from submission where tag = $1',
  `select * from charge where ${MINE}`,
  `select * from case_file where ${MINE}`,
  `select e.* from case_event e join case_file f on f.id = e.case_id where f.${MINE} and e.shown`,
  `select c.* from clock c join case_file f on f.id = c.case_id where f.${MINE}`,
]
