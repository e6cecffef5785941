import { type Part, zip } from './zips.ts'

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a workbook whose sheets hold this XML after `<sheetData>` opens; style 1 is a date. */
export const bookParts = (sheets: readonly { name: string; xml: string; state?: string }[]): Part[] => [
  {
    name: '[Content_Types].xml',
    data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  },
  { name: '_rels/.rels', data: rels([['officeDocument', 'xl/workbook.xml']]) },
  {
    name: 'xl/workbook.xml',
    data: `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${sheets
      .map(
        ({ name, state }, n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state ?? 'visible'}" r:id="r${n}"/>`,
      )
      .join('')}</sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: rels([
      ...sheets.map((_, n) => ['worksheet', `worksheets/sheet${n + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  },
  {
    name: 'xl/styles.xml',
    data: `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  },
  ...sheets.map(({ xml }, n) => ({
    name: `xl/worksheets/sheet${n + 1}.xml`,
    data: `<worksheet xmlns="${MAIN}"><sheetData>${xml}</worksheet>`,
  })),
]

const rels = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], n) => `<Relationship Id="r${n}" Type="${RELS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** A cell by its place: text, a number, or XML of its own. */
export const cell = (place: string, value: string | number): string =>
  typeof value === 'number'
    ? `<c r="${place}"><v>${value}</v></c>`
    : value.startsWith('<')
      ? value.replace('<c', `<c r="${place}"`)
      : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`

/** Rows from the first on, in columns A, B, C …; null leaves a cell out. */
export const rowsXml = (rows: readonly (readonly (string | number | null)[])[], from = 1): string =>
  rows
    .map((values, n) => {
      const cells = values.map((value, at) =>
        value === null ? '' : cell(`${String.fromCharCode(65 + at)}${from + n}`, value),
      )
      return `<row r="${from + n}">${cells.join('')}</row>`
    })
    .join('')

/** A workbook of one sheet. */
export const book = (xml: string): Buffer => zip(bookParts([{ name: '账单', xml }]))
