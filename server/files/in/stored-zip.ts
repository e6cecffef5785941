import { crc32 } from 'node:zlib'
import type { Parts } from './unpack.ts'

/** Parts already unpacked and counted, as a plain archive for a reader that wants one: nothing in it can unfold again. */
export function storedZip(parts: Parts): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of parts) {
    const title = Buffer.from(name)
    const sizes = common(data, title)
    files.push(Buffer.concat([LOCAL, sizes, Buffer.alloc(2), title]), data)
    const where = Buffer.alloc(16)
    where.writeUInt32LE(offset, 12)
    directory.push(CENTRAL, sizes, where, title)
    offset += 30 + title.length + data.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...files, list, endOf(parts.size, list.length, offset)])
}

/** Signature, version 2.0, names in UTF-8, stored, no time; the central one says the version twice. */
const LOCAL = Buffer.from('504b0304140000080000' + '00000000', 'hex')
const CENTRAL = Buffer.from('504b01021400140000080000' + '00000000', 'hex')

/** Checksum, size twice, length of the name. */
function common(data: Buffer, title: Buffer): Buffer {
  const sizes = Buffer.alloc(14)
  sizes.writeUInt32LE(crc32(data), 0)
  sizes.writeUInt32LE(data.length, 4)
  sizes.writeUInt32LE(data.length, 8)
  sizes.writeUInt16LE(title.length, 12)
  return sizes
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
