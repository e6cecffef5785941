import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'

/** 解包后的部件: the parts of an archive by name. */
export type Parts = ReadonlyMap<string, Buffer>

/** The names in an archive, and a way to unpack some. */
export type Archive = { names: ReadonlySet<string>; unpack(wanted: (name: string) => boolean): Promise<Parts> }

/**
 * An archive whose directory keeps the limits: number of parts, sizes it admits to, safe names that differ, nothing
 * encrypted. Unpacking counts what really comes out and stops at the limit, whatever the directory said.
 */
export async function openArchive(bytes: Uint8Array, limits: BillLimits): Promise<Archive> {
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    })
    .catch(damaged)
  const entries = await directoryOf(zip, bytes.length, limits)
  const unpack = async (wanted: (name: string) => boolean) => {
    const parts = new Map<string, Buffer>()
    let room = limits.unpacked
    for (const [name, entry] of entries) {
      if (!wanted(name)) continue
      const part = await unpacked(zip, entry, room, limits)
      room -= part.length
      parts.set(name, part)
    }
    return parts
  }
  return { names: new Set(entries.keys()), unpack }
}

async function directoryOf(zip: yauzl.ZipFile, sent: number, limits: BillLimits): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > limits.parts) throw new BillRefusal('zip-parts', { limit: limits.parts })
  const entries = new Map<string, yauzl.Entry>()
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName
      if (entry.isEncrypted()) throw new BillRefusal('zip-locked', { name: name.slice(0, 80) })
      if (entries.has(name)) throw new BillRefusal('zip-name', { name: name.slice(0, 80) })
      total += entry.uncompressedSize
      if (total > limits.unpacked || (total > SMALL && total > sent * limits.ratio)) throw tooLarge(limits)
      if (!name.endsWith('/')) entries.set(name, entry)
    }
  } catch (error) {
    return damaged(error)
  }
  return entries
}

/** Below this a high ratio costs nothing: blank rows pack very well. */
const SMALL = 16 * 2 ** 20

async function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry, room: number, limits: BillLimits): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      size += chunk.length
      if (size > room) throw tooLarge(limits)
      chunks.push(chunk)
    }
  } catch (error) {
    return damaged(error)
  }
  return Buffer.concat(chunks, size)
}

const tooLarge = ({ unpacked }: BillLimits) => new BillRefusal('zip-size', { limit: Math.round(unpacked / 2 ** 20) })

/** An unsafe name is found by yauzl itself; whatever else it says means that the archive is broken. */
function damaged(error: unknown): never {
  if (error instanceof BillRefusal) throw error
  const name = /^(?:invalid characters in fileName|absolute path|invalid relative path): (.*)$/s.exec(
    String((error as Error).message),
  )
  if (name !== null) throw new BillRefusal('zip-name', { name: name[1]!.slice(0, 80) })
  throw new BillRefusal('damaged', { part: 'ZIP' })
}
