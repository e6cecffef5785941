import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { type ImportRow, type ImportTold, importRow } from '../words/import-row.ts'

export type ImportsData = { imports: readonly ImportTold[]; before: number | null }

/** `/staff/imports`: the files that were sent in, newest first. */
export type StaffImportsPage = {
  frame: StaffFrame
  begin: string | null
  rows: ImportRow[]
  none: string
  older: string | null
  words: Messages['imports']
}

/** The page of those files; whoever may send one finds where. */
export function staffImportsPage(ctx: StaffContext, { imports, before }: ImportsData): StaffImportsPage {
  const t = translator(ctx.locale)
  const { imports: words } = t.words
  const writes = ctx.may('import.write')
  return {
    frame: staffFrame(ctx, words.title),
    begin: writes ? address(ctx, '/staff/imports/new') : null,
    rows: imports.map((told) => importRow(told, t)),
    none: writes ? words.none : words.noneReadOnly,
    older: before === null ? null : address(ctx, '/staff/imports', { before: String(before) }),
    words,
  }
}
