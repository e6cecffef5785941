import type { ImportColumn } from './column.ts'
import { ITEM_COLUMNS } from './item-columns.ts'
import { STANDARD_COLUMNS } from './standard-columns.ts'

/** Which list a file is: an entity's own standards, or the government's standards and the items. */
export type ImportRole = 'entity' | 'catalogue'
export type TableName = 'standards' | 'items'

/** The columns of each table of a template, in the order in which they stand. */
export const columnsOf = (role: ImportRole, table: TableName): readonly ImportColumn[] =>
  (table === 'items' ? ITEM_COLUMNS : STANDARD_COLUMNS).filter(({ only }) => only === undefined || only === role)

/** The tables of a role's template. */
export const TABLES: Record<ImportRole, readonly TableName[]> = {
  entity: ['standards'],
  catalogue: ['standards', 'items'],
}

/** The heading behind the last column: which template it is. */
export const markOf = (role: ImportRole, table: TableName, version: number): string =>
  `template:${role}-${table}-${version}`
