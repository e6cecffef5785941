import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Text } from '../../catalogue/text.ts'
import { type PublicCase, RETRACT_REASONS } from '../../complaints/publication.ts'
import type { Found } from '../../complaints/redaction.ts'
import { type CaseField, caseField, type FieldAsked, type FormSent, wordOf } from '../complaints/case-field.ts'
import { type CaseForm, caseAddress, caseForm, refusalText } from '../complaints/case-form.ts'
import { type PublicCaseShown, publicCaseShown } from '../complaints/public-case.ts'
import { type Waiting, type WaitingShown, waitingOf } from '../complaints/publication-waiting.ts'
import { address } from '../context.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** The publication of a case as its page is told it. */
export type PublicationTold = {
  no: string
  version: number
  office: Text
  reference: Reference
  /** Is the respondent on the list? Then its name is the list's. */
  listed: boolean
  consent: boolean
  charges: readonly { n: number; name: string }[]
  hasReply: boolean
  mayPublish: boolean
  mayRetract: boolean
  waiting: Waiting | null
  published: readonly { no: string; on: Day; retractedOn: Day | null; reason: string | null }[]
  draft: {
    content: PublicCase
    sha256: string
    open: number
    found: readonly (Found & { reason: string | null; name: string })[]
  } | null
  form: FormSent
  changed: boolean
  offices: readonly { id: number; name: Text }[]
  checks: readonly string[]
}

type FoundRow = { kind: string; where: string; text: string; says: string; settled: boolean; field: CaseField | null }
/** `/staff/cases/:case/publication`: what the public is to read of a case, prepared by one and published by another. */
export type StaffCasePublicationPage = {
  frame: StaffFrame
  back: string
  no: string
  says: string
  problems: string[]
  published: { text: string; href: string | null }[]
  waiting: WaitingShown | null
  form: {
    action: string
    csrf: string
    version: number
    sha256: string | null
    consent: string
    fields: CaseField[]
    found: FoundRow[]
    clean: string | null
    checks: CaseField
  } | null
  retract: CaseForm | null
  preview: PublicCaseShown | null
  outcome: string
  sha256: string | null
  words: Messages['casePublication']
}

export function staffCasePublicationPage(ctx: StaffContext, told: PublicationTold): StaffCasePublicationPage {
  const t = translator(ctx.locale)
  const words = t.words.casePublication
  const { waiting, draft, office, reference } = told
  const writes = told.mayPublish && waiting === null && ctx.may('case.handle')
  const content = waiting?.step === 'publish' ? waiting.content : (draft?.content ?? null)
  return {
    frame: staffFrame(ctx, `${words.title} ${told.no}`),
    ...{ back: caseAddress(ctx, told.no), no: told.no, words, says: saysOf(told, writes, ctx, t) },
    problems: problemsOf(told, t),
    published: told.published.map((one) => publishedText(one, ctx, t)),
    waiting: waiting && waitingOf(waiting, told, ctx, t),
    form: writes ? formOf(told, ctx, t) : null,
    retract: told.mayRetract && waiting === null && ctx.may('case.handle') ? retractOf(told, ctx, t) : null,
    preview: content && publicCaseShown({ content, office, on: null, money: null, reference }, t),
    outcome: content === null ? '' : t.words.caseWords[`outcome-${content.outcome}`],
    sha256: waiting?.step === 'publish' ? waiting.sha256 : (draft?.sha256 ?? null),
  }
}

function saysOf(
  { waiting, mayRetract, mayPublish }: PublicationTold,
  writes: boolean,
  ctx: StaffContext,
  t: Translate,
) {
  const words = t.words.casePublication
  if (waiting !== null) return words.lead
  if (mayRetract) return words.standsSays
  if (writes) return words.lead
  return mayPublish && !ctx.may('case.handle') ? words.handlerPrepares : words.nothing
}

function problemsOf({ form, changed, draft }: PublicationTold, t: Translate): string[] {
  const words = t.words.casePublication
  const refused = form.refused
  const own = refused && wordOf(words, [`refused-${refused.code}`])
  const fields = form.faults.length > 0 && refused === null ? [words.faults] : []
  return [
    ...(refused === null ? [] : [own ?? refusalText(refused, t)]),
    ...fields,
    ...(changed ? [words.changed] : []),
    ...(draft !== null && draft.open > 0 ? [t('casePublication.open', { n: draft.open })] : []),
  ]
}

function publishedText(
  { no, on, retractedOn, reason }: PublicationTold['published'][number],
  ctx: StaffContext,
  t: Translate,
) {
  const day = dayText(on, t.locale)
  if (retractedOn === null)
    return { text: t('casePublication.publishedOn', { no, day }), href: address(ctx, `/cases/${no}`) }
  const why = wordOf(t.words.outcomes, [`retract-${reason}`]) ?? t.words.outcomes['retract-other']
  return {
    text: t('casePublication.retractedOn', { no, day, retracted: dayText(retractedOn, t.locale), why }),
    href: null,
  }
}

/** The draft to fill in, with what was found in it and the checks to tick. */
function formOf(told: PublicationTold, ctx: StaffContext, t: Translate): StaffCasePublicationPage['form'] {
  const words = t.words.casePublication
  const { draft, form: sent } = told
  const field = (asked: FieldAsked) => caseField('publication', asked, sent, t)
  const text = (name: string, label: string, more: Partial<FieldAsked> = {}) =>
    field({ name, label, kind: 'words', ...more })
  return {
    ...{ action: caseAddress(ctx, told.no, '/publication'), csrf: ctx.csrf, version: told.version },
    ...{ sha256: draft?.sha256 ?? null, consent: told.consent ? words.consented : words.notConsented },
    fields: [
      text('summary_zh', words.summaryZh, { rows: 6 }),
      text('summary_en', words.summaryEn, { rows: 4, optional: true }),
      ...(told.hasReply ? [text('reply', words.reply, { rows: 4, optional: true })] : []),
      ...(told.listed ? [] : [text('entity_name', words.entityName, { kind: 'text' })]),
      ...told.charges.map(({ n }) => text(`name-${n}`, t('casePublication.lineName', { n }), { kind: 'text' })),
    ],
    found: (draft?.found ?? []).map((one) => foundRow(one, field, t)),
    clean: draft !== null && draft.found.length === 0 ? words.clean : null,
    checks: field({
      ...{ name: 'checked', kind: 'several', label: words.checks },
      options: told.checks.map((value) => ({ value, text: words[`check-${value}` as 'check-nobody'] })),
    }),
  }
}

function foundRow(
  { kind, field: where, text, mayStand, reason, name }: NonNullable<PublicationTold['draft']>['found'][number],
  field: (asked: FieldAsked) => CaseField,
  t: Translate,
): FoundRow {
  const words = t.words.casePublication
  const place = where.startsWith('name-')
    ? t('casePublication.lineName', { n: where.slice('name-'.length) })
    : (wordOf(words, [`in-${where}`]) ?? where)
  return {
    ...{ kind: words[`secret-${kind}`], where: place, text, settled: reason !== null },
    says: reason !== null ? words.settled : mayStand ? words.mayStand : words.mustGo,
    field: mayStand ? field({ name, label: words.standsWhy, kind: 'text', most: 400 }) : null,
  }
}

const retractOf = ({ no, version, form }: PublicationTold, ctx: StaffContext, t: Translate): CaseForm => {
  const words = t.words.casePublication
  const options = RETRACT_REASONS.map((value) => ({ value, text: t.words.outcomes[`retract-${value}`] }))
  const fields: FieldAsked[] = [
    { name: 'reason', kind: 'radios', label: words.retractReason, options },
    { name: 'words', kind: 'words', label: words.retractWords, rows: 3 },
  ]
  const asked = { form: 'retract', to: '/publication/retract', version, button: words.askRetract, fields, grave: true }
  return caseForm(no, asked, form, ctx, t)
}
