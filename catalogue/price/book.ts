import type { CreditCode, FeeItemCode, PortCode } from '../codes.ts'
import type { Reference } from '../reference.ts'
import type { Statement } from '../statement.ts'

/**
 * What one release says of prices at one port. `standards` gives every version, of all days, in order of time, of the
 * government's lines of an item that hold at the port (`entity` null: the port's own stand in for national ones with
 * the same line), or of what an entity posts there. It must have been read for that item and entity before.
 */
export type PriceBook = {
  release: number
  port: PortCode
  reference: Reference
  standards: (item: FeeItemCode, entity: CreditCode | null) => readonly Statement<'standard'>[]
}
