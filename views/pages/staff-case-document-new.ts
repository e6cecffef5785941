import type { FormContent } from '../../complaints/documents/content.ts'
import { type Form, KINDS } from '../../complaints/documents/forms.ts'
import { PARTS, type Part, type PartFault } from '../../complaints/documents/parts.ts'
import type { Ground } from '../../complaints/refusal-grounds.ts'
import { type FormSent, faultText } from '../complaints/case-field.ts'
import { type CaseForm, caseAddress, caseForm } from '../complaints/case-form.ts'
import { type Paper, paperOf } from '../complaints/paper.ts'
import { said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** A form being drafted: what stands in its parts, what is wrong with them, and `content` where it is to be previewed. */
export type Drafting = {
  no: string
  form: Form
  version: number
  given: Readonly<Record<string, string>>
  faults: readonly PartFault[]
  grounds: readonly Ground[]
  content: FormContent | null
  /** Has the case gone on since it was previewed? */
  goneOn: boolean
}

/** 出具文书: the parts to fill in, or the whole form once more before it is issued. */
export type StaffCaseDocumentNewPage = {
  frame: StaffFrame
  no: string
  back: string
  title: string
  says: string
  secret: string | null
  goneOn: boolean
  problems: { text: string; href: string }[]
  form: CaseForm | null
  paper: Paper | null
  confirm: { action: string; fields: { name: string; value: string }[] } | null
  words: Messages['caseForms']
  common: Messages['common']
}

export function staffCaseDocumentNewPage(ctx: StaffContext, drafting: Drafting): StaffCaseDocumentNewPage {
  const t = translator(ctx.locale)
  const words = t.words.caseForms
  const { no, form, content, goneOn } = drafting
  const title = words[`form-${form}`]
  const sent: FormSent = { form: FORM, values: drafting.given, lists: {}, faults: drafting.faults, refused: null }
  return {
    frame: staffFrame(ctx, `${title} ${no}`),
    ...{ no, title, goneOn, back: caseAddress(ctx, no) },
    secret: KINDS[form].type === 'report' ? words.sealedSays : null,
    says: content === null ? words.newSays : words.previewSays,
    problems: drafting.faults.map(({ field, code }) => ({
      text: `${words[`part-${field}`]}${t.words.caseFile.colon}${faultText(field, code, t)}`,
      href: `#${FORM}-${field}`,
    })),
    form: content === null ? caseForm(no, asked(drafting, t), sent, ctx, t) : null,
    paper: content === null ? null : paperOf(content, t),
    confirm: content === null ? null : confirmOf(drafting, ctx),
    words,
    common: t.words.common,
  }
}

const FORM = 'document'
const placeOf = ({ form }: Drafting): string => `/documents/new?form=${form}`

const asked = (drafting: Drafting, t: Translate) => ({
  form: FORM,
  to: placeOf(drafting),
  version: drafting.version,
  button: t.words.caseForms.preview,
  fields: PARTS[drafting.form].map((part) => fieldOf(part, drafting, t)),
})

function fieldOf({ name, kind, optional }: Part, { grounds }: Drafting, t: Translate) {
  const label = t.words.caseForms[`part-${name}`]
  const more = { name, label, ...(optional === undefined ? {} : { optional }) }
  if (kind !== 'ground') return { ...more, kind, rows: name === 'contact' ? 2 : 8 }
  const options = grounds.map(({ code, says }) => ({ value: code, ...said(says, t.locale) }))
  return { ...more, kind: 'select' as const, options: [{ value: '', text: t.words.caseActs.choose }, ...options] }
}

/** What is previewed goes back as it was, with the version that was looked at. */
const confirmOf = (drafting: Drafting, ctx: StaffContext): StaffCaseDocumentNewPage['confirm'] => ({
  action: caseAddress(ctx, drafting.no, '/documents/new', { form: drafting.form }),
  fields: [
    { name: 'csrf', value: ctx.csrf },
    { name: 'version', value: String(drafting.version) },
    ...PARTS[drafting.form].map(({ name }) => ({ name, value: drafting.given[name] ?? '' })),
  ],
})
