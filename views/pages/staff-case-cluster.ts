import { type ClusterDecision, clusterDecision } from '../cases/cluster-decision.ts'
import { type ClusterMember, clusterMembers } from '../cases/cluster-members.ts'
import type { ClusterTold } from '../cases/cluster-told.ts'
import { type ClusterWaiting, clusterWaiting } from '../cases/cluster-waiting.ts'
import { type FormSent, problemsIn } from '../complaints/case-field.ts'
import { refusalText } from '../complaints/case-form.ts'
import { address } from '../context.ts'
import { dayText, inChinese, lastDayText, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { entityName, itemName } from '../words/names.ts'

/** `/staff/cases/clusters/:cluster`: cases about one charge of one entity in one period, decided and signed together. */
export type StaffCaseClusterPage = {
  frame: StaffFrame
  back: string
  listed: string
  title: Said
  facts: (Said & { label: string })[]
  problems: { text: string; href: string | null }[]
  waiting: ClusterWaiting[]
  decision: ClusterDecision | null
  members: ClusterMember[]
  words: Messages['caseCluster']
  cases: string
}

export function staffCaseClusterPage(
  ctx: StaffContext,
  { told, sent }: { told: ClusterTold; sent: FormSent | null },
): StaffCaseClusterPage {
  const t = translator(ctx.locale)
  const { caseCluster: words } = t.words
  const members = clusterMembers(told, ctx, t)
  return {
    frame: staffFrame(ctx, `${words.title} ${told.title}`),
    back: address(ctx, '/staff/cases'),
    listed: address(ctx, '/staff/cases', { show: 'all', cluster: String(told.id) }),
    title: inChinese(told.title, t.locale),
    facts: factsOf(told, t),
    problems: problemsOf(sent, t),
    waiting: clusterWaiting(told, sent, ctx, t),
    decision: members.length === 0 ? null : clusterDecision(told, sent, ctx, t),
    members,
    words,
    cases: t.words.caseFile.queue,
  }
}

function factsOf({ entity, item, from, until, office, members, reference }: ClusterTold, t: Translate) {
  const { caseCluster: words } = t.words
  const period = t('common.fromUntil', { from: dayText(from, t.locale), until: lastDayText(until, t.locale) })
  return [
    { label: words.entity, ...entityName(reference, entity, from, t.locale) },
    { label: words.matter, ...matterOf(item, { reference, from }, t) },
    { label: words.period, text: period, lang: null },
    { label: t.words.caseFile.office, ...said(office, t.locale) },
    { label: words.cases, text: t('caseCluster.casesN', { n: members.length }), lang: null },
  ]
}

/** 事项: an item of the catalogue, or what the complaints are about where none was found for the charge. */
function matterOf(item: string, { reference, from }: Pick<ClusterTold, 'reference' | 'from'>, t: Translate): Said {
  const category = /^category:(.+)$/.exec(item)?.[1]
  if (category === undefined) return itemName(reference, item, from, t.locale)
  return { text: t.words.caseWords[`category-${category}` as keyof Messages['caseWords']] ?? category, lang: null }
}

/** Why a form came back: why it was refused, then each fault with the field it is at. */
function problemsOf(sent: FormSent | null, t: Translate): StaffCaseClusterPage['problems'] {
  if (sent === null) return []
  const named = problemsIn(sent, t)
  if (sent.refused === null) return named
  const why = sent.refused.code === 'none' ? t.words.caseCluster['refused-none'] : refusalText(sent.refused, t)
  return [{ text: why, href: null }, ...named]
}
