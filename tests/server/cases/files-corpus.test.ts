import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { FileRefusal } from '../../../server/cases/files/fault.ts'
import { FILE_LIMITS } from '../../../server/cases/files/limits.ts'
import { lookedAt } from '../../../server/cases/files/looked-at.ts'
import { fileName } from '../../../server/cases/files/name.ts'
import {
  letter,
  noise,
  ofd,
  packedObjects,
  pdfOf,
  photo,
  picture,
  pngThatSays,
  workbook,
  zipOf,
} from '../../support/hostile-files.ts'

type Bytes = Buffer | string | Promise<Buffer>

/** What became of a file: `kept`, `kept apart: why`, or `refused: code`. */
async function fate(name: string, bytes: Bytes): Promise<string> {
  try {
    const { held } = await lookedAt({ name, bytes: Buffer.from((await bytes) as Buffer) }, FILE_LIMITS)
    return held === null ? 'kept' : `kept apart: ${held}`
  } catch (error) {
    if (error instanceof FileRefusal) return `refused: ${error.code}`
    throw error
  }
}

const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), randomBytes(400)])
const heic = Buffer.concat([
  Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1', 'latin1'),
  randomBytes(200),
])
const oldOffice = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600)])
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const invoice = '<EInvoice><InvoiceNumber>1</InvoiceNumber></EInvoice>'
const external = (type: string) => ({
  name: 'xl/_rels/workbook.xml.rels',
  data: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/${type}" Target="https://evil.example/x" TargetMode="External"/></Relationships>`,
})
const script = '<< /Type /Action /S /JavaScript /JS (app.alert(1)) >>'

const REFUSED: readonly [says: string, name: string, bytes: () => Bytes, code: string][] = [
  ['nothing at all', 'a.pdf', () => '', 'empty'],
  ['one byte more than 10 MB', 'a.txt', () => Buffer.alloc(10 * 2 ** 20 + 1, 'a'), 'too-large'],
  ['a program that is called a PDF', 'invoice.pdf', () => exe, 'program'],
  ['a program that turns its name around', 'invoice\u202Efdp.exe', () => exe, 'program'],
  ['a program by its own name', 'setup.exe', () => exe, 'program'],
  ['a shell script that is called text', 'a.txt', () => '#!/bin/sh\nrm -rf /', 'program'],
  ['an SVG with a script', 'a.svg', () => svg, 'svg'],
  ['an SVG that is called a picture', 'a.png', () => svg, 'svg'],
  ['an SVG that is called an XML', 'a.xml', () => `<?xml version="1.0"?>${svg}`, 'svg'],
  ['a web page that is called a table', 'a.csv', () => '<html><script>alert(1)</script></html>', 'web-page'],
  ['a picture of an iPhone', 'IMG_1.HEIC', () => heic, 'heic'],
  ['a picture of an iPhone that was renamed', 'IMG_1.jpg', () => heic, 'heic'],
  ['a moving picture', 'a.gif', () => picture('gif'), 'other-picture'],
  ['a PNG that is called a JPEG', 'a.jpg', () => picture('png'), 'not-what-it-says'],
  ['a JPEG that breaks off', 'a.jpg', async () => (await noise()).subarray(0, 3_000), 'damaged'],
  ['a picture of 50 000 by 50 000', 'a.png', () => pngThatSays(50_000, 50_000), 'too-many-pixels'],
  ['an archive', 'a.zip', () => zipOf({ name: 'a.txt', data: 'a' }), 'archive'],
  ['an archive that is called a workbook', 'a.xlsx', () => zipOf({ name: 'a.txt', data: 'a' }), 'not-what-it-says'],
  ['a letter that is called a workbook', 'a.xlsx', () => letter(), 'not-what-it-says'],
  [
    'an archive that unfolds',
    'a.xlsx',
    () => workbook({ name: 'xl/b.xml', data: Buffer.alloc(70 * 2 ** 20), packed: true }),
    'unfolds',
  ],
  ['an archive with a way out', 'a.xlsx', () => workbook({ name: '../../etc/cron.d/x', data: 'x' }), 'zip-name'],
  [
    'an archive of 201 parts',
    'a.docx',
    () => letter(...Array.from({ length: 199 }, (_, n) => ({ name: `word/p${n}.xml`, data: '' }))),
    'zip-parts',
  ],
  ['a workbook with macros, by its name', 'a.xlsm', () => workbook(), 'macros'],
  ['a workbook with macros, renamed', 'a.xlsx', () => workbook({ name: 'xl/vbaProject.bin', data: 'x' }), 'macros'],
  ['a letter with macros', 'a.docx', () => letter({ name: 'word/vbaProject.bin', data: 'x' }), 'macros'],
  [
    'a workbook with macros of the old kind',
    'a.xlsx',
    () => workbook({ name: 'xl/macrosheets/sheet1.xml', data: '<m/>' }),
    'macros',
  ],
  [
    'a letter that declares entities',
    'a.docx',
    () => letter({ name: 'word/b.xml', data: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
    'xml-doctype',
  ],
  [
    'a letter that is a PDF as well',
    'a.docx',
    () => zipOf({ name: 'a', data: '%PDF-1.7' }, { name: '[Content_Types].xml', data: '' }),
    'two-in-one',
  ],
  ['an old Word file', 'a.doc', () => oldOffice, 'old-office'],
  ['an OFD without OFD.xml', 'a.ofd', () => zipOf({ name: 'Doc_0/Document.xml', data: '<x/>' }), 'not-ofd'],
  ['an XML that is no e-invoice', 'a.xml', () => '<orders/>', 'xml-unknown'],
  [
    'an XML whose entities multiply',
    'a.xml',
    () => `<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${invoice}`,
    'xml-doctype',
  ],
  ['an XML that is broken', 'a.xml', () => '<EInvoice><a></EInvoice>', 'xml-broken'],
  [
    'a table of noise',
    'a.csv',
    () => Buffer.concat([Buffer.from('费目,金额\n'), Buffer.alloc(3), randomBytes(300)]),
    'not-text',
  ],
  ['text in UTF-16', 'a.txt', () => Buffer.from('\uFEFF费目', 'utf16le'), 'not-text'],
  [
    'a PDF that is an archive as well',
    'a.pdf',
    () => Buffer.concat([pdfOf(), zipOf({ name: 'a.js', data: 'x' })]),
    'two-in-one',
  ],
  ['a PDF that breaks off', 'a.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type'), 'damaged'],
  ['a document of no kind', 'notes', () => 'just words', 'type'],
]

const wide = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1')

const APART: readonly [says: string, name: string, bytes: () => Bytes, why: string][] = [
  ['a PDF with a script', 'a.pdf', () => pdfOf({ more: '/OpenAction 4 0 R', objects: [script] }), 'pdf-script'],
  [
    'a PDF with a script spelt in another way',
    'a.pdf',
    () => pdfOf({ objects: ['<< /S /#4aava#53cript /JS (x) >>'] }),
    'pdf-script',
  ],
  [
    'a PDF with a script in its packed objects',
    'a.pdf',
    () => pdfOf({ objects: [packedObjects(`9 0 ${script}`)] }),
    'pdf-script',
  ],
  [
    'a PDF with objects packed out of sight',
    'a.pdf',
    () => pdfOf({ objects: [packedObjects('9 0 << >>', '[/LZWDecode]')] }),
    'pdf-odd',
  ],
  ['a PDF that starts a program', 'a.pdf', () => pdfOf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] }), 'pdf-launch'],
  [
    'a PDF with a file in it',
    'a.pdf',
    () => pdfOf({ objects: ['<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream'] }),
    'pdf-embedded',
  ],
  [
    'a workbook that reads another',
    'a.xlsx',
    () => workbook({ name: 'xl/externalLinks/externalLink1.xml', data: '<x/>' }),
    'links',
  ],
  ['a workbook that fetches its template', 'a.xlsx', () => workbook(external('attachedTemplate')), 'links'],
  [
    'a workbook that says in numbers that it reads from outside',
    'a.xlsx',
    () => workbook({ name: 'xl/_rels/a.rels', data: '<Relationship Target="x" TargetMode="&#x45;xternal"/>' }),
    'links',
  ],
  [
    'a workbook that says in wide letters that it reads from outside',
    'a.xlsx',
    () => workbook({ name: 'xl/_rels/a.rels', data: wide('<Relationship Id="a>" Target="x" TargetMode="External"/>') }),
    'links',
  ],
  [
    'a workbook with a hidden sheet',
    'a.xlsx',
    () =>
      zipOf(
        { name: '[Content_Types].xml', data: '' },
        { name: 'xl/workbook.xml', data: '<sheet name="2" state="veryHidden"/>' },
      ),
    'hidden',
  ],
  [
    'a letter with a file in it',
    'a.docx',
    () => letter({ name: 'word/embeddings/oleObject1.bin', data: 'x' }),
    'embedded',
  ],
  [
    'a letter with a program for a picture',
    'a.docx',
    () => letter({ name: 'word/media/image1.png', data: exe }),
    'embedded',
  ],
  [
    'a letter that runs a command',
    'a.docx',
    () => letter({ name: 'word/b.xml', data: '<w:instrText> DDEAUTO c:\\\\cmd.exe</w:instrText>' }),
    'links',
  ],
  [
    'an OFD with an archive in it',
    'a.ofd',
    () => ofd({ name: 'Doc_0/Attachs/a.zip', data: zipOf({ name: 'a', data: 'a' }) }),
    'embedded',
  ],
  ['a table that a spreadsheet would run', 'a.csv', () => "费目,金额\n引航费,=cmd|' /C calc'!A0\n", 'formulas'],
]

const KEPT: readonly [says: string, name: string, bytes: () => Bytes][] = [
  ['a PDF', '账单.PDF', () => pdfOf()],
  ['a PDF with packed objects', 'a.pdf', () => pdfOf({ objects: [packedObjects('9 0 << /A /B >>')] })],
  ['a photograph', 'a.jpeg', () => photo()],
  ['a PNG', 'a.png', () => picture('png')],
  ['a WebP', 'a.webp', () => picture('webp')],
  [
    'a workbook with a link to click',
    'a.xlsx',
    () => workbook(external('officeDocument/2006/relationships/hyperlink')),
  ],
  [
    'a workbook of tags that never end',
    'a.xlsx',
    () =>
      workbook({ name: 'xl/_rels/a.rels', data: `<${'Relationship '.repeat(200_000)}${'<sheet '.repeat(200_000)}` }),
  ],
  [
    'a letter with a field of nothing but blanks',
    'a.docx',
    () => letter({ name: 'word/b.xml', data: `<w:instrText${' '.repeat(2_000_000)}` }),
  ],
  ['a letter', 'a.docx', () => letter({ name: 'word/media/image1.png', data: 'x' })],
  ['an OFD with its e-invoice', 'a.ofd', () => ofd({ name: 'Doc_0/Attachs/original_invoice.xml', data: invoice })],
  ['an e-invoice', 'a.xml', () => invoice],
  ['a table in UTF-8 with amounts below zero', 'a.csv', () => '费目,金额\n引航费,-5.00\n'],
  ['a table in GB18030', 'a.csv', () => Buffer.from('b7d1c4bf2cbdf0b6ee', 'hex')],
]

describe('a corpus of files', () => {
  test.for(REFUSED)('%s is refused, with words that say what to do', async ([, name, bytes, code]) => {
    expect(await fate(name, bytes())).toBe(`refused: ${code}`)
  })
  test.for(APART)('%s is kept apart', async ([, name, bytes, why]) => {
    expect(await fate(name, bytes())).toBe(`kept apart: ${why}`)
  })
  test.for(KEPT)('%s is kept', async ([, name, bytes]) => {
    expect(await fate(name, bytes())).toBe('kept')
  })
})

test('a photograph is encoded anew: turned upright, without place, camera or what hung behind it', async () => {
  const sent = Buffer.concat([await photo(), zipOf({ name: 'evil.js', data: 'alert(1)' })])
  expect((await sharp(sent).metadata()).exif?.includes('SecretPhone')).toBe(true)
  const { bytes } = await lookedAt({ name: 'a.jpg', bytes: sent }, FILE_LIMITS)
  const { width, height, exif, orientation, format } = await sharp(bytes).metadata()
  expect({ width, height, exif, orientation, format }).toEqual({ width: 40, height: 60, format: 'jpeg' })
  for (const trace of ['SecretPhone', 'evil.js', 'PK\x03\x04']) expect(bytes.includes(trace), trace).toBe(false)
})

test('a name keeps its words and loses folders, what is invisible, and what turns the writing around', () => {
  const names = [
    '../../etc/账单.PDF',
    'C:\\temp\\a\u0007b.pdf',
    'in\u202Evoice\u200b.pdf',
    '.htaccess.pdf',
    'a<b>:"|?*.pdf',
    '\u200b',
  ]
  expect(names.map((name) => fileName(name, 'pdf'))).toEqual([
    '账单.pdf',
    'ab.pdf',
    'invoice.pdf',
    'htaccess.pdf',
    'a_b______.pdf',
    'file.pdf',
  ])
  expect([...fileName(`${'长'.repeat(300)}.pdf`, 'pdf')].length).toBe(114)
})
