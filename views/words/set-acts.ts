import { type ChangeAct, mayFollow, mayReview } from '../../catalogue/change-set.ts'
import type { Messages, Translate, Values } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { type SetTold, setAddress } from './set.ts'
import { NOTHING_MORE } from './set-story.ts'

/** What a person may do with one set, and who wrote it. */
export type Acting = { person: number; reaches: (action: string) => boolean; contributors: readonly number[] }

/** A form of an act that was sent and refused: what stood in it, which fields are wrong, and why the act was refused. */
export type ActSent = {
  act: string
  values: Record<string, string>
  lists: Record<string, string[]>
  faults: readonly ActFault[]
  refused: { code: string; values: Record<string, string> } | null
}
export type ActFault = { field: string; code: string }

export type ActField = {
  id: string
  name: string
  label: string
  type: 'date' | 'time' | 'text' | 'password'
  isWords: boolean
  isCode: boolean
  value: string
  hint: string | null
  fault: string | null
  described: string
  required: boolean
}

/** One act that may be done now: where its form goes, what it asks, and what pressing the button means. */
export type ActForm = {
  act: string
  id: string
  action: string
  title: string
  hint: string
  button: string
  fields: ActField[]
  fold: boolean
  open: boolean
  grave: boolean
}

/** What may be done next, by this person; what others may do, and why this person may not. */
export type Acts = { says: string; forms: ActForm[]; review: string | null; others: { title: string; why: string }[] }

/** The acts of a set by the action of ACCESS that each needs, in the order in which they are offered. */
const ACTIONS = {
  submit: 'set.write',
  approve: 'set.review',
  publish: 'set.publish',
  schedule: 'set.publish',
  unschedule: 'set.publish',
  recall: 'set.write',
  emergency: 'set.emergency',
  abandon: 'set.write',
} as const
type Offered = keyof typeof ACTIONS

const NOT_BY_AUTHORS: readonly Offered[] = ['approve', 'emergency']
const FOLDED: readonly Offered[] = ['recall', 'emergency', 'abandon', 'unschedule']
const GRAVE: readonly Offered[] = ['emergency', 'abandon']
const STRONG: readonly Offered[] = ['publish', 'schedule', 'emergency']

export function actsOf(set: SetTold, acting: Acting, sent: ActSent | null, ctx: StaffContext, t: Translate): Acts {
  const possible = (Object.keys(ACTIONS) as Offered[]).filter((act) => mayFollow(act as ChangeAct, set.state))
  const stands = (act: Offered) => hindrance(act, acting, t)
  const mine = possible.filter((act) => stands(act) === null)
  return {
    says: set.lines === 0 && mine.includes('submit') ? t.words.sets.nextEmpty : t.words.sets[`next-${set.state}`],
    forms: mine
      .filter((act) => act !== 'approve' && (act !== 'submit' || set.lines > 0))
      .map((act) => actForm(act, set, sent, ctx, t)),
    review: mine.includes('approve') ? setAddress(ctx, set.id, '/review') : null,
    others: possible.flatMap((act) => {
      const why = stands(act)
      return why === null ? [] : [{ title: t.words.review[`act-${act}`], why }]
    }),
  }
}

/** Why this person may not do it; null when they may. */
function hindrance(act: Offered, { person, reaches, contributors }: Acting, t: Translate): string | null {
  const { review: words } = t.words
  if (!reaches(ACTIONS[act])) return words[`whose-${ACTIONS[act]}`]
  return NOT_BY_AUTHORS.includes(act) && !mayReview(contributors, person) ? words['refused-own-work'] : null
}

function actForm(act: Offered, { id }: SetTold, sent: ActSent | null, ctx: StaffContext, t: Translate): ActForm {
  const { review: words } = t.words
  const own = sent?.act === act ? sent : null
  const asked = [...FIELDS[act], ...(STRONG.includes(act) && !ctx.strong ? (['code'] as const) : [])]
  return {
    act,
    id: `act-${act}`,
    action: setAddress(ctx, id, `/${act}`),
    title: words[`act-${act}`],
    hint: words[`hint-${act}`],
    button: words[`do-${act}`],
    fields: asked.map((field) => actField(act, field, own, t)),
    fold: FOLDED.includes(act),
    open: own !== null,
    grave: GRAVE.includes(act),
  }
}

type FieldName = 'day' | 'time' | 'reason' | 'comment' | 'code' | 'note'
const TYPES: Partial<Record<FieldName, ActField['type']>> = { day: 'date', time: 'time', code: 'password' }
const FIELDS: Record<Offered, readonly FieldName[]> = {
  submit: [],
  recall: [],
  approve: [],
  publish: [],
  schedule: ['day', 'time'],
  unschedule: [],
  emergency: ['reason'],
  abandon: ['reason'],
}

/** One field of an act's form, with what was sent in it and what is wrong with that. */
export function actField(act: string, name: FieldName, sent: ActSent | null, t: Translate, required = true): ActField {
  const { review: words } = t.words
  const id = `${act}-${name}`
  const fault = sent?.faults.find(({ field }) => field === name)
  const hintKey = `field-${act}-${name}-hint`
  const hint =
    hintKey in words ? words[hintKey as keyof Messages['review']] : name === 'code' ? words['field-code-hint'] : null
  const labelKey = `field-${act}-${name}`
  return {
    ...{ id, name, required, type: TYPES[name] ?? 'text', isWords: TYPES[name] === undefined, isCode: name === 'code' },
    label: labelKey in words ? words[labelKey as keyof Messages['review']] : words[`field-${name}`],
    value: name === 'code' ? '' : (sent?.values[name] ?? ''),
    hint,
    fault: fault === undefined ? null : faultText(fault, t),
    described: [hint === null ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(Boolean).join(' '),
  }
}

function faultText({ field, code }: ActFault, t: Translate): string {
  const { review: words } = t.words
  for (const key of [`fault-${field}-${code}`, `fault-${field}`])
    if (key in words) return words[key as keyof Messages['review']]
  return words['fault-any']
}

/** Why an act was refused, as a sentence with what to do now. */
export function refusalText({ code, values }: NonNullable<ActSent['refused']>, t: Translate): string {
  const filled: Values = { ...NOTHING_MORE, ...values }
  if (/^\d+$/.test(values.n ?? '')) filled.n = Number(values.n)
  if (values.state !== undefined && `state-${values.state}` in t.words.sets)
    filled.state = t.words.sets[`state-${values.state}` as keyof Messages['sets']]
  if (values.field !== undefined) filled.field = partName(values.field, t)
  if (values.fault !== undefined) filled.fault = faultName(values.fault, t)
  return t(`review.refused-${code}` as 'review.refused-frozen', filled)
}

function partName(field: string, t: Translate): string {
  const [first = field] = field.split('.')
  return t.words.part[first as keyof Messages['part']] ?? field
}

const faultName = (code: string, t: Translate): string =>
  code in t.words.faults ? t(`faults.${code as keyof Messages['faults']}`, { value: '', field: '' }) : code
