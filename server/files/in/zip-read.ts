import type { ReadBill } from './bill.ts'
import type { BillLimits } from './limits.ts'
import { readOfd } from './ofd.ts'
import { BillRefusal } from './refusal.ts'
import { openArchive } from './unpack.ts'
import { readWorkbook } from './xlsx.ts'

/** What is in an archive decides what it is: a workbook, an OFD, another office document, or just files packed together. */
export async function readZip(bytes: Uint8Array, limits: BillLimits): Promise<ReadBill> {
  const archive = await openArchive(bytes, limits)
  const names = [...archive.names]
  const isOffice = archive.names.has('[Content_Types].xml')
  if (isOffice && names.some((name) => name.startsWith('xl/'))) return readWorkbook(archive, limits)
  if (archive.names.has('OFD.xml')) return readOfd(archive, limits)
  throw new BillRefusal(isOffice || archive.names.has('mimetype') ? 'other-document' : 'archive')
}
