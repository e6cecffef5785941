import { OUTCOMES_TOGETHER, TOGETHER } from '../../complaints/cluster.ts'
import type { Ground } from '../../complaints/refusal-grounds.ts'
import { terminationGrounds } from '../../complaints/termination-grounds.ts'
import { VIOLATIONS } from '../../complaints/violations.ts'
import type { FieldAsked, FormSent } from '../complaints/case-field.ts'
import { type CaseForm, caseForm } from '../complaints/case-form.ts'
import { said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import type { ClusterTold, MemberTold } from './cluster-told.ts'

/** 一并决定: how many cases can be decided now, and the form that asks for it in each of them. */
export type ClusterDecision = { says: string; note: string | null; form: CaseForm | null; open: boolean }

export function clusterDecision(
  told: ClusterTold,
  sent: FormSent | null,
  ctx: StaffContext,
  t: Translate,
): ClusterDecision {
  const { caseCluster: words } = t.words
  const able = told.members.filter(({ why }) => why === null)
  const counts = { n: able.length, all: told.members.length }
  const may = ctx.may('case.handle')
  return {
    says: t(able.length === 0 ? 'caseCluster.mayNone' : 'caseCluster.mayNow', counts),
    note: may || able.length === 0 ? null : words.notYours,
    form: may && able.length > 0 ? decisionForm(told, able, sent, ctx, t) : null,
    open: sent?.form === 'decide',
  }
}

/** Every case goes with the form in the version that was looked at: `TS…-1@4` with spaces between. */
function decisionForm(
  { id, members }: ClusterTold,
  able: readonly MemberTold[],
  sent: FormSent | null,
  ctx: StaffContext,
  t: Translate,
): CaseForm {
  const asked = {
    ...{ form: 'decide', to: `/${id}/decide`, button: t.words.caseActs.ask, says: t.words.caseCluster.decideSays },
    hidden: { cases: members.map(({ no, version }) => `${no}@${version}`).join(' ') },
    fields: fieldsFor(able, t),
    label: t.words.caseCluster.decideTitle,
  }
  return caseForm('clusters', asked, sent, ctx, t)
}

/** The fields of the form of a single decision that can be the same in all: those that fit the cases that can be decided. */
function fieldsFor(able: readonly MemberTold[], t: Translate): FieldAsked[] {
  const types = new Set(able.map(({ type }) => type))
  const outcomes = OUTCOMES_TOGETHER.filter((outcome) => [...types].some((type) => TOGETHER[type].includes(outcome)))
  const options = outcomes.map((value) => ({ value, text: t.words.caseWords[`outcome-${value}`] }))
  return [
    { name: 'outcome', kind: 'radios', options },
    ...(types.has('report') ? [violationField(t)] : []),
    ...(types.has('complaint') ? [groundField(able, t)] : []),
    { name: 'words', kind: 'words', rows: 8 },
  ]
}

function violationField(t: Translate): FieldAsked {
  const { caseCluster: words } = t.words
  const options = VIOLATIONS.map(({ code, says }) => ({ value: code, text: said(says, t.locale).text }))
  const none = { value: '', text: words.violationNone }
  return { name: 'violation', kind: 'select', options: [none, ...options] }
}

function groundField(able: readonly MemberTold[], t: Translate): FieldAsked {
  const known = new Map<string, Ground>()
  for (const { type, received_on: on } of able)
    if (type === 'complaint') for (const ground of terminationGrounds(on)) known.set(ground.code, ground)
  const options = [...known.values()].map(({ code, says }) => ({ value: code, text: said(says, t.locale).text }))
  const none = { value: '', text: t.words.caseActs.choose }
  return { name: 'ground', kind: 'select', optional: true, options: [none, ...options] }
}
