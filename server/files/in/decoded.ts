import type { ReadBill } from './bill.ts'
import { BillRefusal } from './refusal.ts'

type Decoded = { text: string; encoding: NonNullable<ReadBill['encoding']> }

/**
 * 文字编码: UTF-8 with or without a mark, UTF-16 with one, else GB18030 (and so GBK and GB2312). Bytes that are no text
 * in any of them, or hold control characters, are refused; nothing is replaced by �.
 */
export function decoded(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(([mark]) => mark.every((byte, place) => bytes[place] === byte))
  const unicode16 = marked !== undefined && marked[1] !== 'utf-8'
  if (!unicode16 && bytes.includes(0)) throw new BillRefusal('binary')
  for (const encoding of marked ? [marked[1]] : (['utf-8', 'gb18030'] as const)) {
    const text = textIn(bytes, encoding)
    if (text === null) continue
    if (CONTROL.test(text)) throw new BillRefusal('binary')
    return { text, encoding }
  }
  throw new BillRefusal('encoding')
}

const MARKS: readonly [readonly number[], 'utf-8' | 'utf-16le' | 'utf-16be'][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
const CONTROL = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/

function textIn(bytes: Uint8Array, encoding: Decoded['encoding']): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
