import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Where a process keeps what it makes when its test names no folder: never in the checkout. */
const ASIDE = mkdtempSync(join(tmpdir(), 'portal-process-'))
process.once('exit', () => rmSync(ASIDE, { recursive: true, force: true }))

type Environment = Record<string, string>

/** A process that has ended: what it said, and with which code. */
export type Ended = { code: number | null; out: string; err: string }

/** A portal that runs in a process of its own. */
export type Running = { address: string; greeting: string; stop: (signal?: NodeJS.Signals) => Promise<Ended> }

function launch(
  script: string,
  args: string[],
  environment: Environment,
): { child: ChildProcess; ended: Promise<Ended> } {
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC', DATA_DIR: ASIDE, ...environment }
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env })
  const said = { out: '', err: '' }
  child.stdout.on('data', (data) => (said.out += data))
  child.stderr.on('data', (data) => (said.err += data))
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, ...said })))
  return { child, ended }
}

/** Starts a portal and waits until it greets; fails with what it said when it ends instead. */
export async function startPortal(environment: Environment): Promise<Running> {
  const { child, ended } = launch('server/main.ts', [], { PORT: '0', LOG_LEVEL: 'warn', ...environment })
  const greeting = await new Promise<string>((done, fail) => {
    let text = ''
    child.stdout!.on('data', (data) => {
      text += data
      if (/release \d+/.test(text)) done(text)
    })
    void ended.then(({ code, out, err }) => fail(new Error(`the portal ended with ${code}: ${out}${err}`)))
  })
  const address = greeting.match(/http:\/\/127\.0\.0\.1:\d+/)![0]
  const stop: Running['stop'] = (signal = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { address, greeting, stop }
}

/** Runs a portal that is not expected to stay. */
export const runPortal = (environment: Environment): Promise<Ended> =>
  launch('server/main.ts', [], { PORT: '0', ...environment }).ended

/** Runs one verb of the command line to its end. */
export const runVerb = (args: string[], environment: Environment): Promise<Ended> =>
  launch('server/cli.ts', args, environment).ended

export const told = async (address: string): Promise<{ status: number; text: string }> => {
  const answer = await fetch(address)
  return { status: answer.status, text: await answer.text() }
}
