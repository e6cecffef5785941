import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address } from '../context.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { entityName } from '../words/names.ts'
import { setAddress } from '../words/set.ts'
import { refusalText } from '../words/set-acts.ts'

export const SET_FIELDS = ['title_zh', 'title_en', 'note_zh', 'note_en'] as const
export type SetFieldName = (typeof SET_FIELDS)[number] | 'entity'

/**
 * What the form is made of: the set whose words are changed, or null for a new one; whose lists may be chosen (null is
 * the authority's); what was sent, and what is wrong with it.
 */
export type SetFormData = {
  set: { id: number; version: number } | null
  owners: readonly (string | null)[]
  values: Record<string, string>
  faults: readonly SetFieldName[]
  refused: string | null
  reference: Reference
  today: Day
}

type Field = {
  id: string
  name: string
  label: string
  hint: string
  value: string
  fault: string | null
  required: boolean
}

/** `/staff/sets/new` and `/staff/sets/:set/edit`: what a release to be is called, and whose list it changes. */
export type StaffSetFormPage = {
  frame: StaffFrame
  title: string
  lead: string
  action: string
  back: { href: string; text: string }
  version: string | null
  problems: { says: string; faults: { href: string; text: string }[] } | null
  titles: Field[]
  notes: Field[]
  owner: { options: { value: string; text: string; selected: boolean }[]; fault: string | null } | null
  button: string
  words: Messages['sets']
}

export function staffSetFormPage(ctx: StaffContext, data: SetFormData): StaffSetFormPage {
  const t = translator(ctx.locale)
  const { sets: words } = t.words
  const { set } = data
  const title = set === null ? words.newTitle : t('sets.editTitle', { id: String(set.id) })
  return {
    frame: staffFrame(ctx, title),
    title,
    lead: words.formLead,
    action: set === null ? address(ctx, '/staff/sets/new') : setAddress(ctx, set.id, '/edit'),
    back:
      set === null
        ? { href: address(ctx, '/staff/sets'), text: words.backToSets }
        : { href: setAddress(ctx, set.id), text: words.backToSet },
    version: set === null ? null : String(set.version),
    problems: problemsOf(data, t),
    titles: [fieldOf('title_zh', data, t), fieldOf('title_en', data, t)],
    notes: [fieldOf('note_zh', data, t), fieldOf('note_en', data, t)],
    owner: set === null ? ownerOf(data, t) : null,
    button: set === null ? words.makeIt : words.save,
    words,
  }
}

function fieldOf(name: (typeof SET_FIELDS)[number], { values, faults }: SetFormData, t: Translate): Field {
  const { sets: words } = t.words
  return {
    ...{ id: name, name, label: words[name], hint: words[`${name}-hint`], value: values[name] ?? '' },
    fault: faults.includes(name) ? words[`${name}-fault`] : null,
    required: name === 'title_zh',
  }
}

function ownerOf({ owners, values, faults, reference, today }: SetFormData, t: Translate) {
  const { sets: words } = t.words
  const options = owners.map((code) => ({
    value: code ?? '',
    text: code === null ? words.authority : `${entityName(reference, code, today, t.locale).text} · ${code}`,
    selected: (values.entity ?? '') === (code ?? ''),
  }))
  return { options, fault: faults.includes('entity') ? words['entity-fault'] : null }
}

function problemsOf({ faults, refused }: SetFormData, t: Translate): StaffSetFormPage['problems'] {
  const { sets: words } = t.words
  if (refused !== null) return { says: refusalText({ code: refused, values: {} }, t), faults: [] }
  if (faults.length === 0) return null
  return {
    says: t('sets.faulty', { n: faults.length }),
    faults: faults.map((name) => ({ href: `#${name}`, text: words[`${name}-fault`] })),
  }
}
