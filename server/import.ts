import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type ImportAsked, importing } from '../catalogue/import/import.ts'
import type { ImportReading } from '../catalogue/import/reading.ts'
import type { SheetTable } from '../catalogue/import/sheet-table.ts'
import { inThread } from './files/in/apart.ts'
import { readCsvSheet } from './files/in/import-csv.ts'
import { IMPORT_LIMITS } from './files/in/import-limits.ts'
import { kindOf } from './files/in/kind.ts'
import type { BillLimits } from './files/in/limits.ts'
import { BillRefusal } from './files/in/refusal.ts'

/** How far the reading is, 0 to 1, and what is being done. */
export type Progress = (done: number, stage: 'unpack' | 'rows' | 'match' | 'compare') => void

/** A file that was read: its SHA-256, its sheets as they were sent (for the annotated copy), and what it comes to. */
export type ReadImport = { file: string; tables: SheetTable[]; reading: ImportReading }

/**
 * 读取导入文件: a file of any kind as far as it can be read: refused as a whole with one problem (a renamed program, a zip
 * bomb, a locked workbook …), or read to its end with all problems at once. Never throws on what was sent. `name` is
 * never believed. Others get their turn while a long list is read.
 */
export async function readImportFile(
  bytes: Uint8Array,
  _name: string,
  asked: Omit<ImportAsked, 'file'>,
  progress: Progress = () => {},
  limits: BillLimits = IMPORT_LIMITS,
): Promise<ReadImport> {
  const file = createHash('sha256').update(bytes).digest('hex')
  progress(0, 'unpack')
  try {
    const tables = await sheetsOf(bytes, limits)
    progress(UNPACKED, 'rows')
    const steps = importing(tables, { ...asked, file })
    for (;;) {
      const { done, value } = steps.next()
      if (done) {
        progress(1, 'compare')
        return { file, tables, reading: value }
      }
      progress(UNPACKED + (1 - UNPACKED) * value.done, value.stage)
      await setImmediate()
    }
  } catch (error) {
    if (!(error instanceof BillRefusal)) throw error
    return { file, tables: [], reading: refused(error) }
  }
}

/** The share of the work that is done when the sheets are there. */
const UNPACKED = 0.4
/** Text of so many bytes is read at once: a thread of its own would take longer. */
const SHORT = 2 ** 18

/** The sheets of a file as their cells stand, whatever kind of file it is. Throws a BillRefusal where it is none that is read. */
export async function sheetsOf(bytes: Uint8Array, limits: BillLimits = IMPORT_LIMITS): Promise<SheetTable[]> {
  if (bytes.length > limits.bytes) throw new BillRefusal('too-large', { limit: Math.round(limits.bytes / 2 ** 20) })
  const kind = kindOf(bytes)
  if (kind === 'text' && bytes.length <= SHORT) return readCsvSheet(bytes, limits)
  return inThread<SheetTable[]>(new URL('./files/in/import-reader.ts', import.meta.url), kind, bytes, limits)
}

/** A file that is refused as a whole: one problem, its words those of the refusal. */
function refused({ code, values }: BillRefusal): ImportReading {
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  const sheet = said.sheet ?? null
  return {
    problems: [{ severity: 'error', code: `file-${code}`, sheet, row: null, column: null, values: said }],
    lines: [],
    asks: [],
    counts: { rows: 0, added: 0, changed: 0, ended: 0, unchanged: 0, asked: 0 },
    previews: [],
  }
}
