import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { type FormSent, factorAsked } from './case-field.ts'
import { type CaseForm, caseForm } from './case-form.ts'
import type { CaseTold } from './case-told.ts'

/** 当事人: which fields there are, sealed; the form that opens one where this person may. */
export type Party = { field: string; label: string; form: CaseForm | null; open: boolean }

/** The sealed fields, and what is asked first where a reporter is kept secret (Order 121 art. 37). */
export type Parties = { fields: Party[]; secret: string | null; ask: CaseForm | null; asking: boolean }

/** Every sealed field, each opened by itself with a reason; of a report only once another person consented. */
export function partiesOf(told: CaseTold, sent: FormSent | null, ctx: StaffContext, t: Translate): Parties {
  const asked = told.proposals.some(({ step }) => step === 'reveal')
  const may = ctx.may('case.open') && told.contacts.length > 0
  return {
    fields: fieldsOf(told, sent, ctx, t),
    secret: told.type === 'report' && told.contacts.length > 0 ? t.words.caseFile.twoPeople : null,
    ask: may && !told.revealed && !asked ? revealForm(told.no, sent, ctx, t) : null,
    asking: sent?.form === 'reveal',
  }
}

const revealForm = (no: string, sent: FormSent | null, ctx: StaffContext, t: Translate): CaseForm =>
  caseForm(
    no,
    {
      ...{ form: 'reveal', to: '/reveal', button: t.words.caseActs['do-reveal'] },
      fields: [{ name: 'words', kind: 'words', rows: 2, most: 400, label: t.words.caseActs['field-open-reason'] }],
    },
    sent,
    ctx,
    t,
  )

const fieldsOf = (told: CaseTold, sent: FormSent | null, ctx: StaffContext, t: Translate): Party[] =>
  told.contacts.map((field) => ({
    field,
    label: t.words.caseFile[`field-${field}`],
    open: sent?.form === `open-${field}`,
    form: ctx.may('case.open') && told.revealed ? openForm(told.no, field, sent, ctx, t) : null,
  }))

function openForm(no: string, field: string, sent: FormSent | null, ctx: StaffContext, t: Translate): CaseForm {
  const { caseActs: words } = t.words
  const reason = { name: 'reason', kind: 'words', rows: 2, most: 400, label: words['field-open-reason'] } as const
  return caseForm(
    no,
    {
      form: `open-${field}`,
      to: `/parties/${field}`,
      button: words['do-open'],
      fields: [reason, ...factorAsked(ctx, t)],
    },
    sent,
    ctx,
    t,
  )
}
