import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { filledTemplate } from '../../../catalogue/import/template.ts'
import { annotatedWorkbook } from '../../../server/files/annotated.ts'
import { SHEET_NAMES, templateCsv, templateWorkbook } from '../../../server/files/import-template.ts'
import { readImportFile } from '../../../server/import.ts'
import { translator } from '../../../views/locale/locale.ts'
import { saidProblem } from '../../../views/words/import.ts'
import { SAMPLE_EFFECTIVE, SAMPLE_ENTITY, SAMPLE_FAULTS, sampleList } from '../../support/import-sample.ts'
import { liveOfSeeds } from '../../support/live.ts'
import { NOW } from '../../support/portal.ts'
import { bookParts, cell, rowsXml } from './in/books.ts'
import { zip } from './in/zips.ts'
import { hasOffice, hasOpenpyxl, officeWorkbook, openpyxl } from './readers.ts'

const effective = day('2027-01-15')
const readFile = (bytes: Buffer, more: object = {}) =>
  readImportFile(bytes, 'list', {
    mode: 'changes',
    effective,
    entity: SAMPLE_ENTITY,
    live: liveOfSeeds(),
    attest: false,
    ...more,
  })
const codesOf = async (bytes: Buffer) => (await readFile(bytes)).reading.problems.map(({ code }) => code)

const HEAD = ['item', 'line', 'amount', 'unit', 'posted']
const ROW = ['weighing', 'trial', 14, '箱', '过磅费 14元/箱']
const bookOf = (xml: string) => zip(bookParts([{ name: '收费标准', xml }]))

test.for<[string, Buffer, string]>([
  ['a program under another name', Buffer.from('MZ\x90\0'), 'file-program'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1'.padEnd(64, '0'), 'hex'), 'file-old-office'],
  [
    'a locked workbook',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'file-locked-workbook',
  ],
  ['a picture', Buffer.from('\x89PNG\r\n', 'latin1'), 'file-picture'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'file-other-document'],
  ['a plain archive', zip([{ name: 'a.txt', data: 'x' }]), 'file-archive'],
  [
    'an archive that lies about its size',
    zip([...bookParts([{ name: 'a', xml: '</sheetData>' }]), { name: 'xl/b.xml', data: 'x', says: 2 ** 31 }]),
    'file-zip-size',
  ],
  [
    'a zip bomb',
    zip([...bookParts([{ name: 'a', xml: '</sheetData>' }]), { name: 'xl/b.xml', data: Buffer.alloc(140 * 2 ** 20) }]),
    'file-zip-size',
  ],
  [
    'a workbook with macros',
    zip([...bookParts([{ name: 'a', xml: '</sheetData>' }]), { name: 'xl/vbaProject.bin', data: 'x' }]),
    'file-macros',
  ],
  ['nothing', Buffer.alloc(0), 'file-empty'],
  [
    'more than twenty thousand rows',
    Buffer.from(`${HEAD.join()}\n${'weighing,t,1,箱,x\n'.repeat(20_050)}`),
    'file-too-many-rows',
  ],
])('%s is refused as a whole, with words of its own', async ([, bytes, code]) => {
  const { reading } = await readFile(bytes)
  expect(reading.problems).toMatchObject([{ code, severity: 'error', row: null }])
  for (const locale of ['zh-CN', 'en'] as const) {
    const { text, mend } = saidProblem(reading.problems[0]!, translator(locale))
    expect(text).not.toMatch(/[{}]/)
    expect(mend.length).toBeGreaterThan(3)
  }
})

test('a hundred thousand blank rows cost nothing', async () => {
  const blank = Array.from({ length: 100_000 }, (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="1"/></row>`).join('')
  const { reading } = await readFile(bookOf(`${rowsXml([HEAD, ROW])}${blank}</sheetData>`))
  expect(reading.problems).toEqual([])
  expect(reading.counts).toMatchObject({ rows: 1, added: 1 })
})

test('formulas, error values and merged cells are seen through the file', async () => {
  const body = (n: number, amount: string) =>
    `<row r="${n}">${cell(`A${n}`, 'weighing')}${cell(`B${n}`, `t${n}`)}${amount}${cell(`D${n}`, '箱')}${cell(`E${n}`, `第${n}行`)}</row>`
  const xml = [
    rowsXml([HEAD]),
    body(2, '<c r="C2"><f>7*2</f><v>14</v></c>'),
    body(3, '<c r="C3"><f>7*2</f></c>'),
    body(4, '<c r="C4" t="e"><v>#N/A</v></c>'),
    body(5, '<c r="C5" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    '</sheetData><mergeCells count="1"><mergeCell ref="B4:B5"/></mergeCells>',
  ].join('')
  const { reading } = await readFile(bookOf(xml))
  expect(reading.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '3 formula-empty',
    '4 merged-cells',
    '4 error-cell',
    '5 error-cell',
    '2 formula-value',
  ])
})

test('CSV in UTF-8 and in GB18030 say the same', async () => {
  const live = liveOfSeeds()
  const template = filledTemplate(live, SAMPLE_ENTITY, effective)
  const utf8 = templateCsv(
    { template, reference: live.reference, on: effective, locale: 'zh-CN', at: NOW },
    'standards',
  )
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  try {
    const gb = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: utf8.subarray(3) })
    expect(gb.equals(utf8)).toBe(false)
    for (const bytes of [utf8, gb])
      expect((await readFile(bytes, { mode: 'full' })).reading).toMatchObject({ problems: [], lines: [], asks: [] })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.skipIf(!hasOpenpyxl)(
  'a workbook made by openpyxl, with dates, hidden rows and days from 1904, is read as Excel shows it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'import-'))
    try {
      const path = join(folder, 'made.xlsx')
      execFileSync('/usr/bin/python3', ['-c', MADE, path])
      const { reading } = await readFile(readFileSync(path))
      expect(reading.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 hidden-row'])
      expect(reading.lines.map(({ valid }) => valid.from)).toEqual(['2027-02-01', '2027-03-01'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

const MADE = `
import sys, datetime, openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
book = openpyxl.Workbook(); book.epoch = CALENDAR_MAC_1904
sheet = book.active
sheet.append(['item', 'line', 'amount', 'unit', 'posted', 'effective_from'])
sheet.append(['weighing', 'a', 14, '箱', '过磅费 14元', datetime.date(2027, 2, 1)])
sheet.append(['weighing', 'b', 14.5, '箱', '过磅费 14.5元', datetime.datetime(2027, 3, 1)])
sheet.row_dimensions[3].hidden = True
book.save(sys.argv[1])`

test.skipIf(!hasOffice)(
  'the template saved again by LibreOffice is still the same list',
  async () => {
    const live = liveOfSeeds()
    const template = filledTemplate(live, SAMPLE_ENTITY, effective)
    const bytes = await templateWorkbook({
      template,
      reference: live.reference,
      on: effective,
      locale: 'zh-CN',
      at: NOW,
    })
    const again = await officeWorkbook('list.xlsx', bytes)
    const { reading } = await readFile(again, { mode: 'full' })
    expect(reading).toMatchObject({ problems: [], lines: [], asks: [] })
  },
  60_000,
)

test.skipIf(!hasOpenpyxl)(
  'the template has frozen headings, drop-downs, a guide and choices, as openpyxl reads them',
  async () => {
    const live = liveOfSeeds()
    const template = filledTemplate(live, null, effective)
    const sheets = await openpyxl(
      await templateWorkbook({ template, reference: live.reference, on: effective, locale: 'zh-CN', at: NOW }),
    )
    expect(sheets.map(({ title }) => title)).toEqual([
      ...['standards', 'items'].map((name) => SHEET_NAMES['zh-CN'][name as 'items']),
      '说明',
      '选项',
    ])
    expect(sheets[0]!.frozen).toBe('A3')
    expect(sheets[0]!.rows[0]!.at(-1)!.value).toMatch(/^template:catalogue-standards-\d+$/)
    expect(sheets[2]!.rows[0]!.slice(0, 2).map(({ value }) => value)).toEqual(['模板版本', '1'])
  },
)

test.skipIf(!hasOpenpyxl)(
  'the annotated copy has the sender’s rows, each fault beside its row, and no formula',
  async () => {
    const { reading, tables } = await readFile(await sampleList({ faulty: true }), {
      effective: SAMPLE_EFFECTIVE,
      mode: 'full',
    })
    const spiked = tables.map((table, n) =>
      n > 0
        ? table
        : { ...table, rows: table.rows.with(2, { ...table.rows[2]!, cells: table.rows[2]!.cells.with(1, '=1+1') }) },
    )
    for (const locale of ['zh-CN', 'en'] as const) {
      const sheets = await openpyxl(
        await annotatedWorkbook({ tables: spiked, problems: reading.problems, locale, at: NOW }),
      )
      expect(sheets.flatMap(({ rows }) => rows.flat()).filter(({ type }) => type === 'f')).toEqual([])
      for (const { row, code } of SAMPLE_FAULTS) {
        const said = saidProblem(
          reading.problems.find((one) => one.row === row && one.code === code)!,
          translator(locale),
        )
        expect(sheets[0]!.rows[row - 1]![0]!.value).toContain(said.text)
      }
      expect(sheets.at(-1)!.rows).toHaveLength(reading.problems.length + 1)
    }
  },
)

test('five thousand rows are read, matched and compared, and how long that took is said', async () => {
  const live = liveOfSeeds()
  const base = filledTemplate(live, SAMPLE_ENTITY, effective)
  const few = base.tables[0]!.rows
  const rows = Array.from({ length: 5_000 }, (_, n) => ({
    ...few[n % few.length]!,
    line: n < few.length ? few[n]!.line! : `line-${n}`,
  }))
  const template = { role: 'entity' as const, tables: [{ table: 'standards' as const, rows }] }
  const bytes = await templateWorkbook({ template, reference: live.reference, on: effective, locale: 'zh-CN', at: NOW })
  const began = performance.now()
  const { reading } = await readFile(bytes)
  const took = performance.now() - began
  console.log(`5 000 rows: ${Math.round(took)} ms`)
  expect(reading.counts).toMatchObject({ rows: 5_000, unchanged: 60, added: 4_940 })
  expect(took).toBeLessThan(15_000)
})

test('words that stand for nothing are no problem', async () => {
  expect(await codesOf(Buffer.from(`${HEAD.join()}\nweighing,trial,14,箱,过磅费\n,,,,\n`))).toEqual([])
})

test('a cell shown in per cent is read as it is shown: 85%, not 0.85', async () => {
  const head = ['item', 'line', 'percent', 'percent_of', 'unit']
  const row = ['weighing', 'trial', 0.85, 'container-handling', '箱']
  const cells = new Map([['1,2', { value: 0.85, style: { numFmt: '0.00%' } }]])
  const bytes = await writeXlsx({ sheets: [{ name: '收费标准', rows: [head, row], cells }] })
  const { reading } = await readFile(Buffer.from(bytes))
  expect(reading.problems).toEqual([])
  expect(reading.lines[0]!.payload).toMatchObject({ rate: { form: 'percent_of', percent: '85' } })
})
