import { describe, expect, test } from 'vitest'
import { linesOf, recognise } from '../../../../catalogue/check/columns.ts'
import { BILL_LIMITS } from '../../../../server/files/in/limits.ts'
import { charges, read, refusal } from './reading.ts'
import { zip } from './zips.ts'

const line = (name: string, rest: string) =>
  `<IssuItemInformation><ItemName>${name}</ItemName>${rest}</IssuItemInformation>`

/** 数电票 as the tax platform gives it, with these lines. */
const digital = (lines: string, before = '') => `<?xml version="1.0" encoding="UTF-8"?>${before}
<EInvoice><Header><EIid>26332000000123456789</EIid></Header><EInvoiceData>
<SellerInformation><SellerIdNum>91330206MA2DEM0171</SellerIdNum><SellerName>示例码头有限公司</SellerName></SellerInformation>
<BuyerInformation><BuyerIdNum>91330200000000000X</BuyerIdNum><BuyerName>某货代有限公司</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>200.00</TotalAmWithoutTax><RequestTime>2026-03-02 10:11:12</RequestTime></BasicInformation>
${lines}</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>26332000000123456789</InvoiceNumber><IssueTime>2026-03-02</IssueTime></TaxSupervisionInfo></EInvoice>`

const LUMPSUM = line(
  '*物流辅助服务*港口作业包干费',
  '<SpecMod>20GP</SpecMod><MeaUnits>箱</MeaUnits><Quantity>2</Quantity><UnPrice>471.69811321</UnPrice><Amount>943.40</Amount><TaxRate>0.06</TaxRate><ComTaxAm>56.60</ComTaxAm>',
)
const BILL = {
  number: '26332000000123456789',
  seller: '示例码头有限公司',
  seller_code: '91330206MA2DEM0171',
  charged_on: '2026-03-02',
}

/** 增值税电子发票, as attached to an OFD. */
const ATTACHED = `<?xml version="1.0" encoding="UTF-8"?><eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019">
<fp:InvoiceCode>033001900111</fp:InvoiceCode><fp:InvoiceNo>12345678</fp:InvoiceNo><fp:IssueDate>2026年03月02日</fp:IssueDate>
<fp:Buyer><fp:BuyerName>某货代有限公司</fp:BuyerName></fp:Buyer>
<fp:Seller><fp:SellerName>示例码头有限公司</fp:SellerName><fp:SellerTaxID>91330206MA2DEM0171</fp:SellerTaxID></fp:Seller>
<fp:GoodsInfos><fp:GoodsInfo><fp:Item>*物流辅助服务*理货费</fp:Item><fp:Specification/><fp:MeasurementDimension>箱</fp:MeasurementDimension>
<fp:Price>18.87</fp:Price><fp:Quantity>1</fp:Quantity><fp:Amount>18.87</fp:Amount><fp:TaxScheme>6%</fp:TaxScheme><fp:TaxAmount>1.13</fp:TaxAmount></fp:GoodsInfo></fp:GoodsInfos></eInvoice>`

describe('a fully digital e-invoice (数电票)', () => {
  test('gives its lines with the tax included, and keeps the sums without it', async () => {
    const bill = await read(digital(LUMPSUM))
    expect(bill).toMatchObject({ source: 'xml', bill: BILL, notes: [{ code: 'tax_included_taken' }] })
    const { columns } = recognise(bill.rows)
    expect(bill.rows[1]![columns.net_amount!]).toBe('943.40')
    expect(linesOf(bill.rows, recognise(bill.rows)).lines[0]!.line).toEqual({
      name: '港口作业包干费',
      amount: '1000.00',
      quantity: '2',
      unit: '箱',
      unit_price: '500',
      facts: { size: '20' },
    })
  })

  test('takes the sum with tax that a line states, and no tax where none is charged', async () => {
    const lines = [
      line(
        '港务费',
        '<Amount>10.00</Amount><ComTaxAm>0.60</ComTaxAm><TotaltaxIncludedAmount>10.61</TotaltaxIncludedAmount>',
      ),
      line('保安费', '<Amount>20.00</Amount><TaxRate>免税</TaxRate><ComTaxAm>***</ComTaxAm>'),
      line('折扣', '<Amount>-1.00</Amount><ComTaxAm>-0.06</ComTaxAm>'),
    ]
    expect(await charges(digital(lines.join('')))).toEqual(['港务费 10.61', '保安费 20.00', '折扣 -1.06'])
  })

  test('in UTF-16 too', async () => {
    const utf16 = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(digital(LUMPSUM), 'utf16le')])
    expect(await charges(utf16)).toEqual(['港口作业包干费 1000.00'])
  })
})

describe('XML that is no e-invoice is refused before it costs anything', () => {
  const root = (text: string) => `<EInvoice>${text}</EInvoice>`

  test.each([
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>', 'xml-doctype'],
    ['a file of the server', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', 'xml-doctype'],
    ['an address elsewhere', '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">', 'xml-doctype'],
  ])('%s', async (_, doctype, code) => {
    expect((await refusal(digital(LUMPSUM.replace('20GP', '&b;'), doctype))).code).toBe(code)
  })

  test('an entity that nobody declared, tags that do not close', async () => {
    expect((await refusal(digital(LUMPSUM.replace('20GP', '&b;')))).code).toBe('xml-broken')
    expect((await refusal(digital(LUMPSUM).slice(0, -20))).code).toBe('xml-broken')
  })

  test('nesting without end, elements without end', async () => {
    expect(await refusal(root('<a>'.repeat(100_000)))).toMatchObject({ code: 'xml-deep', values: { limit: 64 } })
    expect((await refusal(root('<a/>'.repeat(1_000)), { ...BILL_LIMITS, elements: 500 })).code).toBe('xml-large')
  })

  test('another document, an invoice without lines', async () => {
    expect(await refusal('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')).toMatchObject({
      code: 'xml-unknown',
      values: { root: 'Workbook' },
    })
    expect((await refusal(digital(''))).code).toBe('invoice-no-lines')
  })
})

describe('an OFD', () => {
  const OFD =
    '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
  const DOCUMENT = `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData>
<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`
  const words = (...objects: [text: string, x: number, y: number][]) =>
    objects
      .map(([text, x, y], id) => {
        const deltas = text.length > 1 ? ` DeltaX="g ${text.length - 1} 3"` : ''
        return `<ofd:TextObject ID="${id + 10}" Boundary="${x} ${y} 60 4" Size="3"><ofd:TextCode X="0" Y="3"${deltas}>${text}</ofd:TextCode></ofd:TextObject>`
      })
      .join('')
  const page = (template: string, ...objects: [string, number, number][]) =>
    `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">${template}<ofd:Content><ofd:Layer>${words(...objects)}</ofd:Layer></ofd:Content></ofd:Page>`
  const parts = [
    { name: 'OFD.xml', data: OFD },
    { name: 'Doc_0/Document.xml', data: DOCUMENT },
    {
      name: 'Doc_0/Tpls/Tpl_0/Content.xml',
      data: page('', ['项目名称', 10, 40], ['数', 70, 40], ['量', 79, 40], ['金', 110, 40], ['额', 122, 40]),
    },
    {
      name: 'Doc_0/Pages/Page_0/Content.xml',
      data: page(
        '<ofd:Template TemplateID="2" ZOrder="Background"/>',
        ['开票日期：2026年03月02日', 110, 10],
        ['货物港务费', 8, 46],
        ['12', 75, 46],
        ['408.00', 112, 46],
        ['合', 20, 60],
        ['计', 40, 60],
        ['408.00', 112, 60],
      ),
    },
  ]

  test('gives the lines of the invoice attached to it', async () => {
    const file = zip([...parts, { name: 'Doc_0/Attachs/original_invoice.xml', data: ATTACHED }])
    expect(await read(file)).toMatchObject({ source: 'ofd', bill: { ...BILL, number: '12345678' } })
    expect(await charges(file)).toEqual(['理货费 20.00'])
    expect(await charges(zip([...parts, { name: 'Doc_0/Attachs/26332.xml', data: digital(LUMPSUM) }]))).toEqual([
      '港口作业包干费 1000.00',
    ])
  })

  test('with none attached is read from its pages, headings and all', async () => {
    const bill = await read(zip(parts))
    expect(bill.notes).toEqual([{ code: 'read_from_page', pages: 1 }])
    expect(bill.bill).toEqual({ charged_on: '2026-03-02' })
    expect(bill.rows.slice(1)).toEqual([
      ['项目名称', '数量', '金额'],
      ['货物港务费', '12', '408.00'],
      ['合计', '', '408.00'],
    ])
    expect(await charges(zip(parts))).toEqual(['货物港务费 408.00'])
  })

  test('keeps to itself: a page that is not there, entities in a part, a bomb', async () => {
    expect(await refusal(zip(parts.slice(0, 3)))).toMatchObject({ code: 'damaged' })
    expect(
      (await refusal(zip([...parts, { name: 'Doc_0/Attachs/a.xml', data: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }])))
        .code,
    ).toBe('xml-doctype')
    expect(
      (await refusal(zip([...parts, { name: 'Doc_0/Attachs/a.xml', data: Buffer.alloc(70 * 2 ** 20, 32) }]))).code,
    ).toBe('zip-size')
  })
})
