import { FileRefusal, type HeldBecause } from './fault.ts'
import type { FileKind, FileLimits } from './limits.ts'
import { fileName } from './name.ts'
import { lookedThrough } from './packed.ts'
import { pdfLookedThrough } from './pdf.ts'
import { pictureAnew } from './picture.ts'
import { sniffed } from './sniffed.ts'
import { lookedOver, mustBeInvoice } from './text.ts'
import { inTurn } from './turn.ts'

/** A file as it will be kept: `bytes` are not those sent where a picture was encoded anew; `held` says why it is kept apart. */
export type LookedAt = { name: string; kind: FileKind; bytes: Buffer; held: HeldBecause | null }

/** 检查 by name, by bytes and by what is inside. Throws a FileRefusal for what is not taken. */
export async function lookedAt(sent: { name: string; bytes: Buffer }, limits: FileLimits): Promise<LookedAt> {
  if (sent.bytes.length === 0) throw new FileRefusal('empty')
  if (sent.bytes.length > limits.most) throw new FileRefusal('too-large', { limit: limits.most / 2 ** 20 })
  const kind = await sniffed(sent.bytes, sent.name)
  const name = fileName(sent.name, kind)
  return { name, kind, ...(await within(sent.bytes, kind, limits)) }
}

async function within(bytes: Buffer, kind: FileKind, limits: FileLimits): Promise<Pick<LookedAt, 'bytes' | 'held'>> {
  switch (kind) {
    case 'jpg':
    case 'png':
    case 'webp':
      return { bytes: await inTurn(() => pictureAnew(bytes, kind, limits)), held: null }
    case 'pdf':
      return { bytes, held: await pdfLookedThrough(bytes, limits) }
    case 'csv':
    case 'txt':
      return { bytes, held: lookedOver(bytes, kind) }
    case 'xml':
      mustBeInvoice(bytes, limits)
      return { bytes, held: null }
    default:
      return { bytes, held: await inTurn(() => lookedThrough(bytes, kind, limits)) }
  }
}
