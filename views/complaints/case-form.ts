import { address } from '../context.ts'
import type { Translate, Values } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { type CaseField, caseField, type FieldAsked, type FormSent } from './case-field.ts'

/** A form of a case as its template prints it. */
export type CaseForm = {
  id: string
  action: string
  csrf: string
  /** Does it send files? */
  multipart: boolean
  label: string | null
  hidden: { name: string; value: string }[]
  refused: string | null
  says: string | null
  fields: CaseField[]
  button: string
  grave: boolean
  quiet: boolean
}

/** What a form is made of: its name, where it goes under the case's address, and what it asks. */
export type FormAsked = {
  form: string
  to: string
  button: string
  fields: readonly FieldAsked[]
  version?: number
  hidden?: Record<string, string>
  says?: string | null
  label?: string | null
  grave?: boolean
  quiet?: boolean
}

/** A form of one case; filled again where it was this form that was sent. */
export function caseForm(
  no: string,
  asked: FormAsked,
  sent: FormSent | null,
  ctx: StaffContext,
  t: Translate,
): CaseForm {
  const own = sent?.form === asked.form ? sent : null
  const version = asked.version === undefined ? {} : { version: String(asked.version) }
  return {
    ...{ id: `form-${asked.form}`, action: caseAddress(ctx, no, asked.to), csrf: ctx.csrf, button: asked.button },
    ...{
      label: asked.label ?? null,

      says: asked.says ?? null,
      grave: asked.grave ?? false,
      quiet: asked.quiet ?? false,
    },
    hidden: Object.entries({ ...version, ...asked.hidden }).map(([name, value]) => ({ name, value })),
    refused: own?.refused ? refusalText(own.refused, t) : null,
    multipart: asked.fields.some(({ kind }) => kind === 'files'),
    fields: asked.fields.map((field) => caseField(asked.form, field, own, t)),
  }
}

/** An address under a case: `/staff/cases/TS20261123-7K3M9QX-1/steps/accept`. */
export const caseAddress = (ctx: StaffContext, no: string, rest = '', params: Record<string, string> = {}): string =>
  address(ctx, `/staff/cases/${encodeURIComponent(no)}${rest}`, params)

/** Why an act was refused, as a sentence with what to do now. */
export function refusalText({ code, values }: { code: string; values: Values }, t: Translate): string {
  const key = `refused-${code}` in t.words.caseActs ? `refused-${code}` : 'refused-bad-value'
  return t(`caseActs.${key}` as 'caseActs.refused-bad-value', { ...NONE, ...values })
}

/** What a refusal may be filled with, where it does not say. */
const NONE: Values = { n: '?', by: '?', at: '', left: '' }
