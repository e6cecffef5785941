import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive; `says` is the size its directory claims, `locked` marks it encrypted. */
export type Part = { name: string; data: Buffer | string; says?: number; locked?: boolean }

/** An archive written by hand, so that it can lie. */
export function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, says, locked } of parts) {
    const bytes = Buffer.from(data)
    const packed = deflateRawSync(bytes)
    const title = Buffer.from(name)
    const rest = Buffer.alloc(26)
    rest.writeUInt16LE(20, 0)
    rest.writeUInt16LE(0x0800 | (locked ? 1 : 0), 2)
    rest.writeUInt16LE(8, 4)
    rest.writeUInt32LE(crc32(bytes), 10)
    rest.writeUInt32LE(packed.length, 14)
    rest.writeUInt32LE(says ?? bytes.length, 18)
    rest.writeUInt16LE(title.length, 22)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\x03\x04', 'latin1'), rest, title, packed)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), rest, where, title)
    offset += 30 + title.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}
