import type { Line } from '../../catalogue/release.ts'
import type { Translate } from '../locale/locale.ts'
import { type Beside, type ImportLine, importLine } from '../words/import-lines.ts'
import { comparedWith, type ImportTold } from '../words/import-row.ts'

/** Lines of the preview on one page. */
export const PREVIEW_LINES = 100

/** The lines a file comes to, a page of them. */
export type PreviewPart = {
  lead: string
  none: string
  caption: string
  lines: ImportLine[]
  previous: string | null
  next: string | null
}

export function previewPart(
  lines: readonly Line[],
  page: number,
  beside: Beside,
  told: ImportTold,
  action: string,
  t: Translate,
): PreviewPart {
  const last = Math.max(1, Math.ceil(lines.length / PREVIEW_LINES))
  const at = Math.min(page, last)
  const first = (at - 1) * PREVIEW_LINES
  const shown = lines.slice(first, first + PREVIEW_LINES)
  const to = (n: number) => `${action}?page=${n}#preview`
  return {
    lead: comparedWith(told, t),
    none: told.open > 0 ? t.words.imports.previewNoneYet : t.words.imports.previewNone,
    caption: t('imports.previewCaption', { from: first + 1, to: first + shown.length, n: lines.length }),
    lines: shown.map((line, index) => importLine(line, first + index + 1, beside, t)),
    previous: at > 1 ? to(at - 1) : null,
    next: at < last ? to(at + 1) : null,
  }
}
