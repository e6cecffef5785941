import { expect } from 'vitest'
import { linesOf, recognise } from '../../../../catalogue/check/columns.ts'
import type { BillLimits } from '../../../../server/files/in/limits.ts'
import { readBill } from '../../../../server/files/in/read-bill.ts'
import { BillRefusal } from '../../../../server/files/in/refusal.ts'
import { LOCALES, translator } from '../../../../views/locale/locale.ts'

/** A file read as a bill. */
export const read = (bytes: Buffer | string, name = 'bill', limits?: BillLimits) =>
  readBill({ name, bytes: Buffer.from(bytes) }, limits)

/** Names and amounts of the lines read, to compare. */
export const charges = async (bytes: Buffer | string): Promise<string[]> => {
  const { rows } = await read(bytes)
  return linesOf(rows, recognise(rows)).lines.map(({ line }) => `${line.name} ${line.amount}`)
}

/** The refusal of a file, which must have words in every language for what is wrong and how to mend it. */
export async function refusal(bytes: Buffer | string, limits?: BillLimits): Promise<BillRefusal> {
  const error = await read(bytes, 'bill.xlsx', limits).then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof BillRefusal)) throw error ?? new Error('it was read')
  for (const locale of LOCALES) {
    const t = translator(locale)
    expect(t(`billFiles.${error.code}`, error.values)).not.toMatch(/[{}]/)
    expect(t(`billFiles.${error.code}-mend`, error.values)).not.toMatch(/[{}]/)
  }
  return error
}
