import { inflateSync } from 'node:zlib'
import type { HeldBecause } from './fault.ts'

/** Names that a PDF declares what it does with, as they may be written: any letter also as #xx. */
const nameOf = (name: string): RegExp =>
  new RegExp(`/${[...name].map((c) => `(?:${c}|#${c.charCodeAt(0).toString(16)})`).join('')}`, 'gi')

const NAMES: readonly [HeldBecause, readonly RegExp[]][] = [
  ['pdf-script', [nameOf('JavaScript')]],
  ['pdf-launch', ['Launch', 'ImportData', 'SubmitForm', 'GoToE', 'RichMedia', 'XFA'].map(nameOf)],
  ['pdf-embedded', [nameOf('EmbeddedFile')]],
]
const OBJECTS = nameOf('ObjStm')
const PACKED_OTHERWISE = /DecodeParms|LZWDecode|ASCIIHexDecode|ASCII85Decode|RunLengthDecode|Crypt/i

/**
 * What a PDF declares, in the open or within its packed objects: scripts, starting something, other files. Null where
 * nothing is found; `pdf-odd` where objects are packed so that they cannot be looked into.
 */
export function pdfHeldBecause(bytes: Buffer, most: number): HeldBecause | null {
  const text = bytes.toString('latin1')
  const open = declared(text)
  if (open !== null) return open
  let [room, packs] = [most, 0]
  for (const { from, dictionary } of streamsOf(text)) {
    if (dictionary.search(OBJECTS) < 0) continue
    const objects = PACKED_OTHERWISE.test(dictionary) ? null : unpacked(bytes.subarray(from), dictionary, room)
    if (objects === null) return 'pdf-odd'
    packs += 1
    room -= objects.length
    const found = declared(objects)
    if (found !== null) return found
  }
  return packs === (text.match(OBJECTS)?.length ?? 0) ? null : 'pdf-odd'
}

const declared = (text: string): HeldBecause | null =>
  NAMES.find(([, names]) => names.some((name) => text.search(name) >= 0))?.[0] ?? null

/** Where each stream begins, with what stands before it since the last object began. */
function* streamsOf(text: string): Generator<{ from: number; dictionary: string }> {
  for (const {
    index,
    0: { length },
  } of text.matchAll(/stream\r?\n/g)) {
    if (text.startsWith('end', index - 3)) continue
    const before = text.slice(Math.max(0, index - 2_000), index)
    yield { from: index + length, dictionary: before.slice(before.lastIndexOf('endobj') + 1) }
  }
}

function unpacked(bytes: Buffer, dictionary: string, room: number): string | null {
  if (!/FlateDecode|\/Fl\b/i.test(dictionary))
    return bytes.subarray(0, Math.max(0, bytes.indexOf('endstream'))).toString('latin1')
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, room) }).toString('latin1')
  } catch {
    return null
  }
}
