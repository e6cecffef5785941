import { day } from '../../catalogue/day.ts'
import { filledTemplate } from '../../catalogue/import/template.ts'
import { type Line, say } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import { openDatabase } from '../../server/db/database.ts'
import { openHead } from '../../server/db/head.ts'
import { publish } from '../../server/db/publish.ts'
import { referenceReader } from '../../server/db/reference.ts'
import { templateWorkbook } from '../../server/files/import-template.ts'
import { readList } from '../../server/imports.ts'
import { liveFor } from '../../server/lint.ts'
import { WHY } from '../data/fill.ts'
import { posted, type Scale } from '../data/invented.ts'
import { median } from '../load.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const EFFECTIVE = day('2027-03-01')
export const ROWS = 5000

/** A workbook of 5 000 rows of one entity, every other one a yuan dearer, read, compared and linted: seconds, the median of three. */
export async function importing(url: string, scale: Scale): Promise<{ seconds: number; lines: number }> {
  const db = openDatabase(url, console.error, null)
  const head = await openHead(db, url, console.error)
  try {
    const one = posted(0, scale)
    const made = await publish(
      db,
      { title: text('一份长清单'), note: null, backfilled: false, lines: longList(scale) },
      NOW,
    )
    if (!made.ok) throw new Error(JSON.stringify(made.faults.slice(0, 3)))
    await head.refresh()
    const lists = { db, head, reference: referenceReader(db), now: () => NOW }
    const bytes = await workbook(lists, one.entity!)
    const sent = {
      entity: one.entity,
      mode: 'changes',
      effective: EFFECTIVE,
      attest: false,
      name: 'list.xlsx',
      bytes,
    } as const
    const spent: number[] = []
    let lines = 0
    for (let turn = 0; turn < 3; turn++) {
      const begun = performance.now()
      const { reading, lint } = await readList(lists, sent)
      spent.push(performance.now() - begun)
      lines = reading.lines.length
      if (lint === null || lines < ROWS / 2) throw new Error(JSON.stringify([lines, reading.problems.slice(0, 3)]))
    }
    return { seconds: median(spent) / 1000, lines }
  } finally {
    await head.close()
    await db.destroy()
  }
}

/** Prices of one entity that were never told before, each a line of its own. */
const longList = (scale: Scale): Line[] =>
  Array.from({ length: ROWS }, (_, n) => {
    const amount = `${20 + (n % 400)}.00`
    const standard = {
      ...posted(0, scale),
      line: `row-${n}`,
      label: text(`第 ${n} 行`),
      rate: { form: 'fixed', amount },
      posted: `${amount} 元/箱`,
    } as const
    return say('standard', standard, { from: day('2026-01-01'), until: null }, WHY)
  })

async function workbook(lists: Parameters<typeof liveFor>[0], entity: string): Promise<Buffer> {
  const live = await liveFor(lists, [entity])
  const template = filledTemplate(live, entity, EFFECTIVE)
  for (const { rows } of template.tables)
    rows.forEach((row, n) => {
      if (n % 2 === 0 && row.amount) Object.assign(row, dearer(row.amount))
    })
  return templateWorkbook({ template, reference: live.reference, on: EFFECTIVE, locale: 'zh-CN', at: NOW })
}

const dearer = (amount: string) => {
  const more = (Number(amount) + 1).toFixed(2)
  return { amount: more, posted: `${more} 元/箱` }
}
