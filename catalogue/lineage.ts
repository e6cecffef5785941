import { z } from 'zod'
import { Basis } from './basis.ts'
import { FeeItemCode } from './codes.ts'
import { Text } from './text.ts'

/** What became of an item: renamed, replaced, merged, split, or kept as a sub-item of another. */
export const LineageKind = z.enum(['renamed', 'replaced_by', 'merged_into', 'split_into', 'absorbed_as_subitem'])

/** 沿革: one item became (part of) another. With `ceiling` the new sub-item may not exceed the old standard. */
export const Lineage = z
  .strictObject({
    from: FeeItemCode,
    to: FeeItemCode,
    kind: LineageKind,
    ceiling: z.boolean(),
    basis: z.array(Basis).max(6),
    note: Text,
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'becomes-itself' })
export type Lineage = z.infer<typeof Lineage>
