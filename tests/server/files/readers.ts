import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PYTHON = '/usr/bin/python3'
const OFFICE = '/usr/bin/soffice'

/** Is Debian's python3-openpyxl here? */
export const hasOpenpyxl = works(() => execFileSync(PYTHON, ['-c', 'import openpyxl'], { stdio: 'ignore' }))

/** Is Debian's python3 here, with its XML parser? */
export const hasPython = works(() => execFileSync(PYTHON, ['-c', 'import xml.parsers.expat'], { stdio: 'ignore' }))

/** Is Debian's libreoffice-calc here? */
export const hasOffice = existsSync(OFFICE)

function works(attempt: () => void): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}

/** A cell as openpyxl reads it: `type` is s, n, d or f, a formula. */
export type PythonCell = { value: string | number | null; type: string; format: string }
export type PythonSheet = { title: string; frozen: string | null; filter: string | null; rows: PythonCell[][] }

/** A workbook as openpyxl reads it; days as ISO text. */
export const openpyxl = (bytes: Buffer): Promise<PythonSheet[]> =>
  withFile('book.xlsx', bytes, async (path) => JSON.parse((await run(PYTHON, ['-c', READ, path], BIG)).stdout))

const BIG = { maxBuffer: 2 ** 28, timeout: 60_000 }
const READ = `
import json, sys, openpyxl
def plain(v): return v.isoformat() if hasattr(v, 'isoformat') else v
def cell(c): return {'value': plain(c.value), 'type': c.data_type, 'format': c.number_format}
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{'title': s.title, 'frozen': s.freeze_panes, 'filter': s.auto_filter.ref,
  'rows': [[cell(c) for c in r] for r in s.iter_rows()]} for s in book.worksheets]))`

/** The sheets of a file as LibreOffice shows them, each saved again as CSV. */
export const officeSheets = (name: string, bytes: Buffer): Promise<string[]> =>
  withFile(name, bytes, async (path, dir) => {
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1'
    await run(
      OFFICE,
      [
        `-env:UserInstallation=file://${dir}/profile`,
        '--headless',
        '--convert-to',
        csv,
        '--outdir',
        `${dir}/out`,
        path,
      ],
      BIG,
    )
    const files = (await readdir(`${dir}/out`)).toSorted()
    return Promise.all(files.map((file) => readFile(join(dir, 'out', file), 'utf8')))
  })

/** A file as LibreOffice opens it, saved as a workbook. */
export const officeWorkbook = (name: string, bytes: Buffer): Promise<Buffer> =>
  withFile(name, bytes, async (path, dir) => {
    const filter = name.endsWith('.csv') ? ['--infilter=CSV:44,34,76'] : []
    await run(
      OFFICE,
      [
        `-env:UserInstallation=file://${dir}/profile`,
        '--headless',
        ...filter,
        '--convert-to',
        'xlsx',
        '--outdir',
        `${dir}/out`,
        path,
      ],
      BIG,
    )
    return readFile(join(dir, 'out', name.replace(/\.\w+$/, '.xlsx')))
  })

/** Throws unless expat, which does not forgive, reads the whole document. */
export const strictXml = (xml: string): Promise<void> =>
  withFile('document.xml', Buffer.from(xml), async (path) => {
    await run(
      PYTHON,
      [
        '-c',
        'import sys, xml.parsers.expat as e; e.ParserCreate(namespace_separator=" ").ParseFile(open(sys.argv[1], "rb"))',
        path,
      ],
      BIG,
    )
  })

async function withFile<T>(name: string, bytes: Buffer, use: (path: string, dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'portal-file-'))
  try {
    await writeFile(join(dir, name), bytes)
    return await use(join(dir, name), dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
