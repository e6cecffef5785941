import type { FeeItemCode } from '../codes.ts'
import { addDays, type Day } from '../day.ts'
import type { Lineage } from '../lineage.ts'
import type { Linted } from './rule.ts'
import { once } from './scene.ts'

/** 并入且不得超过原标准: since when an item is part of another, and the last day on which its own price stood. */
export type Cap = { lineage: Lineage; from: Day; lastOwnDay: Day }

/** The items that went into another under the ceiling of their former price, by the code they had. */
export const capped = once((given: Linted): ReadonlyMap<FeeItemCode, Cap> => {
  const caps = new Map<FeeItemCode, Cap>()
  for (const versions of given.after.reference.of.lineage.values())
    for (const { payload, valid } of versions)
      if (payload?.ceiling)
        caps.set(payload.from, { lineage: payload, from: valid.from, lastOwnDay: addDays(valid.from, -1) })
  return caps
})
