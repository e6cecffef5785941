import type { CreditCode, FeeItemCode } from '../codes.ts'
import type { Reference } from '../reference.ts'

/** 企业自用名: what an entity calls an item on its list. */
export type OwnName = { item: FeeItemCode; entity: CreditCode; name: string }

/** What names are looked up in: items with their names, aliases and lineage at a release, and operators' own names at a port. */
export type NameSource = { reference: Reference; ownNames: readonly OwnName[] }
