import type { Statement } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import type { Translate } from '../locale/locale.ts'
import { isAbsent } from './absent.ts'
import { type ChangeLine, releaseChangeLine } from './change-line.ts'
import { itemName } from './names.ts'
import { type LineTold, publicly, type SetSaying, setAddress } from './set.ts'
import type { FoundWords } from './set-findings.ts'

/** A comment, as it stands beside what it is of. */
export type CommentWords = { by: string; at: string; datetime: string; words: string }

/** One proposed line in words, with what was found and said of it, and what may be done with it. */
export type SetLine = ChangeLine & {
  n: number
  removed: boolean
  source: string | null
  found: FoundWords[]
  comments: CommentWords[]
  noted: boolean
  edit: string | null
  remove: string | null
  restore: string | null
}

/** Lines of one item, or of one kind of subject, together. */
export type LineGroup = { id: string; title: string; lines: SetLine[] }

export type Besides = {
  found: ReadonlyMap<number, FoundWords[]>
  comments: ReadonlyMap<number, CommentWords[]>
  editable: boolean
}

/** The lines of a page of a set, those of one item together in the order in which they were written. */
export function lineGroups(set: number, lines: readonly LineTold[], saying: SetSaying, besides: Besides): LineGroup[] {
  const groups = Map.groupBy(lines, (told) => groupOf(told))
  return [...groups].map(([id, of]) => ({
    id: `of-${id}`,
    title: titleOf(of[0]!, saying),
    lines: of.map((told) => setLine(set, told, saying, besides)),
  }))
}

const groupOf = ({ line: { kind, key } }: LineTold): string =>
  kind === 'standard' ? key.split('/')[0]! : `kind-${kind}`

function titleOf({ line: { kind, key, valid } }: LineTold, { ref, t }: SetSaying): string {
  if (kind !== 'standard') return t.words.subject[kind]
  return itemName(ref, key.split('/')[0]!, valid.from, t.locale).text
}

function setLine(set: number, told: LineTold, saying: SetSaying, { found, comments, editable }: Besides): SetLine {
  const { n, line, removed } = told
  const words = changeWords(told, saying)
  const to = (rest: string) => setAddress(saying.ctx, set, `/lines/${n}${rest}`)
  return {
    ...words,
    ...placed(words, line.kind, saying.t),
    ...{ n, removed, source: sourceWords(told, saying.t) },
    found: found.get(n) ?? [],
    comments: comments.get(n) ?? [],
    noted: found.has(n) || comments.has(n),
    edit: editable && !removed ? to('') : null,
    remove: editable && !removed ? to('/remove') : null,
    restore: editable && removed ? to('/restore') : null,
  }
}

/** A line as the public would read it in its release, beside the first of what is said now. */
export function changeWords({ n, line, standing }: LineTold, saying: SetSaying): ChangeLine {
  const before = standing.find(({ payload }) => payload !== null) ?? null
  const words = releaseChangeLine(
    { n, said: proposed(n, line, saying.ref.release), before },
    publicly(saying),
    saying.ref,
    saying.t,
  )
  const notes = standing.length > 1 ? [...words.notes, saying.t('sets.stretches', { n: standing.length })] : words.notes
  return { ...words, notes, href: before === null ? null : words.href }
}

/** A line as if it were published. */
export const proposed = (
  n: number,
  { kind, key, change, valid, payload, why }: LineTold['line'],
  release: number,
): Statement => ({
  ...{ id: `proposed-${n}`, kind, key, change, valid, payload, why, remainder: false },
  ...{ known: { from: release, until: null }, line: { release, n } },
})

/** Under the heading of its item a price is named by where it holds and what for. */
function placed({ name, where }: ChangeLine, kind: SubjectKind, t: Translate): Pick<ChangeLine, 'name' | 'where'> {
  if (kind !== 'standard') return { name, where }
  const [first, ...rest] = where.toReversed()
  return { name: first ?? { text: t.words.common.nationwide, lang: null }, where: rest.toReversed() }
}

/** 来源: the file, sheet and row that a line was read from. */
export const sourceWords = ({ line: { source } }: LineTold, t: Translate): string | null =>
  source === undefined
    ? null
    : t(isAbsent(source) ? 'sets.sourceAbsent' : source.sheet === null ? 'sets.sourceRow' : 'sets.sourceSheet', {
        file: source.file.slice(0, 12),
        sheet: source.sheet ?? '',
        row: String(source.row),
      })
