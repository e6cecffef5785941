import type { Messages, Values } from '../../../views/locale/locale.ts'

type Word = keyof Messages['attachments']

/** Why a file is not taken: each has its words in `attachments` (`fault-<code>`), what is wrong and what to do instead. */
export type FileFault = { [W in Word]: W extends `fault-${infer Code}` ? Code : never }[Word]

/** Why a file is kept apart until the desk has looked at it: words `why-<code>`. */
export type HeldBecause = { [W in Word]: W extends `why-${infer Code}` ? Code : never }[Word]

/** The refusal of a file, with the values that its words name. */
export class FileRefusal extends Error {
  readonly code: FileFault
  readonly values: Values

  constructor(code: FileFault, values: Values = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}
