import { type BillFault, BillRefusal } from './refusal.ts'

/** What a file is by its first bytes, whatever it is called. */
export type FileKind = 'zip' | 'pdf' | 'xml' | 'text'

/** The kind of file that these bytes are. Throws a BillRefusal that says what it is instead, where it is none of them. */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new BillRefusal('empty')
  const other = SIGNATURES.find(([signature, at = 0]) => startsWith(bytes, signature, at))
  if (other !== undefined) throw new BillRefusal(other[2] === 'old-office' ? oldOffice(bytes) : other[2])
  if (startsWith(bytes, 'PK\x03\x04', 0) || startsWith(bytes, 'PK\x05\x06', 0)) return 'zip'
  if (startsWith(bytes, '%PDF-', 0)) return 'pdf'
  const start = beginning(bytes)
  if (/^#!/.test(start)) throw new BillRefusal('program')
  if (/^{\\rtf/.test(start)) throw new BillRefusal('other-document')
  const below = start.replace(/<!--[\s\S]*?-->/g, '').trimStart()
  if (/^<(!doctype\s+html|html|head|body|table|meta|script|style)\b/i.test(below)) throw new BillRefusal('web-page')
  return start.startsWith('<') ? 'xml' : 'text'
}

/** Bytes as latin-1 text, where they stand, and what a file that begins so is. */
const SIGNATURES: readonly [signature: string, at: number, BillFault][] = [
  ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 0, 'old-office'],
  ['MZ', 0, 'program'],
  ['\x7FELF', 0, 'program'],
  ['\xCF\xFA\xED\xFE', 0, 'program'],
  ['\xCA\xFE\xBA\xBE', 0, 'program'],
  ['\x00asm', 0, 'program'],
  ['\x89PNG', 0, 'picture'],
  ['\xFF\xD8\xFF', 0, 'picture'],
  ['GIF8', 0, 'picture'],
  ['BM', 0, 'picture'],
  ['II*\x00', 0, 'picture'],
  ['MM\x00*', 0, 'picture'],
  ['WEBP', 8, 'picture'],
  ['ftyp', 4, 'picture'],
  ['\x1F\x8B', 0, 'archive'],
  ['BZh', 0, 'archive'],
  ['\xFD7zXZ', 0, 'archive'],
  ['7z\xBC\xAF\x27\x1C', 0, 'archive'],
  ['Rar!', 0, 'archive'],
  ['\x28\xB5\x2F\xFD', 0, 'archive'],
  ['ustar', 257, 'archive'],
]

const startsWith = (bytes: Uint8Array, signature: string, at: number): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', at, at + signature.length) ===
  signature

/** Excel locks a workbook by putting it into the container of its old format. */
function oldOffice(bytes: Uint8Array): BillFault {
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(locked)
    ? 'locked-workbook'
    : 'old-office'
}

/** The first characters, in whichever Unicode a byte order mark says; the rest of ASCII is the same everywhere. */
function beginning(bytes: Uint8Array): string {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex')
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes.subarray(0, 2_000)).trimStart()
}
