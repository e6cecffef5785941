import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { legible } from '../../../server/files/pdf/legible.ts'
import { breadth, linesOf } from '../../../server/files/pdf/lines.ts'
import { pdfOf } from '../../../server/files/pdf.ts'
import { TooManyRows } from '../../../server/files/xlsx.ts'
import type { Block, Column, PrintedDocument, Row } from '../../../views/print/document.ts'

const columns: Column[] = [
  { head: '序号', share: 10, align: 'end' },
  { head: '项目名称', share: 60, align: 'start' },
  { head: '金额', share: 30, align: 'end' },
]
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, n) => ({ cells: [`r${n + 1}`, `港口作业包干费之${n + 1}`, `${n + 1}.00`] }))
const table = (rows: readonly Row[]): Block => ({ kind: 'table', caption: '各行', columns, rows })

const printed = (blocks: readonly Block[], rest: Partial<PrintedDocument> = {}): PrintedDocument => ({
  locale: 'zh-CN',
  title: '账单比对报告',
  subtitle: null,
  facts: [['口岸', '宁波舟山港']],
  sections: [{ heading: '比对结果', blocks }],
  source: {
    on: day('2026-03-02'),
    release: 31,
    publishedAt: new Date('2026-11-20T01:00:00Z'),
    address: 'https://fees.example.cn/check?release=31',
  },
  footer: '系统比对结果，不是行政认定',
  ...rest,
})

/** The document as another reader reads it: the text of every page, and a page’s place of every piece of text. */
async function read(document: PrintedDocument) {
  const proxy = await getDocumentProxy(new Uint8Array(await pdfOf(document)))
  const { text } = await extractText(proxy, { mergePages: false })
  return { proxy, pages: text }
}

type Node = { role?: string; lang?: string; children?: Node[]; type?: string }

/** The roles of the elements that have something on the page, with their language where they name one. */
const rolesIn = ({ role, lang, children = [] }: Node): string[] => [
  ...(role && children.some(({ type }) => type === 'content') ? [lang ? `${role}:${lang}` : role] : []),
  ...children.flatMap(rolesIn),
]

const flat = (text: string): string => text.replace(/\s/g, '')

describe('a printed document', () => {
  test('says all it was given, and reads back as it was written', async () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: '收费标准以公示为准，“待核实”的不得作为收费依据（第十条）。' },
      { kind: 'subheading', text: '第 1 行 引航费' },
      { kind: 'facts', facts: [['应收', '16,200.00 元']] },
      table([{ cells: ['1', '货物港务费', '34.00'] }, { cells: ['', '合计', '34.00'], weight: 'total' }]),
      {
        kind: 'steps',
        steps: [{ text: '40,000 净吨 × 0.405 元', value: '16,200.00 元', basis: ['交水规〔2019〕2号 附表5'] }],
      },
      { kind: 'note', text: '示例' },
    ]
    const { pages } = await read(printed(blocks, { subtitle: '逐行比对' }))
    expect(pages.length).toBe(1)
    for (const said of [
      ...['账单比对报告', '逐行比对', '口岸', '宁波舟山港', '比对结果', '第1行引航费', '应收', '16,200.00元', '各行'],
      '收费标准以公示为准，“待核实”的不得作为收费依据（第十条）。',
      ...['序号', '项目名称', '货物港务费', '合计', '34.00', '40,000净吨×0.405元', '交水规〔2019〕2号附表5', '示例'],
      ...['2026年3月2日', '第31号发布', 'https://fees.example.cn/check?release=31', '系统比对结果，不是行政认定'],
    ])
      expect(flat(pages[0]!)).toContain(said)
  })

  test('numbers its pages and repeats the heads of a table on each; no row is lost or told twice', async () => {
    const { pages } = await read(printed([table(rowsOf(150))]))
    expect(pages.length).toBeGreaterThan(3)
    for (const [n, page] of pages.entries()) expect(flat(page)).toContain(`第${n + 1}页/共${pages.length}页`)
    for (const page of pages.slice(0, -1)) expect(flat(page)).toContain('序号项目名称金额')
    const told = pages.flatMap((page) => [...page.matchAll(/\br(\d+)\b/g)].map(([, n]) => Number(n)))
    expect(told).toEqual(rowsOf(150).map((_, n) => n + 1))
  })

  test('in English counts its pages in English and says that the Chinese prevails', async () => {
    const { pages, proxy } = await read(printed([table(rowsOf(60))], { locale: 'en', title: 'Bill check' }))
    expect(pages[0]).toContain(`Page 1 of ${pages.length}`)
    expect(pages.at(-1)).toContain('prevails')
    expect(pages[0]).not.toMatch(/第 \d+ 页/)
    expect((await getMeta(proxy)).info.Language).toBe('en')
  })

  test('keeps a row together when it fits on a page, and prints a longer one over several', async () => {
    const long = (count: number): Row => ({ cells: ['行', '货'.repeat(count), ''] })
    const whole = await read(printed([table([...rowsOf(20), long(500)])]))
    expect(whole.pages.map((page) => [...page].filter((char) => char === '货').length).filter((n) => n > 100)).toEqual([
      500,
    ])
    const { pages } = await read(printed([table([long(6000)])]))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.map((page) => [...page].filter((char) => char === '货').length).reduce((a, b) => a + b)).toBe(6000)
  })

  test('never leaves the heads of a table alone at the foot of a page', async () => {
    const lead = (count: number): Block => ({ kind: 'paragraph', text: '说明\n'.repeat(count) })
    const high: Row = { cells: ['高', '费\n'.repeat(20), ''] }
    for (const count of [26, 34, 40]) {
      const { pages } = await read(printed([lead(count), table([high])]))
      const heads = pages.map((page) => flat(page).includes('序号项目名称金额'))
      expect(heads, String(count)).toEqual(pages.map((page) => flat(page).includes('高费')))
    }
  })

  test('stays inside its margins, whatever it is given', async () => {
    const endless = 'x'.repeat(400)
    const { proxy } = await read(
      printed([{ kind: 'paragraph', text: endless }, table([{ cells: [endless, endless, '1'.repeat(80)] }])], {
        title: '很长的标题'.repeat(30),
        footer: '很长的页脚'.repeat(60),
        facts: [[endless, endless]],
      }),
    )
    for (let n = 1; n <= proxy.numPages; n++) {
      const { items } = await (await proxy.getPage(n)).getTextContent()
      for (const item of items)
        if ('str' in item && item.str.trim() !== '') {
          expect(item.transform[4]).toBeGreaterThan(45)
          expect(item.transform[4] + item.width).toBeLessThan(550)
        }
    }
  })

  test('is the same to the byte each time, and dated by its release', async () => {
    const first = await pdfOf(printed([table(rowsOf(3))]))
    await pdfOf(printed([{ kind: 'paragraph', text: '⽉ﬁ別の文字 fi 月' }]))
    expect(await pdfOf(printed([table(rowsOf(3))]))).toEqual(first)
    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(first)))
    expect(info).toMatchObject({ Title: '账单比对报告', CreationDate: 'D:20261120010000Z', Language: 'zh-CN' })
    expect(first.length).toBeLessThan(300_000)
  })

  test('is tagged: headings, tables with heads for columns and rows, lists, and the language of what is not its own', async () => {
    const { proxy } = await read(
      printed(
        [
          table(rowsOf(80)),
          { kind: 'paragraph', text: { text: '公示原文', lang: 'zh-CN' } },
          { kind: 'subheading', text: 'Line 1' },
          { kind: 'steps', steps: [{ text: 'a', value: '', basis: ['b'] }] },
        ],
        { locale: 'en' },
      ),
    )
    const trees = await Promise.all(
      Array.from({ length: proxy.numPages }, async (_, n) => (await proxy.getPage(n + 1)).getStructTree()),
    )
    expect((await proxy.getMarkInfo())?.Marked).toBe(true)
    const roles = trees.flatMap((tree) => rolesIn(tree as Node))
    for (const role of ['H1', 'H2', 'H3', 'Caption', 'TH', 'TD', 'LBody', 'Lbl', 'P:zh-CN'])
      expect(roles).toContain(role)
    expect(roles.filter((role) => role === 'TH').length).toBe(1 + columns.length + 4)
  })

  test('of too many pages is refused', async () => {
    await expect(pdfOf(printed([table(rowsOf(30_000))]))).rejects.toThrow(TooManyRows)
    const lines = '费\n'.repeat(30_000)
    await expect(pdfOf(printed([{ kind: 'paragraph', text: lines }]))).rejects.toThrow(TooManyRows)
  })

  test('has a title that cannot break its metadata', async () => {
    const bytes = await pdfOf(printed([], { title: '<b>&费' }))
    const xml = bytes.toString('utf8').match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/)![0]
    expect(xml).toContain('＜b＞＆费')
    expect(xml).not.toContain('<b>')
  })
})

describe('text on paper', () => {
  test('a character the font does not have is named, never left out', async () => {
    expect(legible('𠮷野家 🚢')).toBe('[U+20BB7]野家 [U+1F6A2]')
    const { pages } = await read(printed([{ kind: 'paragraph', text: '𠮷' }]))
    expect(pages[0]).toContain('[U+20BB7]')
  })

  test('controls and marks that turn the direction of writing are gone, line breaks stay', () => {
    expect(legible('a\u202Eb\u2066c\u200Bd\u0000e\u0007f\r\ng\u2028h\ti')).toBe('abcdef\ng\nh i')
    expect(legible('\uD800x')).toBe('[U+FFFD]x')
  })

  test('one character has one code, so that a search finds it', () => {
    expect(legible('⽉\uF9B5e\u0301')).toBe('月例é')
  })

  test('Latin words keep narrow quotation marks, Chinese ones wide', () => {
    expect(legible('the portal’s “箱”，“本平台”')).toBe("the portal's “箱”，“本平台”")
  })
})

describe('lines', () => {
  const type = { weight: 'regular', size: 10 } as const
  const cut = (text: string, width: number) => linesOf(text, type, width)

  test('Chinese breaks between characters, no line starts with a closing mark or ends with an opening one', () => {
    expect(cut('港口收费计费办法', 40)).toEqual(['港口收费', '计费办法'])
    expect(cut('港口收费，计费', 40)).toEqual(['港口收', '费，计费'])
    expect(cut('港口收（费）', 40)).toEqual(['港口收', '（费）'])
  })

  test('Latin words and figures stay whole, too long a word is cut', () => {
    expect(cut('port dues apply', 50)).toEqual(['port dues', 'apply'])
    expect(cut('金额12,345.60元', 60)).toEqual(['金额', '12,345.60元'])
    const pieces = cut('x'.repeat(50), 60)
    expect(pieces.join('')).toBe('x'.repeat(50))
    for (const piece of pieces) expect(breadth(piece, type)).toBeLessThanOrEqual(60)
  })

  test('nothing is lost between the lines', () => {
    const text = '自 2022年4月1日 起，港口设施保安费并入“港口作业包干费”（https://fees.example.cn/a/b?c=d）。'
    for (const width of [25, 60, 140]) expect(flat(cut(text, width).join(''))).toBe(flat(text))
  })
})
