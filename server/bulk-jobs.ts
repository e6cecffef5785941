import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { summing } from '../catalogue/check/summary.ts'
import type { CheckSummary } from '../catalogue/check/verdict.ts'
import type { Locale } from '../views/locale/locale.ts'
import type { CheckFault } from '../views/words/sent-bill.ts'
import { type BulkAsked, checkRows } from './bulk-checks.ts'
import { rowsOfFile } from './bulk-file.ts'
import { Refusal } from './errors.ts'
import { bulkHeading, bulkLines } from './files/bulk-csv.ts'
import { BillRefusal } from './files/in/refusal.ts'
import type { Site } from './site.ts'
import type { SpooledFile } from './uploads.ts'

/** 批量核对 that was asked for: how far it is, what came out so far, and until when its result is kept. */
export type BulkJob = {
  id: string
  name: string
  asked: BulkAsked
  locale: Locale
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Of 1. */
  part: number
  rows: number
  faulty: number
  summary: CheckSummary
  fault: CheckFault | null
  result: string | null
  keptUntil: Date
}

/** So many are worked on at a time, so many more wait, and so long a result is kept. */
const [AT_ONCE, WAITING, KEPT_MS] = [2, 4, 60 * 60 * 1000]

type Kept = { job: BulkJob; file: SpooledFile; timer: NodeJS.Timeout }

/** A place among the files that are worked on: `come` when it is its turn; `end` gives the place to the next, or the wait up. */
export type BulkTurn = { come: Promise<void>; end: () => void }

/** The jobs of one portal. They live in its memory and under the system's folder for temporary files, nowhere else. */
export class BulkJobs {
  readonly #site: Site
  readonly #kept = new Map<string, Kept>()
  readonly #queue: (() => void)[] = []
  #running = 0

  constructor(site: Site) {
    this.#site = site
  }

  /** Is there room for one more? */
  get full(): boolean {
    return this.#running >= AT_ONCE && this.#queue.length >= WAITING
  }

  /** Begins a job, or queues it; its id cannot be guessed. Refused as `busy` (503) when too many wait. */
  begin(file: SpooledFile, asked: BulkAsked, locale: Locale): BulkJob {
    const turn = this.turn()
    const keptUntil = new Date(this.#site.now().getTime() + KEPT_MS)
    const job: BulkJob = {
      ...{ id: randomBytes(18).toString('base64url'), name: file.name, asked, locale, keptUntil },
      ...{ state: 'waiting', part: 0, rows: 0, faulty: 0, summary: summing().summary(), fault: null, result: null },
    }
    const timer = setTimeout(() => void this.remove(job.id), KEPT_MS).unref()
    const kept = { job, file, timer }
    this.#kept.set(job.id, kept)
    void turn.come.then(() => (stopped(job) ? undefined : this.#run(kept))).finally(turn.end)
    return job
  }

  /** A place for one more file, which must be given back. Refused as `busy` (503) when too many wait. */
  turn(): BulkTurn {
    if (this.full) throw new Refusal('busy')
    const { promise: come, resolve } = Promise.withResolvers<void>()
    let ended = false
    this.#queue.push(resolve)
    this.#next()
    const end = () => {
      if (ended) return
      ended = true
      const waiting = this.#queue.indexOf(resolve)
      if (waiting >= 0) this.#queue.splice(waiting, 1)
      else this.#running--
      this.#next()
    }
    return { come, end }
  }

  find(id: string): BulkJob | undefined {
    return this.#kept.get(id)?.job
  }

  /** Stops a job; what it read and wrote is deleted at once. */
  async remove(id: string): Promise<void> {
    const kept = this.#kept.get(id)
    if (kept === undefined) return
    clearTimeout(kept.timer)
    kept.job.state = 'cancelled'
    this.#kept.delete(id)
    await kept.file.discard()
  }

  /** Everything is deleted: the portal stops. */
  async close(): Promise<void> {
    await Promise.all([...this.#kept.keys()].map((id) => this.remove(id)))
  }

  #next(): void {
    if (this.#running >= AT_ONCE) return
    const begin = this.#queue.shift()
    if (begin === undefined) return
    this.#running++
    begin()
  }

  async #run({ job, file }: Kept): Promise<void> {
    job.state = 'running'
    try {
      const path = join(dirname(file.path), 'result.csv')
      await write(this.#site, job, file, path)
      if (stopped(job)) return
      Object.assign(job, { state: 'done', part: 1, result: path })
    } catch (error) {
      if (stopped(job)) return
      const refusal = error instanceof BillRefusal ? error : null
      if (refusal === null) this.failed(error)
      job.fault = { field: 'file', code: refusal?.code ?? 'bulk-failed', values: refusal?.values ?? {} }
      job.state = 'failed'
    }
  }

  /** Hears of what went wrong unforeseen. */
  failed: (error: unknown) => void = () => {}
}

/** Between batches a job may have been taken back. */
const stopped = ({ state }: BulkJob): boolean => state === 'cancelled'

async function write(site: Site, job: BulkJob, file: SpooledFile, path: string): Promise<void> {
  const lines = bulkLines(await site.reference(job.asked.release), job.locale)
  const sum = summing()
  const rows = rowsOfFile(file, (part) => {
    job.part = part
  })
  await pipeline(resultOf(), createWriteStream(path, { mode: 0o600 }))

  async function* resultOf(): AsyncGenerator<string> {
    yield bulkHeading()
    for await (const batch of checkRows(site, rows, job.asked)) {
      if (stopped(job)) return
      for (const row of batch) if ('checked' in row) sum.add(row.checked)
      job.rows += batch.length
      job.faulty += batch.filter((row) => 'faults' in row).length
      job.summary = sum.summary()
      yield lines(batch)
    }
  }
}

const jobs = new WeakMap<Site, BulkJobs>()

/** The jobs of a portal, the same for both languages. */
export function bulkJobsOf(site: Site): BulkJobs {
  const known = jobs.get(site)
  if (known !== undefined) return known
  const made = new BulkJobs(site)
  jobs.set(site, made)
  return made
}
