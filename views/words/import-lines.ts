import type { Day } from '../../catalogue/day.ts'
import type { Ask, RowPreview } from '../../catalogue/import/reading.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Source, Statement } from '../../catalogue/statement.ts'
import type { PageContext } from '../context.ts'
import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { isAbsent } from './absent.ts'
import { type ChangeLine, releaseChangeLine } from './change-line.ts'
import { itemName } from './names.ts'

/** A line a file comes to, beside what the list says now, and where in the file it stands. */
export type ImportLine = Pick<ChangeLine, 'name' | 'where' | 'detail' | 'change' | 'before' | 'after' | 'days'> &
  Pick<ChangeLine, 'direction' | 'ended' | 'notes'> & { n: string; from: string }

/** What lines are put in words with: the release they were compared with, and what it said of each subject. */
export type Beside = { ctx: StaffContext; reference: Reference; before: ReadonlyMap<string, RowPreview>; on: Day }

export const besideOf = (previews: readonly RowPreview[]): Beside['before'] =>
  new Map(previews.map((preview) => [preview.key, preview]))

/** Puts the nth line in words. */
export function importLine(line: Line, n: number, beside: Beside, t: Translate): ImportLine {
  const ctx = pageContext(beside)
  const was = beside.before.get(line.key)?.before ?? null
  const known = { from: beside.reference.release, until: null }
  const rest = { remainder: false, known, line: { release: known.from, n } }
  const said: Statement = { ...line, ...rest, id: `line-${n}` }
  const before: Statement | null = was === null ? null : { ...said, change: 'new', payload: was, id: `before-${n}` }
  const {
    name,
    where,
    detail,
    change,
    before: old,
    after,
    days,
    direction,
    ended,
    notes,
  } = releaseChangeLine({ n, said, before }, ctx, beside.reference, t)
  return {
    ...{ name, where, detail, change, before: old, after, days, direction, ended, notes },
    n: String(n),
    from: placeInFile(line.source, t),
  }
}

/** 收费标准 第 12 行; and where no row of the file is meant, that. */
export function placeInFile(source: Pick<Source, 'sheet' | 'row'> | undefined, t: Translate): string {
  if (source === undefined || isAbsent(source)) return t.words.imports.notInFile
  const row = String(source.row)
  return source.sheet === null ? t('imports.atRowOnly', { row }) : t('imports.atRow', { sheet: source.sheet, row })
}

/** How the row of a question was matched with the list. */
export function matchWords(
  { kind, line, matched: { by, item: code, likeness } }: Ask,
  beside: Beside,
  t: Translate,
): string {
  if (kind === 'ending') return t('imports.endsFrom', { day: dayText(line.valid.from, t.locale) })
  if (code === null || by === 'none') return t.words.imports.matchedNone
  const item = itemName(beside.reference, code, beside.on, t.locale).text
  if (by === 'alias') return t('imports.matchedAlias', { item })
  if (by === 'lineage') return t('imports.matchedLineage', { item })
  return t('imports.matchedLikeness', { item, likeness: percentOf(likeness) })
}

const percentOf = (likeness: string | null): string => `${Math.round(Number(likeness ?? 0) * 100)}%`

/** A page of the desk as what puts published things in words knows it: the list as of one release, on one day. */
const pageContext = ({ ctx, reference, on }: Beside): PageContext => ({
  ...{ locale: ctx.locale, path: ctx.path, query: {}, publicUrl: ctx.publicUrl },
  ...{ on, today: on, release: reference.release, published: ctx.now, head: { release: reference.release } },
  ...{ pinned: { on: false, release: false }, assets: ctx.assets, showDemoNotice: ctx.demo },
})
