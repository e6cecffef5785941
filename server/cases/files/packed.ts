import { BILL_LIMITS } from '../../files/in/limits.ts'
import { type BillFault, BillRefusal } from '../../files/in/refusal.ts'
import { openArchive, type Parts } from '../../files/in/unpack.ts'
import { type FileFault, FileRefusal, type HeldBecause } from './fault.ts'
import type { FileLimits } from './limits.ts'

/**
 * XLSX, DOCX, OFD looked through: every part is unpacked within the limits, whatever the directory said. Gives why it is
 * kept apart, null for nothing; throws a FileRefusal for macros, a lying archive, or what is not what its name says.
 */
export async function lookedThrough(
  bytes: Buffer,
  kind: 'xlsx' | 'docx' | 'ofd',
  limits: FileLimits,
): Promise<HeldBecause | null> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) throw new FileRefusal('two-in-one')
  const parts = await unpacked(bytes, limits)
  const names = [...parts.keys()]
  if (kind === 'ofd' && !parts.has('OFD.xml')) throw new FileRefusal('not-ofd')
  if (kind !== 'ofd' && !(parts.has('[Content_Types].xml') && parts.has(MAIN[kind])))
    throw new FileRefusal('not-what-it-says', { ext: `.${kind}` })
  if (names.some((name) => MACROS.test(name)) || /macroEnabled|vbaProject/i.test(textOf(parts, '[Content_Types].xml')))
    throw new FileRefusal('macros')
  if (documents(parts).some((text) => /<!(DOCTYPE|ENTITY)/i.test(text))) throw new FileRefusal('xml-doctype')
  return heldBecause(parts, kind)
}

const MAIN = { xlsx: 'xl/workbook.xml', docx: 'word/document.xml' } as const
const MACROS = /vbaProject|vbaData|(^|\/)(macrosheets|activeX)\//i

async function unpacked(bytes: Buffer, { parts, unpacked, ratio }: FileLimits): Promise<Parts> {
  try {
    const archive = await openArchive(bytes, { ...BILL_LIMITS, parts, unpacked, ratio })
    return await archive.unpack(() => true)
  } catch (error) {
    if (error instanceof BillRefusal) throw new FileRefusal(SAME[error.code] ?? 'damaged', error.values)
    throw error
  }
}

const SAME: Partial<Record<BillFault, FileFault>> = {
  'zip-parts': 'zip-parts',
  'zip-size': 'unfolds',
  'zip-name': 'zip-name',
  'zip-locked': 'locked',
}

/** The first reason found to keep it apart. */
function heldBecause(parts: Parts, kind: 'xlsx' | 'docx' | 'ofd'): HeldBecause | null {
  const names = [...parts.keys()]
  if ([...parts].some(([name, part]) => !PLAIN[kind].test(name) || isFile(part))) return 'embedded'
  if (names.some((name) => OUTSIDE.test(name)) || relations(parts).some((text) => some(text, readsOutside)))
    return 'links'
  if (kind === 'docx' && documents(parts).some((text) => some(text, fetchesByField))) return 'links'
  if (kind === 'xlsx' && some(textOf(parts, MAIN.xlsx), hidesSheet)) return 'hidden'
  return null
}

/** Is one tag of a text such, read with what is written behind it? Each by itself, so that a text costs no more than its length. */
function some(text: string, such: (tag: string) => boolean): boolean {
  for (let from = text.indexOf('<'); from >= 0; ) {
    const next = text.indexOf('<', from + 1)
    if (such(text.slice(from + 1, next < 0 ? text.length : next))) return true
    from = next
  }
  return false
}

const fetchesByField = (tag: string): boolean =>
  /^w:(instrText|fldSimple)/i.test(tag) && /[>"\s](DDE|INCLUDE)/i.test(tag)

const hidesSheet = (tag: string): boolean =>
  /^(\w+:)?sheet\b/i.test(tag) && /\bstate\s*=\s*["'](very)?hidden/i.test(tag)

/** What such files are made of; anything else in one was put in. */
const OFFICE =
  /\.(xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|odttf|fntdata)$|^(mimetype|customXml\/.*|docProps\/.*)$|printerSettings\d*\.bin$/i
const PLAIN = { xlsx: OFFICE, docx: OFFICE, ofd: /\.(xml|png|jpe?g|bmp|tiff?|gb2|otf|ttf|ttc|dat|esl|xsd|ses)$/i }
const OUTSIDE = /(^|\/)(externalLinks|queryTables|webExtensions?)\/|(^|\/)connections\.xml$/i

/** Another file within: programs, archives, old office containers, PDFs, by their first bytes. */
const isFile = (part: Buffer): boolean =>
  /^(MZ|PK\x03\x04|\x7fELF|\xd0\xcf\x11\xe0|Rar!|7z\xbc\xaf|%PDF)/.test(part.toString('latin1', 0, 8))

/** A link that a reader clicks is his own doing; anything else from outside is fetched by itself. Signs written as numbers hide something. */
const readsOutside = (tag: string): boolean =>
  /Relationship\s/.test(tag) &&
  (tag.includes('&#') ||
    (/TargetMode\s*=\s*["']External/i.test(tag) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag)))

const relations = (parts: Parts): string[] =>
  [...parts].filter(([name]) => name.endsWith('.rels')).map(([, part]) => plain(part))

const documents = (parts: Parts): string[] =>
  [...parts].filter(([name]) => /\.(xml|rels|vml)$/i.test(name)).map(([, part]) => plain(part))

const textOf = (parts: Parts, name: string): string => plain(parts.get(name) ?? Buffer.alloc(0))

/** A part as it is searched: its plain letters, in whichever width they are written. */
const plain = (part: Buffer): string => part.toString('latin1').replaceAll('\0', '')
