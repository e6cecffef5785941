import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { linesOf, recognise } from '../../../../catalogue/check/columns.ts'
import { BILL_LIMITS } from '../../../../server/files/in/limits.ts'
import { charges, read, refusal } from './reading.ts'

const FONTS = dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'))
const FONT = join(FONTS, '../fonts/NotoSansHans-Regular.otf')
type Words = [text: string, x: number, y: number]

/** A PDF whose pages show these words at these places. */
async function printed(pages: Words[][], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...options })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.once('end', resolve))
  for (const words of pages) {
    document.addPage({ size: 'A4' })
    if (words.length > 0) document.font(FONT).fontSize(9)
    for (const [text, x, y] of words) document.text(text, x, y, { lineBreak: false })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

const HEAD: Words[] = [
  ['费用名称', 50, 120],
  ['数量', 250, 120],
  ['单位', 300, 120],
  ['金 额', 430, 120],
]
const row = (y: number, name: string, quantity: string, unit: string, amount: string): Words[] => [
  [name, 45, y],
  [quantity, 262, y],
  [unit, 305, y],
  [amount, 420, y],
]

describe('a PDF with text', () => {
  test('is put together again from where its words stand', async () => {
    const file = await printed([
      [
        ['账单编号：ZD-2026-17', 50, 80],
        ['开票日期：2026年03月02日', 350, 80],
        ['名称：某货代有限公司', 50, 100],
        ['名称：示例码头有限公司', 350, 100],
        ...HEAD,
        ...row(140, '港口设施保安费', '1', '箱', '20.40'),
        ...row(155, '集装箱装卸包干费（外贸', '12', '箱', '1,000.00'),
        ['进口 40HQ）', 45, 167],
        ['合', 60, 190],
        ['计', 100, 190],
        ['1,020.40', 420, 190],
      ],
    ])
    const bill = await read(file)
    expect(bill).toMatchObject({ source: 'pdf', notes: [{ code: 'read_from_page', pages: 1 }] })
    expect(bill.bill).toEqual({ number: 'ZD-2026-17', charged_on: '2026-03-02', seller: '示例码头有限公司' })
    const { lines, skipped, faults } = linesOf(bill.rows, recognise(bill.rows))
    expect(lines.map(({ line }) => line)).toEqual([
      { name: '港口设施保安费', amount: '20.40', quantity: '1', unit: '箱', facts: {} },
      { name: '集装箱装卸包干费(外贸进口 40HQ)', amount: '1000.00', quantity: '12', unit: '箱', facts: {} },
    ])
    expect(skipped).toEqual([{ row: expect.any(Number), why: 'total' }])
    expect(faults).toEqual([])
  })

  test('goes on with the columns of its first page', async () => {
    const file = await printed([
      [...HEAD, ...row(140, '港务费', '1', '箱', '5.00')],
      row(60, '保安费', '2', '箱', '40.00'),
    ])
    expect(await charges(file)).toEqual(['港务费 5.00', '保安费 40.00'])
  })

  test('joins a name that stands above and below its sums', async () => {
    const file = await printed([
      [...HEAD, ['集装箱装卸', 45, 140], ...row(146, '', '1', '箱', '5.00').slice(1), ['包干费', 45, 152]],
    ])
    expect(await charges(file)).toEqual(['集装箱装卸包干费 5.00'])
  })

  test('in a font that is not embedded, as older e-invoices are, is read by its encoding', async () => {
    expect((await read(notEmbedded('港务费'))).rows).toEqual([['港务费']])
  })
})

describe('a PDF that cannot be read is refused', () => {
  test('a scan, one with a password, one too long, half of one', async () => {
    expect((await refusal(await printed([[]]))).code).toBe('pdf-scan')
    expect((await refusal(await printed([HEAD], { userPassword: 'x', pdfVersion: '1.7' }))).code).toBe('pdf-locked')
    const three = await printed([HEAD, HEAD, HEAD])
    expect(await refusal(three, { ...BILL_LIMITS, pages: 2 })).toMatchObject({
      code: 'pdf-pages',
      values: { found: 3, limit: 2 },
    })
    expect((await refusal(Buffer.from('%PDF-1.7\nnothing of the kind'))).code).toBe('damaged')
  })

  test('one whose pages are their own pages', async () => {
    const around = await printed([HEAD])
    const kids = around.toString('latin1').replace(/\/Kids \[\d+ 0 R\]/, '/Kids [1 0 R]')
    expect(await refusal(Buffer.from(kids, 'latin1'))).toMatchObject({ code: 'damaged', values: { part: 'PDF' } })
  })
})

/** One line in STSong-Light with UniGB-UCS2-H, neither of which is in the file. */
function notEmbedded(text: string): Buffer {
  const shown = Buffer.from(text, 'utf16le').swap16().toString('hex')
  const stream = `BT /F1 12 Tf 50 700 Td <${shown}> Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ]
  const places: number[] = []
  let file = '%PDF-1.4\n'
  for (const [n, object] of objects.entries()) {
    places.push(file.length)
    file += `${n + 1} 0 obj${object}endobj\n`
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${file}xref\n0 8\n0000000000 65535 f \n${table}trailer<</Size 8/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`,
  )
}
