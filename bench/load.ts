import { fork } from 'node:child_process'
import autocannon from 'autocannon'
import type { Told, Used } from './servers/serve.ts'

/** A server in a process of its own. */
export type Server = { address: string; used: () => Promise<Used>; stop: () => void }

/** Starts one of bench/servers; resolves when it listens. */
export async function start(name: 'portal' | 'bare' | 'by-hand' | 'echo', ...args: string[]): Promise<Server> {
  const child = fork(new URL(`servers/${name}.ts`, import.meta.url), args, {
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: [],
  })
  const hear = () =>
    new Promise<Told>((done, fail) => {
      const ended = () => fail(new Error(`the server ${name} ended`))
      child.once('exit', ended)
      child.once('message', (told) => {
        child.off('exit', ended)
        done(told as Told)
      })
    })
  const first = await hear()
  return {
    address: `http://127.0.0.1:${'port' in first ? first.port : 0}`,
    used: () => {
      child.send('used')
      return hear() as Promise<Used>
    },
    stop: () => void child.kill(),
  }
}

/** What is asked of a server: one path again and again, or a path made anew for each request; or bodies posted to it in turn. */
export type Ask = {
  server: Server
  path: string | (() => string)
  headers?: Record<string, string>
  bodies?: readonly string[]
  status: 200 | 304
}

/** Answers in one round, in a second, and the processor seconds each took. */
type Round = { total: number; rate: number; cpu: number }

/** How two servers compare: the median over rounds of ours to theirs, with the least and the most. */
export type Compared = { ours: number; theirs: number; ratio: number; low: number; high: number; cpu: number }

/** How long and how often to ask. */
export type Effort = { rounds: number; seconds: number }

/** Asks the two in turn, ours, theirs, ours, theirs …, after a warm-up of each. */
export async function inTurn(ours: Ask, theirs: Ask, { rounds, seconds }: Effort): Promise<Compared> {
  const long = Math.max(await lengthFor(ours, seconds), await lengthFor(theirs, seconds))
  const pairs: { our: Round; their: Round }[] = []
  for (let n = 0; n < rounds; n++) pairs.push({ our: await oneRound(ours, long), their: await oneRound(theirs, long) })
  const ratios = pairs.map(({ our, their }) => our.rate / their.rate)
  return {
    ours: median(pairs.map(({ our }) => our.rate)),
    theirs: median(pairs.map(({ their }) => their.rate)),
    ratio: median(ratios),
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    cpu: median(pairs.map(({ our, their }) => their.cpu / our.cpu)),
  }
}

/** Warms a server up; one that answers too little in that time for a figure is given longer. */
async function lengthFor(ask: Ask, seconds: number): Promise<number> {
  const { total } = await oneRound(ask, seconds)
  return total >= 20 || seconds >= 8 ? seconds : lengthFor(ask, seconds * 2)
}

async function oneRound({ server, path, headers = {}, bodies, status }: Ask, seconds: number): Promise<Round> {
  const before = await server.used()
  const result = await autocannon({
    url: server.address + (typeof path === 'string' ? path : ''),
    connections: 10,
    duration: seconds,
    headers,
    ...(typeof path === 'string' ? {} : { requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }] }),
    ...(bodies ? { requests: bodies.map((body) => ({ method: 'POST', body })) } : {}),
  })
  const after = await server.used()
  const { total } = result.requests
  const wrong = result.errors + (status === 304 ? total - result['3xx'] : result.non2xx)
  if (wrong > 0)
    throw new Error(
      `${server.address}${typeof path === 'string' ? path : path()}: ${wrong} of ${total} answers were not ${status}`,
    )
  return { total, rate: total / result.duration, cpu: (after.cpu - before.cpu) / Math.max(1, total) }
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

/** Milliseconds that each of several tasks takes, the median of many turns one after the other, or of as many as fit in PATIENCE. */
export async function timed(times: number, ...tasks: ((turn: number) => Promise<unknown>)[]): Promise<number[]> {
  const spent: number[][] = tasks.map(() => [])
  const warm = Math.ceil(times / 5)
  const started = performance.now()
  for (let turn = 0; turn < times + warm; turn++) {
    const late = performance.now() - started > PATIENCE
    if (late && turn > 4) break
    for (const [n, task] of tasks.entries()) {
      const begun = performance.now()
      await task(turn)
      spent[n]!.push(performance.now() - begun)
    }
  }
  return spent.map((all) => median(all.length > warm * 2 ? all.slice(warm) : all.slice(1)))
}

const PATIENCE = 15_000
