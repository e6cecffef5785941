import type { ImportReading } from '../../catalogue/import/reading.ts'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Line } from '../../catalogue/release.ts'
import { address } from '../context.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { type Beside, besideOf } from '../words/import-lines.ts'
import { foundByRules, type RulesFound } from '../words/import-lint.ts'
import { type ProblemsTold, problemsTold } from '../words/import-problems.ts'
import { type ImportTold, importWords, stateWords } from '../words/import-row.ts'
import type { Problems } from './check-field.ts'
import { type ApplyForm, applyForm, type Stands } from './staff-import-apply.ts'
import { type AskGroup, askGroups } from './staff-import-asks.ts'
import type { ImportFault } from './staff-import-form.ts'
import { importProblems } from './staff-import-form.ts'
import { type PreviewPart, previewPart } from './staff-import-preview.ts'

/** One import. `read` is what came of the file, once it was read; `sent` the words for the draft as they were typed. */
export type ImportPageData = {
  told: ImportTold
  read: {
    reading: ImportReading
    lint: LintReport | null
    answers: ReadonlyMap<string, boolean>
    chosen: readonly Line[]
  } | null
  reference: Reference
  page: number
  sent: { values: Record<string, string>; faults: readonly ImportFault[]; refused: Stands | null }
}

/** `/staff/imports/:import`: how far a file is read; what is wrong with it; what would come of it. */
export type StaffImportPage = {
  frame: StaffFrame
  title: string
  state: string
  action: string
  facts: { label: string; text: string }[]
  progress: { action: string; percent: string; text: string; state: string } | null
  failed: boolean
  writes: boolean
  counts: { label: string; n: string }[]
  problems: ProblemsTold | null
  again: { entity: string; mode: string; effective: string; attest: boolean; action: string } | null
  asks: { open: string | null; groups: AskGroup[] } | null
  rules: RulesFound | null
  preview: PreviewPart | null
  faults: Problems
  apply: ApplyForm | null
  applied: { text: string; href: string; effects: string } | null
  discarded: boolean
  discardable: boolean
  words: Messages['imports']
}

/** The page of one import, as far as it is. */
export function staffImportPage(ctx: StaffContext, data: ImportPageData, entity: string | null): StaffImportPage {
  const t = translator(ctx.locale)
  const { imports: words } = t.words
  const { told, read, sent } = data
  const action = address(ctx, `/staff/imports/${told.id}`)
  const open = told.state !== 'applied' && told.state !== 'discarded'
  const writes = ctx.may('import.write') && open
  return {
    frame: { ...staffFrame(ctx, told.name), reloads: told.state === 'waiting' || told.state === 'reading' },
    ...{ title: told.name, action, facts: factsOf(told, t), progress: progressOf(told, action, t) },
    ...{ failed: told.state === 'failed', writes, state: stateWords(told, t).state },
    ...readParts(ctx, data, action, t),
    again: writes && (told.state === 'failed' || mendable(read)) ? againOf(ctx, told, entity) : null,
    faults: importProblems(sent.faults, t),
    apply: writes && told.state === 'read' && read !== null ? applyForm(told, read, sent, t) : null,
    applied: appliedOf(ctx, told, t),
    ...{ discarded: told.state === 'discarded', discardable: writes, words },
  }
}

/** Is there anything in the file that its sender may want to mend? */
const mendable = (read: ImportPageData['read']): boolean => read !== null && read.reading.problems.length > 0

function readParts(ctx: StaffContext, { told, read, reference, page }: ImportPageData, action: string, t: Translate) {
  if (read === null) return { counts: [], problems: null, asks: null, rules: null, preview: null }
  const { reading, lint, answers, chosen } = read
  const beside: Beside = { ctx, reference, before: besideOf(reading.previews), on: told.effective }
  const asks = reading.asks.length === 0 ? null : asksPart(reading.asks, answers, beside, t)
  return {
    counts: countsOf(reading.counts, t),
    problems: problemsTold(reading.problems, action, t),
    asks,
    rules: lint === null ? null : foundByRules(lint, chosen, beside, t),
    preview: lint === null ? null : previewPart(chosen, page, beside, told, action, t),
  }
}

function asksPart(asks: ImportReading['asks'], answers: ReadonlyMap<string, boolean>, beside: Beside, t: Translate) {
  const n = asks.filter(({ id }) => !answers.has(id)).length
  return { open: n === 0 ? null : t('imports.asksOpen', { n }), groups: askGroups(asks, answers, beside, t) }
}

function factsOf(told: ImportTold, t: Translate) {
  const { imports: words } = t.words
  const { list, mode, effective, by } = importWords(told, t)
  return [
    { label: words.list, text: list },
    { label: words.mode, text: told.attest ? `${mode} · ${words.attested}` : mode },
    { label: words.effective, text: effective },
    { label: words.sentBy, text: by },
    { label: words.fingerprint, text: told.sha },
  ]
}

function progressOf({ state, progress, stage }: ImportTold, action: string, t: Translate) {
  if (state !== 'waiting' && state !== 'reading') return null
  const key = `stage_${stage ?? 'none'}` as 'stage_none'
  const percent = String(Math.floor(progress * 100))
  const text = t('imports.progress', { percent, stage: t.words.imports[key] ?? t.words.imports.stage_none })
  return { action, percent, text, state: t.words.imports[`state_${state}`] }
}

const COUNTS = ['rows', 'added', 'changed', 'ended', 'unchanged', 'asked'] as const

const countsOf = (counts: ImportReading['counts'], t: Translate) =>
  COUNTS.map((name) => ({ label: t.words.imports[name], n: String(counts[name]) }))

const againOf = (ctx: StaffContext, { mode, effective, attest }: ImportTold, entity: string | null) => ({
  ...{ entity: entity ?? 'authority', mode, effective, attest, action: address(ctx, '/staff/imports') },
})

function appliedOf(ctx: StaffContext, { changeSet }: ImportTold, t: Translate) {
  if (changeSet === null) return null
  const href = address(ctx, `/staff/sets/${changeSet}`)
  return { text: t('imports.applied', { set: String(changeSet) }), href, effects: `${href}/effects` }
}
