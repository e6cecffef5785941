import type { ContactFieldName } from '../../complaints/words.ts'
import { caseAddress } from '../complaints/case-form.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** What is shown once and kept nowhere: a sealed field that was opened, or a new code. */
type Shown =
  | { no: string; what: 'party'; field: ContactFieldName; value: string }
  | { no: string; what: 'code'; field: null; value: string }

export type StaffCaseShownPage = {
  frame: StaffFrame
  back: string
  no: string
  title: string
  says: string
  label: string
  value: string
  words: Messages['caseFile']
}

export function staffCaseShownPage(ctx: StaffContext, { no, what, field, value }: Shown): StaffCaseShownPage {
  const { caseFile: words } = translator(ctx.locale).words
  const title = what === 'party' ? words.partyTitle : words.codeTitle
  return {
    frame: staffFrame(ctx, title),
    back: caseAddress(ctx, no),
    ...{ no, title, value, words },
    says: what === 'party' ? words.openedSays : words.codeSays,
    label: field === null ? words.codeTitle : words[`field-${field}`],
  }
}
