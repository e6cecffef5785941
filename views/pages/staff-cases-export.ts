import { type FilterParams, queueAddress } from '../cases/filter-words.ts'
import type { Counted } from '../cases/tiles.ts'
import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { codeInput, type Input } from './staff-input.ts'

/** `/staff/cases/export`: how many cases a file would hold, and the code that lets it go. */
export type StaffCasesExportPage = {
  frame: StaffFrame
  says: string
  most: string | null
  action: string
  filter: string
  code: Input | null
  csrf: string
  back: string
  words: Messages['caseQueue']
}

export function staffCasesExportPage(
  ctx: StaffContext,
  { total, params, wrong }: { total: Counted; params: FilterParams; wrong: boolean },
): StaffCasesExportPage {
  const t = translator(ctx.locale)
  const words = t.words.caseQueue
  const code = codeInput(words.exportCode, wrong ? words.exportCodeFault : null)
  return {
    frame: staffFrame(ctx, words.exportTitle),
    says: t('caseQueue.exportSays', { n: Math.min(total.n, total.most) }),
    most: total.n > total.most ? t('caseQueue.exportMost', { n: total.most }) : null,
    ...{ action: address(ctx, '/staff/cases/export'), filter: new URLSearchParams(params).toString() },
    code: ctx.strong ? null : { ...code, type: 'password', digits: false },
    ...{ csrf: ctx.csrf, back: queueAddress(ctx, params), words },
  }
}
