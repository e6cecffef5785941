import { TRANSFER_REASONS } from '../../complaints/act-input.ts'
import type { Org } from '../../complaints/law.ts'
import { queueAddress } from '../cases/filter-words.ts'
import { address } from '../context.ts'
import { said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { type BulkAct, MOST_AT_ONCE } from './staff-cases.ts'

type Fault = { field: string; code: 'none' | 'many' | 'act' | 'missing' | 'bad-value' | 'day' }

/** What the page asks for: the act, the ticked cases (with the version that was looked at), and the form as it was sent. */
export type BulkData = {
  act: BulkAct | null
  ticked: readonly { no: string; version: number }[]
  cases: readonly { no: string; entity_name: string }[]
  sent: Record<string, string>
  faults: readonly Fault[]
  offices: readonly Org[]
  colleagues: readonly { id: number; name: string }[]
}

type Choice = { value: string; text: string; selected: boolean }
type Field = {
  id: string
  name: string
  label: string
  value: string
  kind: 'choice' | 'words' | 'day'
  choices: Choice[]
  fault: string | null
  isChoice: boolean
  isWords: boolean
}

/** `POST /staff/cases/bulk`: what an act on several cases needs to know. */
export type StaffCasesBulkPage = {
  frame: StaffFrame
  title: string
  says: string | null
  problems: string[]
  form: { action: string; act: BulkAct; csrf: string; back: string; fields: Field[] } | null
  ticked: { value: string; no: string; href: string; entity: string }[]
  back: string
  words: Messages['caseQueue']
}

export function staffCasesBulkPage(ctx: StaffContext, data: BulkData): StaffCasesBulkPage {
  const t = translator(ctx.locale)
  const words = t.words.caseQueue
  const { act, ticked, faults, sent } = data
  const stops = faults.filter(({ field }) => field === 'act' || field === 'case')
  const title = act === null ? words.bulk : t(`caseQueue.title-${act}`, { n: ticked.length })
  const names = new Map(data.cases.map(({ no, entity_name }) => [no, entity_name]))
  return {
    frame: staffFrame(ctx, title),
    title,
    says: act === null ? null : words[`says-${act}`],
    problems: stops.map(({ code }) =>
      code === 'many' ? t('caseQueue.fault-many', { n: MOST_AT_ONCE }) : words[`fault-${code}`],
    ),
    form:
      act === null || stops.length > 0
        ? null
        : {
            action: address(ctx, '/staff/cases/bulk'),
            act,
            csrf: ctx.csrf,
            back: sent.back ?? '',
            fields: fieldsOf(act, ctx, data),
          },
    ticked: ticked.slice(0, MOST_AT_ONCE).map(({ no, version }) => ({
      ...{ value: `${no}@${version}`, no, href: address(ctx, `/staff/cases/${no}`), entity: names.get(no) ?? '' },
    })),
    back: queueAddress(ctx, Object.fromEntries(new URLSearchParams(sent.back ?? ''))),
    words,
  }
}

/** What an act needs: whom, which office and why, or what the complainants are told. */
function fieldsOf(act: BulkAct, ctx: StaffContext, { sent, faults, offices, colleagues }: BulkData): Field[] {
  const words = translator(ctx.locale).words.caseQueue
  const field = (name: string, label: string, kind: Field['kind'], given: Omit<Choice, 'selected'>[] = []): Field => {
    const fault = faults.find((one) => one.field === name)
    const choices = given.map((one) => ({ ...one, selected: one.value === sent[name] }))
    return {
      ...{ id: `f-${name}`, name, label, value: sent[name] ?? '', kind, choices },
      fault:
        fault === undefined
          ? null
          : fault.code === 'day'
            ? words['fault-day']
            : words[fault.code === 'missing' ? 'fault-missing' : 'fault-bad-value'],
      ...{ isChoice: kind === 'choice', isWords: kind === 'words' },
    }
  }
  const people = colleagues.map(({ id, name }) => ({ value: String(id), text: name }))
  const named = offices.map(({ id, name }) => ({ value: String(id), text: said(name, ctx.locale).text }))
  const reasons = TRANSFER_REASONS.map((value) => ({ value, text: words[`reason-${value}`] }))
  const none = { value: '', text: words.chooseOne }
  switch (act) {
    case 'assign':
      return [field('to', words.to, 'choice', [...people, { value: '', text: words.toNobody }])]
    case 'transfer':
      return [
        field('to', words.office, 'choice', [none, ...named]),
        field('reason', words.reason, 'choice', [none, ...reasons]),
        field('words', words.words, 'words'),
      ]
    case 'ask_supplement':
      return [field('words', words.words, 'words'), field('deadline', words.deadline, 'day')]
    default:
      return []
  }
}
