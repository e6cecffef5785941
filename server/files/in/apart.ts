import { Worker } from 'node:worker_threads'
import type { Values } from '../../../views/locale/locale.ts'
import type { ReadBill } from './bill.ts'
import type { FileKind } from './kind.ts'
import type { BillLimits } from './limits.ts'
import { type BillFault, BillRefusal } from './refusal.ts'

type Answer<Read> = { read: Read } | { refused: { code: BillFault; values: Values } }

/** How many files are read at a time; others wait their turn, if not too many do already. */
const AT_ONCE = 2
const MOST_WAITING = 20
let reading = 0
const waiting: (() => void)[] = []

/**
 * Reads a file in a thread of its own, with bounded memory and time, no environment and no way to hold up other
 * requests. Throws the BillRefusal found there, or `too-costly` when the thread had to be ended.
 */
export const readApart = (kind: FileKind, bytes: Uint8Array, limits: BillLimits): Promise<ReadBill> =>
  inThread<ReadBill>(new URL('./reader.ts', import.meta.url), kind, bytes, limits)

/** The same with another reader: `script` posts what it read, or why it refuses. */
export async function inThread<Read>(
  script: URL,
  kind: FileKind,
  bytes: Uint8Array,
  limits: BillLimits,
): Promise<Read> {
  if (waiting.length >= MOST_WAITING) throw new BillRefusal('busy')
  if (reading < AT_ONCE) reading += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    const answer = await answerOf<Read>(script, kind, new Uint8Array(bytes), limits)
    if ('read' in answer) return answer.read
    throw new BillRefusal(answer.refused.code, answer.refused.values)
  } finally {
    const next = waiting.shift()
    if (next === undefined) reading -= 1
    else next()
  }
}

function answerOf<Read>(
  script: URL,
  kind: string,
  bytes: Uint8Array<ArrayBuffer>,
  limits: BillLimits,
): Promise<Answer<Read>> {
  const worker = new Worker(script, {
    workerData: { kind, bytes, limits },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    env: {},
    execArgv: [],
  })
  return new Promise<Answer<Read>>((resolve, reject) => {
    const tooCostly = () => reject(new BillRefusal('too-costly'))
    const timer = setTimeout(tooCostly, limits.milliseconds)
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooCostly() : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      tooCostly()
    })
  }).finally(() => worker.terminate())
}
