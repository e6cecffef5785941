import { expect, test } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { readImport } from '../../../catalogue/import/import.ts'
import { filledTemplate } from '../../../catalogue/import/template.ts'
import { CODES } from '../../../seeds/demo/entities.ts'
import { templateCsv, templateWorkbook } from '../../../server/files/import-template.ts'
import { readCsvSheet } from '../../../server/files/in/import-csv.ts'
import { IMPORT_LIMITS } from '../../../server/files/in/import-limits.ts'
import { readSheets } from '../../../server/files/in/import-workbook.ts'
import { readImportFile } from '../../../server/import.ts'
import { SAMPLE_CHANGES, SAMPLE_ENTITY, SAMPLE_FAULTS, sampleList } from '../../support/import-sample.ts'
import { liveOfSeeds } from '../../support/live.ts'
import { NOW } from '../../support/portal.ts'

const EFFECTIVE = day('2026-12-01')
const LISTS = [...Object.values(CODES), null]
const quiet = { problems: [], lines: [], asks: [], previews: [] }
const asked = (entity: string | null) => ({
  ...({ mode: 'full', effective: EFFECTIVE, live: liveOfSeeds(), attest: false, file: 'f'.repeat(64) } as const),
  entity,
})
const written = (entity: string | null, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const live = liveOfSeeds()
  return {
    template: filledTemplate(live, entity, EFFECTIVE),
    reference: live.reference,
    on: EFFECTIVE,
    locale,
    at: NOW,
  }
}

test.for(LISTS)(
  'the list of %s, taken as a workbook and sent back as the whole list, changes nothing',
  async (entity) => {
    const template = written(entity, entity === null ? 'en' : 'zh-CN')
    const reading = readImport(await readSheets(await templateWorkbook(template), IMPORT_LIMITS), asked(entity))
    expect(reading).toMatchObject(quiet)
    const rows = template.template.tables.reduce((sum, one) => sum + one.rows.length, 0)
    expect(rows).toBeGreaterThan(1)
    expect(reading.counts).toMatchObject({ rows, unchanged: rows })
  },
)

test.for(LISTS)('the list of %s, taken as CSV and sent back, changes nothing', (entity) => {
  const template = written(entity, 'en')
  for (const { table } of template.template.tables) {
    const sheets = readCsvSheet(templateCsv(template, table), IMPORT_LIMITS)
    expect(readImport(sheets, asked(entity))).toMatchObject(quiet)
  }
})

test('a list that is attested is confirmed line by line, each with the file, sheet and row it was read from', async () => {
  const bytes = await templateWorkbook(written(CODES.terminal))
  const told: string[] = []
  const { reading, file } = await readImportFile(
    bytes,
    'list.xlsx',
    { ...asked(CODES.terminal), attest: true },
    (done, stage) => told.push(`${stage} ${done}`),
  )
  expect(reading.lines).toHaveLength(60)
  expect(new Set(reading.lines.map(({ change }) => change))).toEqual(new Set(['confirm']))
  expect(reading.lines[0]!.source).toEqual({ file, sheet: '收费标准', row: 3 })
  expect([told[0], told.at(-1)]).toEqual(['unpack 0', 'compare 1'])
})

test('the sample of 60 rows changes twelve prices; its faulty twin has five faults, each named at its cell, and no line', async () => {
  const read = async (faulty: boolean) =>
    readImport(await readSheets(await sampleList({ faulty }), IMPORT_LIMITS), asked(SAMPLE_ENTITY))
  const right = await read(false)
  expect(right.problems).toEqual([])
  expect(right.counts).toEqual({
    rows: 60,
    added: 0,
    changed: SAMPLE_CHANGES,
    ended: 0,
    unchanged: 60 - SAMPLE_CHANGES,
    asked: 0,
  })
  const faulty = await read(true)
  const found = faulty.problems.map(({ row, code, column }) => ({ row, name: column?.name, code }))
  expect(found).toEqual(expect.arrayContaining(SAMPLE_FAULTS.map((fault) => ({ ...fault }))))
  expect(new Set(found.map(({ code }) => code)).size).toBe(5)
  expect([faulty.lines, faulty.asks]).toEqual([[], []])
})
