import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect } from 'vitest'
import { importList } from '../../../server/commands/import.ts'
import { linesOfSet } from '../../../server/db/change-sets.ts'
import { listImports, readingOfImport } from '../../../server/db/imports.ts'
import { csvOf, filledCsv, listsOn, readWaiting, sendList, TERMINAL, withCell } from '../../support/imports.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { asStaff } from '../../support/staff.ts'

const OPTIONS = { entity: TERMINAL, mode: 'full', effective: '2026-11-24', lang: 'zh' }

/** What the command says of rows, and whether it went well. */
async function said(url: string, rows: readonly string[][], options: object = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  const path = join(folder, '清单.csv')
  const words: string[] = []
  const write = (chunk: Buffer, _: string, done: () => void) => {
    words.push(String(chunk))
    done()
  }
  const out = new Writable({ write })
  try {
    await writeFile(path, csvOf(rows).bytes)
    const ok = await importList(url, path, { ...OPTIONS, ...options }, NOW, out)
    return { ok, text: words.join('') }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const rowsOf = async (app: App, db: Parameters<typeof asStaff>[0]) => filledCsv(app, await asStaff(db, 'terminal'))

test('the command line names every problem with its row, what is wrong and how to mend it', async ({
  app,
  db,
  url,
}) => {
  const rows = await rowsOf(app, db)
  const broken = withCell(withCell(rows, 2, 'amount', '八块钱'), 4, 'effective_from', '1/2/2027')
  const { ok, text } = await said(url, broken)
  expect(ok).toBe(false)
  expect(text).toMatch(/error\t[^\t]*第 3 行[^\t]*\t[^\t]+\t\S/)
  expect(text).toMatch(/error\t[^\t]*第 5 行/)
})

test('the command line reads a file as the page does', async ({ app, db, head, url }) => {
  const rows = withCell((await rowsOf(app, db)).slice(0, -1), 2, 'amount', '999')
  await sendList(app, await asStaff(db, 'terminal'), csvOf(rows), { mode: 'full' })
  await readWaiting(url, { db, head })
  const { reading } = (await readingOfImport(db, 1))!
  const { text } = await said(url, rows)
  const { rows: n, added, changed, ended, unchanged, asked } = reading.counts
  expect(text).toContain(
    `rows ${n}  added ${added}  changed ${changed}  ended ${ended}  unchanged ${unchanged}  asked ${asked}`,
  )
  for (const { id } of reading.asks) expect(text).toContain(`ask\t${id}\t`)
})

test('with --draft it makes the draft as someone who may, once every question is answered', async ({
  app,
  db,
  head,
  url,
}) => {
  const rows = (await rowsOf(app, db)).slice(0, -1)
  await expect(said(url, rows, { draft: true })).rejects.toThrow('--as')
  await expect(said(url, rows, { draft: true, as: 'forwarder' })).rejects.toThrow('may not import')
  await expect(said(url, rows, { draft: true, as: 'nobody' })).rejects.toThrow('nobody who may work here')
  const open = await said(url, rows, { draft: true, as: 'terminal' })
  expect([open.ok, open.text.includes('asks are not answered')]).toEqual([false, true])
  const made = await said(url, rows, { draft: true, as: 'terminal', yesAll: true })
  expect(made.ok).toBe(true)
  const set = Number(/change set (\d+)/.exec(made.text)![1])
  const lines = await linesOfSet(listsOn({ db, head }).db, set)
  expect(lines.map(({ line }) => line.change)).toEqual(['withdraw'])
  expect((await listImports(db, { reach: 'all', limit: 5 })).map(({ state, changeSet }) => [state, changeSet])).toEqual(
    [['applied', set]],
  )
})

test('what is asked of the command line wrongly is named by its option', async ({ url }) => {
  await expect(said(url, [['a']], { entity: '1', mode: 'all', effective: '2027-02-30' })).rejects.toThrow(
    /--entity[\s\S]*--mode[\s\S]*--effective/,
  )
})
