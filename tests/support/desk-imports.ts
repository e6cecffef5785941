import { parse } from 'csv-parse/sync'
import { day } from '../../catalogue/day.ts'
import { filledTemplate } from '../../catalogue/import/template.ts'
import { answer, applyImport } from '../../server/db/import-answers.ts'
import { beginReading, discardImport, failImport, readingOfImport, storeImport } from '../../server/db/imports.ts'
import { templateCsv } from '../../server/files/import-template.ts'
import { chosenLines } from '../../server/imports.ts'
import { readImportTask } from '../../server/jobs/read-import.ts'
import { liveFor } from '../../server/lint.ts'
import { type Acting, peopleOf } from './desk-sets.ts'
import { csvOf, thrown, withCell } from './imports.ts'
import { NOW } from './now.ts'
import { TERMINAL } from './proposals.ts'

/** An import in each state, by number. */
export type DeskImports = Record<
  'waiting' | 'faulty' | 'asking' | 'clean' | 'applied' | 'failed' | 'discarded' | 'program',
  number
>

const ON = day('2026-11-24')

/** 导入 in every state: read by the job that reads them, or left where it would have stopped. */
export async function makeImports(desk: Acting): Promise<DeskImports> {
  const { db } = desk
  const { terminal } = await peopleOf(desk)
  const rows = await rowsOf(desk)
  const send = (name: string, bytes: Uint8Array | string, mode: 'full' | 'changes' = 'changes') => {
    const asked = { entity: TERMINAL, mode, effective: ON, attest: false }
    return storeImport(db, { ...asked, name, bytes: Buffer.from(bytes as string) }, terminal.id, NOW)
  }
  const read = async (id: number) => {
    await readImportTask(desk, thrown)({ id })
    return id
  }
  const file = (cells: string[][]) => csvOf(cells).bytes
  const [raised, also] = [changed(rows, 0, '1'), changed(rows, 1, '2')]

  const applied = await read(await send('已改价目.csv', file(also)))
  const { reading } = (await readingOfImport(db, applied))!
  const lines = chosenLines(reading, new Map())
  const title = { title: { zh: '堆存保管费调整', en: null }, note: null }
  await applyImport(db, applied, { ...title, entity: TERMINAL, lines }, terminal.id, NOW)

  const asking = await read(await send('整份清单.csv', file(raised.slice(0, -3)), 'full'))
  const [ask] = (await readingOfImport(db, asking))!.reading.asks
  await answer(db, asking, new Map([[ask!.id, true]]), terminal.id, NOW)

  const failed = await send('中断.csv', file(raised))
  await beginReading(db, failed)
  await failImport(db, failed, { code: 'unforeseen', values: {} })
  const discarded = await send('作废.csv', file(raised))
  await discardImport(db, discarded)
  return {
    ...{ applied, asking, failed, discarded },
    faulty: await read(await send('清单.csv', file(spoilt(rows)))),
    clean: await read(await send('价目.csv', file(raised))),
    program: await read(await send('清单.xlsx', `MZ\u0090\0${'\0'.repeat(400)}`)),
    waiting: await send('等候.csv', file(raised)),
  }
}

/** The terminal's list as a file: with faults, or without its last two prices. */
export async function listOf(desk: Acting, how: 'faulty' | 'shorter') {
  const rows = await rowsOf(desk)
  const { bytes, name, type: mimeType = 'text/csv' } = csvOf(how === 'faulty' ? spoilt(rows) : rows.slice(0, -2))
  return { name, mimeType, buffer: Buffer.from(bytes as string) }
}

/** The terminal's list as the portal fills its own template. */
async function rowsOf(desk: Acting): Promise<string[][]> {
  const live = await liveFor(desk, [TERMINAL])
  const asked = { reference: live.reference, on: ON, locale: 'zh-CN', at: NOW } as const
  const csv = templateCsv({ ...asked, template: filledTemplate(live, TERMINAL, ON) }, 'standards')
  return parse(csv, { bom: true, relaxColumnCount: true }) as string[][]
}

/** The list with one of its fixed prices a little lower. */
function changed(rows: string[][], nth: number, less: string): string[][] {
  const amount = rows[0]!.indexOf('amount')
  const priced = rows.flatMap((cells, row) => (row > 1 && Number(cells[amount]) > 20 ? [row] : []))
  const row = priced[nth]!
  return withCell(rows, row, 'amount', String(Number(rows[row]![amount]) - Number(less)))
}

const spoilt = (rows: string[][]): string[][] =>
  [
    ['unit', '标准箱次'],
    ['item', 'container-handlng'],
    ['amount', '四百九十'],
    ['effective_from', '1/2/2027'],
  ].reduce((so, [column, value], index) => withCell(so, 4 + index * 3, column!, value!), rows)
