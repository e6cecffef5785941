import { createHash } from 'node:crypto'
import { Day } from '../../catalogue/day.ts'
import { companionsOf, nameOfLine } from '../../catalogue/draft/companions.ts'
import { type Parts, textAt } from '../../catalogue/draft/draft.ts'
import { payloadOf } from '../../catalogue/draft/line-form.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Statement, Why } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import type { LineData } from '../../views/pages/staff-line.ts'
import type { ChangeSet, ProposedLine } from '../db/change-sets.ts'
import type { Desk } from './desk.ts'
import { tickedIn } from './line-draft.ts'
import { tried } from './line-example.ts'
import { type Subjects, standardsOf, standingOf, subjectsFor } from './line-subjects.ts'

/** What the form of a line is shown with, besides what was typed. */
export type Shown = Partial<Pick<LineData, 'faults' | 'problem' | 'theirs'>> & { list?: boolean }

/** All that the page of one line needs: the draft, what it may name, what stands, what it comes to. */
export async function lineData(
  desk: Desk,
  set: ChangeSet,
  { kind, stored, draft }: { kind: SubjectKind; stored: ProposedLine | null; draft: Parts },
  shown: Shown = {},
): Promise<LineData> {
  const from = await subjectsFor(desk, set, stored?.n ?? null)
  const key = textAt(draft, 'key')
  const companions = kind === 'lineage' ? await companionsFor(desk, draft, from, shown.list ?? false) : null
  return {
    ...{ set, kind, draft, from, companions },
    n: stored?.n ?? null,
    faults: shown.faults ?? [],
    problem: shown.problem ?? null,
    theirs: shown.theirs ?? null,
    version: stored === null ? '' : versionOf(stored),
    removed: stored?.removed ?? false,
    standing: key === '' ? [] : await standingOf(desk, kind, key),
    tried: kind === 'standard' ? await tried(desk, draft, from) : null,
  }
}

/** Which text of a line a form was opened on. */
export const versionOf = ({ line, removed }: ProposedLine): string =>
  createHash('sha256')
    .update(JSON.stringify([line, removed]))
    .digest('base64url')
    .slice(0, 22)

/** What comes with a lineage, each ticked or not; all are ticked when they are first listed. Null before that. */
export async function companionsFor(desk: Desk, draft: Parts, from: Subjects, list: boolean) {
  const ticked = tickedIn(draft)
  if (ticked === null && !list) return null
  const lines = await linesBeside(desk, draft, from)
  return lines.map((line) => ({ line, chosen: ticked === null || ticked.has(nameOfLine(line)) }))
}

/** The lines that a lineage brings with it; none while it does not say what becomes of what, and when. */
async function linesBeside(desk: Desk, draft: Parts, { reference }: Subjects): Promise<Line[]> {
  const note = { zh: '-' }
  const { payload } = payloadOf('lineage', { ...(draft.payload as Parts), note })
  const day = Day.safeParse(textAt(draft, 'from')).data
  if (payload === null || day === undefined) return []
  const why: Why = { zh: textAt(draft, 'why.zh') || '-', en: textAt(draft, 'why.en') || null, documents: [] }
  const item = (reference.of.item.get(payload.from) ?? []) as readonly Statement<'item'>[]
  return companionsOf(payload, day, why, { item, standards: await standardsOf(desk, payload.from, 'all') })
}
