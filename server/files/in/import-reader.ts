import { parentPort, workerData } from 'node:worker_threads'
import type { FileKind } from './kind.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'

/** The thread in which a list that is to be imported is unpacked: its answer is the sheets or the reason why not. */
const { kind, bytes, limits } = workerData as { kind: FileKind; bytes: Uint8Array; limits: BillLimits }

try {
  parentPort!.postMessage({ read: await read() })
} catch (error) {
  if (!(error instanceof BillRefusal)) throw error
  parentPort!.postMessage({ refused: { code: error.code, values: error.values } })
}

async function read() {
  switch (kind) {
    case 'zip':
      return (await import('./import-workbook.ts')).readSheets(bytes, limits)
    case 'text':
      return (await import('./import-csv.ts')).readCsvSheet(bytes, limits)
    default:
      throw new BillRefusal('other-document')
  }
}
