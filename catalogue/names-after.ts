import type { Day } from './day.ts'
import { afterwards } from './live.ts'
import type { Reference } from './reference.ts'
import type { Line } from './release.ts'

/** What things would be called after lines are published: a set may speak of an item that it brings itself. */
export const namesAfter = (reference: Reference, lines: readonly Line[], today: Day): Reference =>
  lines.length === 0
    ? reference
    : afterwards(
        { release: reference.release, today, reference, standards: new Map(), entities: new Set() },
        lines.filter(({ kind }) => kind !== 'standard'),
      ).reference
