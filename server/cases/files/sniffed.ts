import { fileTypeFromBuffer } from 'file-type'
import { kindOf } from '../../files/in/kind.ts'
import { type BillFault, BillRefusal } from '../../files/in/refusal.ts'
import { type FileFault, FileRefusal } from './fault.ts'
import type { FileKind } from './limits.ts'
import { endingOf } from './name.ts'

type Form = 'pdf' | 'jpg' | 'png' | 'webp' | 'zip' | 'text' | 'xml'

/** What the bytes must be where the name has this ending, and as what the file is kept. */
const ENDINGS: Record<string, { form: Form; kind: FileKind }> = {
  pdf: { form: 'pdf', kind: 'pdf' },
  jpg: { form: 'jpg', kind: 'jpg' },
  jpeg: { form: 'jpg', kind: 'jpg' },
  jfif: { form: 'jpg', kind: 'jpg' },
  png: { form: 'png', kind: 'png' },
  webp: { form: 'webp', kind: 'webp' },
  xlsx: { form: 'zip', kind: 'xlsx' },
  docx: { form: 'zip', kind: 'docx' },
  ofd: { form: 'zip', kind: 'ofd' },
  csv: { form: 'text', kind: 'csv' },
  txt: { form: 'text', kind: 'txt' },
  xml: { form: 'xml', kind: 'xml' },
}

/** The kind of a file by its bytes and its name together; throws a FileRefusal where they disagree or are not of the list. */
export async function sniffed(bytes: Buffer, name: string): Promise<FileKind> {
  const ending = endingOf(name)
  const form = await formOf(bytes, ending)
  const said = ENDINGS[ending]
  if (said === undefined)
    throw new FileRefusal(BY_ENDING[ending] ?? 'type', { ext: ending === '' ? '—' : `.${ending}` })
  if (said.form !== form) throw new FileRefusal('not-what-it-says', { ext: `.${ending}` })
  return said.kind
}

/** What says by its ending alone why it is not taken. */
const BY_ENDING: Record<string, FileFault> = {
  ...{ heic: 'heic', heif: 'heic', svg: 'svg', svgz: 'svg', html: 'web-page', htm: 'web-page', mht: 'web-page' },
  ...{ doc: 'old-office', xls: 'old-office', xlsm: 'macros', xlsb: 'macros', docm: 'macros', dotm: 'macros' },
  ...{ zip: 'archive', rar: 'archive', '7z': 'archive', gz: 'archive', tar: 'archive' },
  ...{ gif: 'other-picture', bmp: 'other-picture', tif: 'other-picture', tiff: 'other-picture', avif: 'other-picture' },
  ...{
    ppt: 'other-document',
    pptx: 'other-document',
    rtf: 'other-document',
    wps: 'other-document',
    et: 'other-document',
  },
  ...{ exe: 'program', bat: 'program', cmd: 'program', js: 'program', vbs: 'program', ps1: 'program', lnk: 'program' },
  ...{ msi: 'program', scr: 'program', apk: 'program', jar: 'program', sh: 'program' },
}

async function formOf(bytes: Buffer, ending: string): Promise<Form> {
  if (bytes.subarray(0, 4).equals(ZIP)) return 'zip'
  const found = (await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined))?.ext
  if (found === 'pdf' || found === 'jpg' || found === 'png' || found === 'webp') return found
  if (found === 'heic') throw new FileRefusal('heic')
  return textOrXml(bytes, ending)
}

const ZIP = Buffer.from('PK\x03\x04')

/** The house's own look, which knows programs, old office files, archives and web pages by their beginnings. */
function textOrXml(bytes: Buffer, ending: string): Form {
  const start = bytes.subarray(0, 4_000).toString('latin1')
  if (/<svg[\s>]/i.test(start)) throw new FileRefusal('svg')
  try {
    return kindOf(bytes) as Form
  } catch (error) {
    if (!(error instanceof BillRefusal)) throw error
    throw new FileRefusal(SAME[error.code] ?? 'type', { ext: ending === '' ? '—' : `.${ending}` })
  }
}

const SAME: Partial<Record<BillFault, FileFault>> = {
  empty: 'empty',
  program: 'program',
  archive: 'archive',
  picture: 'other-picture',
  'web-page': 'web-page',
  'old-office': 'old-office',
  'locked-workbook': 'locked',
  'other-document': 'other-document',
}
