import { randomBytes } from 'node:crypto'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

type Entry = { name: string; data: Buffer | string; packed?: boolean }

/** An archive made by hand: with whatever names, packed where asked. */
export function zipOf(...entries: Entry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, packed = false } of entries) {
    const plain = Buffer.from(data as string)
    const body = packed ? deflateRawSync(plain) : plain
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(packed ? 8 : 0, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(plain.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), body])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, where, Buffer.from(name)]))
    files.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, list, end])
}

const TYPES = { name: '[Content_Types].xml', data: '<Types/>' }
/** A workbook with these parts besides what makes it one. */
export const workbook = (...more: Entry[]): Buffer =>
  zipOf(TYPES, { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="1"/></sheets></workbook>' }, ...more)
export const letter = (...more: Entry[]): Buffer =>
  zipOf(TYPES, { name: 'word/document.xml', data: '<w:document/>' }, ...more)
export const ofd = (...more: Entry[]): Buffer => zipOf({ name: 'OFD.xml', data: '<ofd:OFD/>' }, ...more)

/** A PDF of one empty page, with these objects besides; `more` stands in the catalogue. */
export function pdfOf({ more = '', objects = [] as (string | Buffer)[], tail = '' } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...objects,
  ]
  for (const [place, body] of bodies.entries()) {
    offsets.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(`${place + 1} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n'))
  }
  const at = Buffer.concat(parts).length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const xref = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}`
  parts.push(
    Buffer.from(`${xref}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n${tail}`),
  )
  return Buffer.concat(parts)
}

/** Objects packed into a stream, as PDF writers do since 1.5. */
export function packedObjects(text: string, filter = '/FlateDecode'): Buffer {
  const body = deflateSync(text)
  const head = `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${body.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream')])
}

/** A PNG whose head says that it is so many pixels wide and high, with next to nothing behind. */
export function pngThatSays(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    crc.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])))
    return Buffer.concat([length, Buffer.from(type), data, crc])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A photograph as a phone takes it: lying on its side, with the place and the camera in it. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 200, g: 40, b: 40 } } })
    .withExif({
      IFD0: { Make: 'SecretPhone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 52/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 33/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff', width = 40): Promise<Buffer> =>
  sharp({ create: { width, height: 30, channels: 3, background: '#1B4B72' } })
    .toFormat(format)
    .toBuffer()

/** A picture that does not pack: 120 by 80 points of noise. */
export const noise = (): Promise<Buffer> =>
  sharp(randomBytes(120 * 80 * 3), { raw: { width: 120, height: 80, channels: 3 } })
    .jpeg()
    .toBuffer()
