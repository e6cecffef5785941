import type { Locale } from '../../../views/locale/locale.ts'
import { printedCheck } from '../../../views/print/check.ts'
import type { App } from '../../app.ts'
import { takeFile } from '../../cases/files/take.ts'
import { newKey } from '../../cases/wizard/draft.ts'
import { draftOfCheck } from '../../cases/wizard/from-check.ts'
import { pdfOf } from '../../files/pdf.ts'
import { COSTLY } from '../../policy.ts'
import type { Desk } from '../../staff/desk.ts'
import { sentTo } from '../public/check.ts'
import { reportName, reportOf } from '../public/check-reports.ts'
import { showStep } from './wizard-pages.ts'

/** 以核对结果投诉: the form with the lines in question filled in, and the report of the check as its first file. */
export function fromCheck(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/complaints/from-check', { config: COSTLY }, async (request, reply) => {
    const made = await reportOf(desk, await sentTo(desk, request), locale)
    const key = newKey()
    const bytes = await pdfOf(printedCheck(made))
    const taken = await takeFile(desk, {
      bytes,
      name: reportName(made, 'pdf'),
      to: { draft: key },
      address: request.ip,
    })
    if (!taken.ok) request.log.warn({ code: taken.code }, 'the report of a check could not be attached')
    return showStep({ desk, locale, request, reply }, 'about', {
      key,
      draft: draftOfCheck(made.invoice, made.checked.lines),
    })
  })
}
