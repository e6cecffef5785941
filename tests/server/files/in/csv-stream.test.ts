import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csvRows } from '../../../../server/files/in/csv-stream.ts'

async function rowsOf(text: string): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'rows-'))
  try {
    await writeFile(join(folder, 'bill.csv'), text)
    const rows: string[][] = []
    for await (const batch of csvRows(join(folder, 'bill.csv'))) rows.push(...batch.rows)
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('a row of more cells than a bill has columns is refused by its place', async () => {
  await expect(rowsOf(`费目,金额\n港务费,34\n港务费${',x'.repeat(20_000)}\n`)).rejects.toMatchObject({
    ...{ code: 'too-many-columns', values: { limit: 100, cell: 'ACOG3' } },
  })
})

test('cells left blank behind the last that is filled are no columns', async () => {
  expect(await rowsOf(`费目,金额${','.repeat(5_000)}\n港务费,34${','.repeat(5_000)}\n`)).toEqual([
    ['费目', '金额'],
    ['港务费', '34'],
  ])
})
