import type { Ask } from '../../catalogue/import/reading.ts'
import type { Translate } from '../locale/locale.ts'
import { type Beside, type ImportLine, importLine, matchWords, placeInFile } from '../words/import-lines.ts'

/** One question, with the answer given so far. */
export type AskRow = {
  id: string
  field: string
  name: string
  where: string
  matched: string
  line: ImportLine
  yes: boolean
  no: boolean
}

/** The questions of one kind; `rest` says that not all are shown. */
export type AskGroup = {
  kind: string
  title: string
  hint: string
  n: string
  rows: AskRow[]
  rest: string | null
}

const KINDS = ['new', 'likely', 'ending'] as const

/** Questions shown of each kind at a time: those without an answer come first. */
const MOST_ASKED = 100

/** All questions by their kind. */
export function askGroups(
  asks: readonly Ask[],
  answers: ReadonlyMap<string, boolean>,
  beside: Beside,
  t: Translate,
): AskGroup[] {
  return KINDS.flatMap((kind) => {
    const all = asks.filter((ask) => ask.kind === kind)
    if (all.length === 0) return []
    const shown = all.toSorted((a, b) => Number(answers.has(a.id)) - Number(answers.has(b.id))).slice(0, MOST_ASKED)
    return {
      ...{ kind, title: t.words.imports[`ask-${kind}`], hint: t.words.imports[`ask-${kind}-hint`] },
      n: String(all.length),
      rows: shown.map((ask, index) => askRow(ask, `${kind}-${index + 1}`, answers, beside, t)),
      rest: all.length > shown.length ? t('imports.asksRest', { shown: shown.length, n: all.length }) : null,
    }
  })
}

const askRow = (ask: Ask, id: string, answers: ReadonlyMap<string, boolean>, beside: Beside, t: Translate): AskRow => ({
  ...{ id, field: `ask.${ask.id}`, name: ask.name },
  where: placeInFile(ask.row === null ? undefined : { sheet: ask.sheet, row: ask.row }, t),
  matched: matchWords(ask, beside, t),
  line: importLine(ask.line, 1, beside, t),
  yes: answers.get(ask.id) === true,
  no: answers.get(ask.id) === false,
})
