import { refusalText } from '../complaints/case-form.ts'
import { address } from '../context.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** What became of each case of a cluster: done, or refused and why. */
export type ClusterDoneData = {
  cluster: number
  act: 'decide' | 'sign'
  done: readonly { no: string; refused: { code: string; values: Record<string, string> } | null }[]
}

/** `POST /staff/cases/clusters/:cluster/{decide,sign}`, done: case by case what became of it. */
export type StaffCaseClusterDonePage = {
  frame: StaffFrame
  title: string
  lead: string
  rows: { no: string; href: string; ok: boolean; says: string }[]
  back: string
  words: Messages['caseCluster']
  queue: Messages['caseQueue']
}

export function staffCaseClusterDonePage(
  ctx: StaffContext,
  { cluster, act, done }: ClusterDoneData,
): StaffCaseClusterDonePage {
  const t = translator(ctx.locale)
  const { caseCluster: words } = t.words
  const well = done.filter(({ refused }) => refused === null).length
  return {
    frame: staffFrame(ctx, words[`done-${act}`]),
    title: words[`done-${act}`],
    lead: t(`caseCluster.count-${act}`, { done: well, failed: done.length - well }),
    rows: done.map(({ no, refused }) => ({
      ...{ no, href: address(ctx, `/staff/cases/${encodeURIComponent(no)}`), ok: refused === null },
      says: refused === null ? words[`ok-${act}`] : whyNot(refused, t),
    })),
    back: address(ctx, `/staff/cases/clusters/${cluster}`),
    ...{ words, queue: t.words.caseQueue },
  }
}

/** Why a case was left out: by its own reason in a cluster, else as any refused act says it. */
function whyNot({ code, values }: { code: string; values: Record<string, string> }, t: Translate): string {
  const words: Readonly<Record<string, string>> = t.words.caseCluster
  return (
    words[`why-${values.why}`] ??
    words[`refused-${values.why}`] ??
    words[`refused-${code}`] ??
    refusalText({ code, values }, t)
  )
}
