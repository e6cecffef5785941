import type { KnownFact } from '../../catalogue/facts.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { type CheckFault, ROW_FACTS, ROWS, type RowField, type SentRow } from '../words/sent-bill.ts'
import { type Field, factOptions, faultWords, fieldOf } from './check-field.ts'

/** 费用明细 as typed lines: each with its fields, what travels unseen, and what is wrong with it. */
export type TypedRow = {
  n: string
  title: string
  first: boolean
  cells: TypedCell[]
  unseen: { name: string; value: string }[]
  kept: string
}
export type TypedCell = Field & { kind: RowField }

/** The lines of the form: as many as were sent, and no fewer than it shows at first. */
export function typedRows(rows: readonly SentRow[], faults: readonly CheckFault[], t: Translate): TypedRow[] {
  const count = Math.min(ROWS.most, Math.max(ROWS.first, rows.length))
  return Array.from({ length: count }, (_, n) => typedRow(n, rows[n] ?? {}, faults, t))
}

function typedRow(n: number, row: SentRow, faults: readonly CheckFault[], t: Translate): TypedRow {
  const { check: words } = t.words
  const cell = (kind: RowField, rest: Partial<Field>): TypedCell => {
    const fault = faults.find(({ field }) => field === `l${n}_${kind}`)
    const sent = { value: row[kind] ?? '', fault: fault === undefined ? null : faultWords(fault, t) }
    const label = kind in t.words.fact ? t.words.fact[kind as KnownFact] : words[kind as keyof Messages['check']]
    return { ...fieldOf(`l${n}_${kind}`, label, sent, rest), kind }
  }
  const day = row.served_on ?? ''
  return {
    n: String(n + 1),
    title: t('check.row', { n: String(n + 1) }),
    first: n === 0,
    cells: [
      cell('name', {}),
      cell('quantity', { mode: 'decimal' }),
      cell('unit', {}),
      cell('unit_price', { mode: 'decimal' }),
      cell('amount', { mode: 'decimal' }),
      cell('served_on', { type: day === '' || /^\d{4}-\d\d-\d\d$/.test(day) ? 'date' : 'text' }),
      ...ROW_FACTS.map((fact) => cell(fact, { type: 'select', options: factOptions(fact, words.unsaidShort, t) })),
    ],
    unseen: (['item', 'more'] as const).flatMap((kind) =>
      row[kind] ? [{ name: `l${n}_${kind}`, value: row[kind] }] : [],
    ),
    kept: row.more || row.item ? words.keptUnseen : '',
  }
}

/** 第 3 行 金额, for the list of what is wrong. */
export function rowLabel(field: string, t: Translate): string | undefined {
  const [, n, kind] = /^l(\d+)_([a-z_]+)$/.exec(field) ?? []
  if (n === undefined) return undefined
  const label = kind! in t.words.fact ? t.words.fact[kind as KnownFact] : t.words.check[kind as keyof Messages['check']]
  return t('check.rowField', { n: String(Number(n) + 1), field: label })
}
