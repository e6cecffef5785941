import type { Messages, Values } from '../../../views/locale/locale.ts'

type BillWord = keyof Messages['billFiles']

/** Why a file cannot be read as a bill: each has its words in `billFiles`, what is wrong and (`-mend`) what to send instead. */
export type BillFault = { [W in BillWord]: W extends `${infer Code}-mend` ? Code : never }[BillWord]

/** The refusal of a file: its code, and the values its words name (`cells`, `sheet`, `limit`, `found` …). */
export class BillRefusal extends Error {
  readonly code: BillFault
  readonly values: Values

  constructor(code: BillFault, values: Values = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}
