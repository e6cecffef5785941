import type { Day } from '../../catalogue/day.ts'
import { addDays } from '../../catalogue/day.ts'
import { nameOfLine } from '../../catalogue/draft/companions.ts'
import { fieldsOf, type Parts, textAt } from '../../catalogue/draft/draft.ts'
import type { FormFault } from '../../catalogue/draft/line-form.ts'
import type { Line } from '../../catalogue/release.ts'
import { Change, type Statement } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import type { Text } from '../../catalogue/text.ts'
import { address, type PageContext } from '../context.ts'
import { type ExamplePanel, examplePanel, type Tried } from '../line/example-panel.ts'
import { choices, faultText, type Group, idOf, labelOf, type Make, making, unseen } from '../line/field.ts'
import { section } from '../line/group.ts'
import { type Pickable, pick } from '../line/pickers.ts'
import { isWithdrawn, SUBJECT_GROUPS } from '../line/subject-groups.ts'
import { dayText, said, validityText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { keyInWords } from '../words/key-in-words.ts'
import { subjectInWords } from '../words/subject.ts'

/** What the form of one line is made of. `n` is null for a new line; `theirs` is what another saved meanwhile. */
export type LineData = {
  set: { id: number; entity: string | null; title: Text }
  n: number | null
  kind: SubjectKind
  draft: Parts
  faults: readonly FormFault[]
  version: string
  removed: boolean
  from: Pickable
  standing: readonly Statement[]
  tried: Tried | null
  companions: readonly { line: Line; chosen: boolean }[] | null
  problem: 'frozen' | 'said-twice' | null
  theirs: { by: string; draft: Parts } | null
}

/** `/staff/sets/:set/lines/:n` and `…/new`: one line of a change set as a form. */
export type StaffLinePage = {
  frame: StaffFrame
  set: { href: string; text: string }
  kicker: string
  title: string
  action: string
  remove: { href: string; text: string } | null
  hidden: { name: string; value: string }[]
  standing: { validity: string; text: string; lang: string | null }[]
  problem: string | null
  conflict: Conflict | null
  problems: { text: string; fields: { href: string; label: string; text: string }[] } | null
  groups: Group[]
  companions: { title: string; hint: string; list: Companion[] | null } | null
  example: ExamplePanel | null
  withdrawn: boolean
  words: Messages['lineForms']
}
type Companion = { id: string; value: string; text: string; lang: string | null; chosen: boolean }
type Conflict = { says: string; rows: { label: string; theirs: string; yours: string }[]; take: string }

export function staffLinePage(ctx: StaffContext, data: LineData): StaffLinePage {
  const t = translator(ctx.locale)
  const words = t.words.lineForms
  const make = making(data.draft, data.faults, t)
  const kind = t.words.subject[data.kind]
  const title =
    data.n === null ? t('lineForms.newTitle', { kind }) : t('lineForms.editTitle', { kind, n: String(data.n) })
  const groups = groupsOf(data, make)
  const example = data.kind === 'standard' && !isWithdrawn(make) ? examplePanel(data.tried, data.from, make) : null
  const path = `/staff/sets/${data.set.id}`
  return {
    frame: staffFrame(ctx, title),
    set: setLink(ctx, data.set, t),
    kicker: data.removed ? words.removed : '',
    title,
    action: address(ctx, data.n === null ? `${path}/lines/new` : `${path}/lines/${data.n}`),
    remove: data.n === null ? null : removal(ctx, data, `${path}/lines/${data.n}`, words),
    hidden: hiddenOf(data, make),
    standing: data.standing.map((one) => standingWords(one, ctx, data.from, t)),
    problem: data.problem === null ? null : data.problem === 'frozen' ? words.frozen : words.saidTwice,
    conflict: data.theirs && conflictOf(data.draft, data.theirs, address(ctx, `${path}/lines/${data.n}`), t),
    problems: problemsOf(data.faults, t),
    groups,
    companions: data.kind === 'lineage' && !isWithdrawn(make) ? companionsOf(data, ctx, t) : null,
    example,
    withdrawn: isWithdrawn(make),
    words,
  }
}

export const setLink = (ctx: StaffContext, { id, title }: LineData['set'], t: Translate) => ({
  href: address(ctx, `/staff/sets/${id}`),
  text: t('lineForms.backToSet', { set: String(id), title: said(title, ctx.locale).text }),
})

const removal = (ctx: StaffContext, { removed }: LineData, path: string, words: Messages['lineForms']) => ({
  href: address(ctx, `${path}/${removed ? 'restore' : 'remove'}`),
  text: removed ? words.restoreLine : words.removeLine,
})

function groupsOf({ kind, from, set }: LineData, make: Make): Group[] {
  const { words } = make
  const changes = make.value('key') === '' ? Change.options.filter((one) => one !== 'withdraw') : Change.options
  const when = section('when', words.when, {
    hint: words.whenHint,
    fields: [
      make.radios(
        'change',
        choices(changes, (one) => words[`change-${one}`]),
      ),
      make.date('from'),
      make.date('to'),
    ],
    buttons: [{ value: 'show', text: words.update, label: null }],
  })
  const why = section('why', words.whyTitle, {
    hint: words.whyHint,
    fields: [...make.pair('why', 3), make.ticks('why.documents', pick('document', from, make.t))],
  })
  const subject = isWithdrawn(make) ? [] : SUBJECT_GROUPS[kind]({ make, from, own: set.entity })
  return [when, ...subject, why]
}

const hiddenOf = (data: LineData, make: Make) => [
  { name: 'kind', value: data.kind },
  { name: 'key', value: textAt(data.draft, 'key') },
  { name: 'version', value: data.version },
  ...unseen(data.draft, make.used).filter(({ name }) => !OURS.has(name)),
]
const OURS = new Set(['csrf', 'kind', 'key', 'version', 'step', 'with', 'listed'])

function standingWords(
  { kind, payload, valid }: Statement,
  ctx: StaffContext,
  { reference, today }: Pickable,
  t: Translate,
) {
  const validity = validityText(valid, t)
  if (payload === null) return { validity, text: t.words.lineForms.withdrawnStretch, lang: null }
  const { says } = subjectInWords(kind, payload, { ctx: asReader(ctx, today), ref: reference, t, on: today })
  return { validity, text: [says.text, ...says.steps].join(' · '), lang: says.lang }
}

/** The words of a published statement are those of the public pages. */
export const asReader = (ctx: StaffContext, today: Day): PageContext => ({
  ...{ locale: ctx.locale, path: ctx.path, query: {}, publicUrl: ctx.publicUrl, on: today, today, release: 0 },
  ...{ published: ctx.now, head: { release: 0 }, pinned: { on: false, release: false }, assets: ctx.assets },
  showDemoNotice: false,
})

function conflictOf(
  yours: Parts,
  { by, draft }: NonNullable<LineData['theirs']>,
  take: string,
  t: Translate,
): Conflict {
  const [mine, saved] = [fieldsOf(yours), fieldsOf(draft)].map((fields) => new Map(Object.entries(fields)))
  const names = [...new Set([...saved!.keys(), ...mine!.keys()])].filter(
    (name) => !OURS.has(name) && !name.startsWith('example.'),
  )
  const shown = (text: string | string[] | undefined) => [text ?? ''].flat().join('、') || t.words.lineForms.blank
  const rows = names.flatMap((name) => {
    const row = { label: labelOf(name, t), theirs: shown(saved!.get(name)), yours: shown(mine!.get(name)) }
    return row.theirs === row.yours ? [] : [row]
  })
  return { says: t('lineForms.stale', { by }), rows, take }
}

function problemsOf(faults: readonly FormFault[], t: Translate): StaffLinePage['problems'] {
  if (faults.length === 0) return null
  const fields = faults.map((fault) => ({
    href: `#${idOf(fault.field)}`,
    label: labelOf(fault.field, t),
    text: faultText(fault, t),
  }))
  return { text: t('lineForms.faulty', { n: faults.length }), fields }
}

function companionsOf({ companions, from }: LineData, ctx: StaffContext, t: Translate): StaffLinePage['companions'] {
  const { lineForms: words } = t.words
  const list = companions?.map(({ line, chosen }, n): Companion => {
    const name = nameOfLine(line)
    return { id: `with-${n}`, value: name, ...companionWords(line, from, ctx, t), chosen }
  })
  return {
    title: words.what_companions,
    hint: list?.length === 0 ? words.companionsNone : words.companionsHint,
    list: list ?? null,
  }
}

function companionWords(
  { kind, key, valid, payload }: Line,
  { reference, today }: Pickable,
  ctx: StaffContext,
  t: Translate,
) {
  const { name, where, line } = keyInWords({ kind, key }, asReader(ctx, today), reference, t)
  const what = [`${t.words.subject[kind]} ${name.text}`, ...where.map(({ text }) => text), line]
    .filter(Boolean)
    .join(' · ')
  return payload === null
    ? { text: t('lineForms.companionEnd', { what, last: dayText(addDays(valid.from, -1), t.locale) }), lang: name.lang }
    : { text: t('lineForms.companionChange', { what, from: dayText(valid.from, t.locale) }), lang: name.lang }
}
