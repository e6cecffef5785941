import { BOX_KINDS, BOX_SIZES } from '../../catalogue/asked.ts'
import type { Translate } from '../locale/locale.ts'
import { idOf } from '../words/sent-form.ts'

/** 箱量表: sizes down, kinds across. */
export type BoxTable = {
  heads: string[]
  rows: { size: string; cells: { id: string; name: string; label: string; value: string; faulty: boolean }[] }[]
  faults: { label: string; text: string }[]
}

/** The table filled in as it was sent. */
export function boxTable(
  value: (name: string) => string,
  fault: (name: string) => string | null,
  t: Translate,
): BoxTable {
  const { calculator: words } = t.words
  const rows = BOX_SIZES.map((size) => ({
    size: t('calculator.feet', { size }),
    cells: BOX_KINDS.map((kind) => {
      const name = `b${size}_${kind}`
      const label = t('calculator.boxCell', { size, kind: words[kind] })
      return { id: idOf(name), name, label, value: value(name), faulty: fault(name) !== null }
    }),
  }))
  const faulty = rows.flatMap(({ cells }) => cells).filter((cell) => cell.faulty)
  return {
    heads: BOX_KINDS.map((kind) => words[kind]),
    rows,
    faults: faulty.map(({ label, name }) => ({ label, text: fault(name)! })),
  }
}
