import { type Parts, textAt } from '../../catalogue/draft/draft.ts'
import { draftOfPayload } from '../../catalogue/draft/line-form.ts'
import { Change, type Statement } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import { inForce, lastDay } from '../../catalogue/validity.ts'
import type { Subjects } from './line-subjects.ts'

/** What an address asks a new line to begin with. */
export type Beginning = { kind: SubjectKind; key: string; change: string; item: string; on: string }

/** The form of a new line: blank, or as the subject stands on the day that is meant. */
export function beginning(
  { kind, key, change, item, on }: Beginning,
  standing: readonly Statement[],
  entity: string | null,
  { today }: Subjects,
): Parts {
  const meant = standing.find(({ valid }) => valid.from === on) ?? inForce(standing, today) ?? standing.at(-1)
  const asked = Change.safeParse(change).data
  if (key === '' || meant === undefined || meant.payload === null)
    return { kind, key: '', change: 'new', why: {}, payload: blank(kind, item, entity) }
  const act = asked ?? 'revise'
  const corrects = act === 'correct' || act === 'confirm'
  const until = lastDay(meant.valid) ?? ''
  return {
    ...{ kind, key, change: act, why: {} },
    from: corrects ? meant.valid.from : today < meant.valid.from ? meant.valid.from : '',
    to: act === 'withdraw' ? '' : until,
    payload: draftOfPayload(kind, meant.payload),
  }
}

/** What most lines of a kind begin with. */
function blank(kind: SubjectKind, item: string, entity: string | null): Parts {
  const own: Parts = entity === null ? {} : kind === 'entity' ? { code: entity } : { entity }
  if (kind === 'lineage') return { kind: 'merged_into' }
  return kind === 'standard' ? { item, rate: { form: 'fixed' }, ...own } : own
}

/** The fields of the form, without those that only carry it. */
export const withoutCarriers = (draft: Parts): Parts => {
  const { csrf: _csrf, step: _step, version: _version, ...rest } = draft
  return rest
}

/** Which companions were ticked; null when none were listed yet. */
export function tickedIn(draft: Parts): ReadonlySet<string> | null {
  if (textAt(draft, 'listed') === '') return null
  return new Set([draft.with ?? []].flat().filter((one): one is string => typeof one === 'string'))
}
