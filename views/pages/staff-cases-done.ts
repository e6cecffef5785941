import { queueAddress } from '../cases/filter-words.ts'
import { address } from '../context.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import type { BulkAct } from './staff-cases.ts'

type Refused = Extract<keyof Messages['caseQueue'], `refused-${string}`> extends `refused-${infer Code}` ? Code : never

/** What became of each case, and the form as it was sent, so that what failed can be tried again. */
export type DoneData = {
  act: BulkAct | 'undo'
  done: readonly { no: string; version: number; was: number | null; refused: Refused | null }[]
  sent: Record<string, string>
}

/** Forms of this page say again what was sent: every field of it, and the cases. */
type Hidden = { name: string; value: string }[]

/** `POST /staff/cases/bulk`, done: case by case what became of it. */
export type StaffCasesDonePage = {
  frame: StaffFrame
  lead: string
  rows: { no: string; href: string; ok: boolean; says: string }[]
  action: string
  again: { says: string; fields: Hidden } | null
  undo: { says: string; fields: Hidden } | null
  back: string
  words: Messages['caseQueue']
}

export function staffCasesDonePage(ctx: StaffContext, { act, done, sent }: DoneData): StaffCasesDonePage {
  const t = translator(ctx.locale)
  const words = t.words.caseQueue
  const [failed, well] = [
    done.filter(({ refused }) => refused !== null),
    done.filter(({ refused }) => refused === null),
  ]
  const hidden = (fields: Record<string, string>, cases: string[]): Hidden => [
    ...Object.entries({ ...fields, csrf: ctx.csrf }).map(([name, value]) => ({ name, value })),
    ...cases.map((value) => ({ name: 'case', value })),
  ]
  const { case: _case, step: _step, ...rest } = sent
  const first = act === 'duplicates' ? [String(sent.case)] : []
  return {
    frame: staffFrame(ctx, words.doneTitle),
    lead: t('caseQueue.doneCount', { done: well.length, failed: failed.length }),
    rows: done.map((one) => rowOf(one, act, ctx, t)),
    action: address(ctx, '/staff/cases/bulk'),
    again:
      failed.length === 0
        ? null
        : {
            says: t('caseQueue.again', { n: failed.length }),
            fields: hidden(rest, [...first, ...failed.map(({ no, version }) => `${no}@${version}`)]),
          },
    undo:
      act !== 'assign' || well.length === 0
        ? null
        : {
            says: words.undo,
            fields: hidden({ act: 'undo', step: 'do', back: sent.back ?? '' }, well.map(undoing)),
          },
    back: queueAddress(ctx, Object.fromEntries(new URLSearchParams(sent.back ?? ''))),
    words,
  }
}

const undoing = ({ no, version, was }: DoneData['done'][number]): string =>
  was === null ? `${no}@${version}` : `${no}@${version}@${was}`

const rowOf = (
  { no, refused }: DoneData['done'][number],
  act: DoneData['act'],
  ctx: StaffContext,
  { words }: Translate,
) => ({
  ...{ no, href: address(ctx, `/staff/cases/${no}`), ok: refused === null },
  says:
    refused !== null
      ? words.caseQueue[`refused-${refused}`]
      : act === 'undo'
        ? words.caseQueue.undone
        : words.caseQueue[`act-${act}`],
})
