import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { hasOffice, hasOpenpyxl, officeWorkbook } from '../readers.ts'
import { read, refusal } from './reading.ts'

const ROWS = [
  ['费目', '数量', '单价', '金额', '作业日期'],
  ['港口设施保安费', '1', '20.4', '20.4', '2026-03-02'],
  ['货物港务费 & "20尺"', '12', '34', '408', '2026-12-31'],
  ['红冲', '1', '0.405', '-0.41', '1999-01-01'],
]

/** A workbook that openpyxl writes with these lines of Python, `s` being its sheet. */
const written = (python: string): Buffer =>
  execFileSync('/usr/bin/python3', [
    '-c',
    `import io, sys, datetime, openpyxl
b = openpyxl.Workbook(); s = b.active; s.title = '账单'
${python}
f = io.BytesIO(); b.save(f); sys.stdout.buffer.write(f.getvalue())`,
  ])

const AS_ROWS = `
for name, n, price, sum, day in ${JSON.stringify(ROWS.slice(1))}:
  if s.max_row == 1: s.append(${JSON.stringify(ROWS[0])})
  s.append([name, int(n), float(price), float(sum), datetime.date.fromisoformat(day)])`

describe('a workbook written by others reads the same', () => {
  test.skipIf(!hasOpenpyxl)('by openpyxl', async () => {
    expect((await read(written(AS_ROWS))).rows).toEqual(ROWS)
  })

  test.skipIf(!hasOffice)('by LibreOffice', { timeout: 90_000 }, async () => {
    const csv = ROWS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
    expect((await read(await officeWorkbook('bill.csv', Buffer.from(csv)))).rows).toEqual(ROWS)
  })

  test.skipIf(!(hasOffice && hasOpenpyxl))(
    'by LibreOffice, from what openpyxl wrote',
    { timeout: 90_000 },
    async () => {
      expect((await read(await officeWorkbook('bill.xlsx', written(AS_ROWS)))).rows).toEqual(ROWS)
    },
  )

  test.skipIf(!hasOpenpyxl)('and so are its formulas, errors and merged cells', async () => {
    const bill = `${AS_ROWS}\n`
    expect((await refusal(written(`${bill}s['D2'] = '=B2*C2'`))).values).toMatchObject({ sheet: '账单', cells: 'D2' })
    expect((await refusal(written(`${bill}s['B3'] = '#DIV/0!'`))).values).toMatchObject({ cells: 'B3' })
    expect((await refusal(written(`${bill}s.merge_cells('E2:E4')`))).values).toMatchObject({ cells: 'E2:E4' })
  })
})
