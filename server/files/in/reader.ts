import { parentPort, workerData } from 'node:worker_threads'
import type { FileKind } from './kind.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'

/** The thread in which a file is read apart from everything else: its answer is a table or the reason why not. */
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
      return (await import('./zip-read.ts')).readZip(bytes, limits)
    case 'text':
      return (await import('./csv.ts')).readText(bytes, limits)
    case 'pdf':
      return (await import('./pdf-read.ts')).readPdf(bytes, limits)
    case 'xml': {
      const [{ readXml }, { readInvoice }] = await Promise.all([import('./xml.ts'), import('./einvoice.ts')])
      return readInvoice(readXml(bytes, limits), 'xml', limits)
    }
  }
}
