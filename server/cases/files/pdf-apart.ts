import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import type { BillLimits } from '../../files/in/limits.ts'
import { SENT_PDF } from '../../files/in/pdf-outside.ts'
import { pdfHeldBecause } from './pdf-scan.ts'

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: BillLimits }

/** Opens it as a reader would, which says whether it is one at all, then looks at everything it declares. */
async function looked() {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { ...SENT_PDF, stopAtErrors: true })
  await pdf.getPage(1)
  if (await pdf.hasJSActions()) return 'pdf-script'
  if ((await pdf.getAttachments()) !== null) return 'pdf-embedded'
  return pdfHeldBecause(Buffer.from(bytes), limits.unpacked)
}

looked().then(
  (read) => parentPort!.postMessage({ read }),
  (error: Error) =>
    parentPort!.postMessage({
      refused: { code: error.name === 'PasswordException' ? 'pdf-locked' : 'damaged', values: { part: 'PDF' } },
    }),
)
