import type { CreditCode } from '../codes.ts'
import type { Day } from '../day.ts'
import type { Live } from '../live.ts'
import type { Statement } from '../statement.ts'
import { inForce, type Validity } from '../validity.ts'
import { type ImportRole, TABLES, type TableName } from './columns.ts'
import { isSame } from './compare.ts'
import { rowOfItem, rowOfStandard, type TemplateRow } from './row-of-standard.ts'

/** 模板: the tables of a role, with rows already filled in or none. */
export type Template = { role: ImportRole; tables: { table: TableName; rows: TemplateRow<string>[] }[] }

/** An empty template. */
export const emptyTemplate = (role: ImportRole): Template => ({
  role,
  tables: TABLES[role].map((table) => ({ table, rows: [] })),
})

/** A template with the list as it is on a day: an entity's, or (null) the government's with all items. */
export function filledTemplate(live: Live, entity: CreditCode | null, on: Day): Template {
  const standards = [...live.standards.values()].flatMap((versions) => {
    const said = inForce(versions, on)
    if (!said?.payload || said.payload.entity !== entity) return []
    return [rowOfStandard(said.payload, { from: said.valid.from, until: endOf(versions, said) }, live.reference, on)]
  })
  const items = [...live.reference.of.item.values()].flatMap((versions) => {
    const said = inForce(versions, on)
    return said?.payload ? [rowOfItem(said.payload, { from: said.valid.from, until: endOf(versions, said) })] : []
  })
  const role = entity === null ? 'catalogue' : 'entity'
  return { role, tables: TABLES[role].map((table) => ({ table, rows: table === 'items' ? items : standards })) }
}

/** The day on which what is said now ends, however many statements say it one after the other. */
function endOf<K extends 'standard' | 'item'>(
  versions: readonly Statement<K>[],
  said: Statement<K>,
): Validity['until'] {
  let end = said.valid.until
  for (const next of versions)
    if (next.valid.from === end && next.payload !== null && isSame(next.payload, said.payload!)) end = next.valid.until
  return end
}
