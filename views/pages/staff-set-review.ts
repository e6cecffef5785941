import { mayFollow, mayReview } from '../../catalogue/change-set.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Restatement } from '../../catalogue/restatement.ts'
import type { Span } from '../../catalogue/spans.ts'
import { dayText, type Said } from '../locale/format.ts'
import type { Messages } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { portName } from '../words/names.ts'
import { spanText } from '../words/quote.ts'
import { type RestatedLine, restatedLine } from '../words/restated.ts'
import { type LineBlock, lineBlock } from '../words/review-lines.ts'
import { publicly, type SetSaying, sayingOf, setAddress } from '../words/set.ts'
import { type ActField, actField } from '../words/set-acts.ts'
import { commentsByLine } from '../words/set-story.ts'
import { type WarningGroup, warningGroups } from '../words/warnings.ts'
import { type SetData, type SetShown, setShown } from './staff-set.ts'

type Effects = {
  on: Day
  samples: readonly {
    sample: 'container' | 'bulk' | 'shipment'
    port: string
    before: Span
    after: Span
    by: string | null
  }[]
  reference: Reference
}

/** What the review of a set is made of, besides what its page is: what it puts right, and its effect on three sample calls. */
export type ReviewData = SetData & { restated: { rows: Restatement[]; total: number }; effects: Effects | null }

/** `/staff/sets/:set/review`: the difference line by line, its effect, what lint found, and the decision. */
export type StaffSetReviewPage = SetShown & {
  frame: StaffFrame
  title: string
  lead: string
  cannot: string | null
  days: string | null
  effects: {
    says: string
    href: string
    samples: { title: string; port: Said; before: string; after: string; by: string }[]
  } | null
  effectsHref: string
  preview: string
  restated: { says: string; first: string | null; lines: RestatedLine[] } | null
  blocks: LineBlock[]
  notes: { word: string; severity: string; rule: string; text: string; mend: string | null; source: string | null }[]
  decide: {
    sha: string
    warnings: WarningGroup[]
    approve: { action: string; fields: ActField[] }
    change: { action: string; fields: ActField[] }
  } | null
  csrf: string
  words: Messages['sets']
  review: Messages['review']
  changes: Messages['changes']
  common: Messages['common']
}

export function staffSetReviewPage(ctx: StaffContext, data: ReviewData): StaffSetReviewPage {
  const saying = sayingOf(ctx, data.reference, data.today)
  const { t } = saying
  const { set } = data
  const shown = setShown(data, saying, '/review')
  const title = t('review.title', { id: String(set.id) })
  const besides = {
    found: shown.found?.byLine ?? new Map(),
    comments: commentsByLine(data.story.comments, t),
    mayComment: data.acting.reaches('set.comment'),
    sent: data.sent,
  }
  return {
    ...shown,
    frame: staffFrame(ctx, title),
    ...{ title, lead: t.words.review.lead, cannot: cannotDecide(data, saying) },
    days: publicationAndEffect(data, saying),
    effects: effectsOf(data, saying),
    effectsHref: setAddress(ctx, set.id, '/effects'),
    preview: setAddress(ctx, set.id, '/preview/fees'),
    restated: restatedOf(data, saying),
    blocks: data.lines.filter(({ removed }) => !removed).map((told) => lineBlock(set.id, told, saying, besides)),
    notes: (shown.found?.all ?? []).filter(({ severity, lines }) => severity !== 'warning' && lines.length === 0),
    decide: decideOf(data, shown, saying),
    csrf: ctx.csrf,
    ...{ words: t.words.sets, review: t.words.review, changes: t.words.changes, common: t.words.common },
  }
}

/** Why this person cannot decide of the set; null when they can. */
function cannotDecide({ set, acting }: ReviewData, { t }: SetSaying): string | null {
  const { review: words } = t.words
  if (!mayFollow('approve', set.state)) return t('review.notInReview', { state: t.words.sets[`state-${set.state}`] })
  if (!acting.reaches('set.review')) return words['whose-set.review']
  return mayReview(acting.contributors, acting.person) ? null : words['refused-own-work']
}

/** Two dates that are never the same thing: when it is published, and from when it applies. */
function publicationAndEffect({ summary: { first, last } }: ReviewData, { t }: SetSaying): string | null {
  if (first === null || last === null) return null
  const [from, to] = [dayText(first, t.locale), dayText(last, t.locale)]
  return first === last ? t('sets.effectiveOn', { day: from }) : t('sets.effectiveBetween', { first: from, last: to })
}

function effectsOf({ effects, set }: ReviewData, { ctx, t }: SetSaying): StaffSetReviewPage['effects'] {
  if (effects === null || effects.samples.length === 0) return null
  const { on, samples, reference } = effects
  return {
    says: t('review.effectsOn', { day: dayText(on, t.locale) }),
    href: setAddress(ctx, set.id, '/effects'),
    samples: samples.map(({ sample, port, before, after, by }) => ({
      title: t.words.preview[sample],
      port: portName(reference, port, on, t.locale),
      before: spanText(before, t),
      after: spanText(after, t),
      by: by === null ? t.words.review.unevenly : Number(by) === 0 ? t.words.review.noEffect : by,
    })),
  }
}

function restatedOf({ restated: { rows, total } }: ReviewData, saying: SetSaying): StaffSetReviewPage['restated'] {
  if (total === 0) return null
  const { t, ref } = saying
  return {
    says: t('review.wouldRestate', { n: total }),
    first: total > rows.length ? t('changes.restatesFirst', { n: rows.length }) : null,
    lines: rows.map((row) => restatedLine(row, publicly(saying), ref, t)),
  }
}

function decideOf(data: ReviewData, { found }: SetShown, saying: SetSaying): StaffSetReviewPage['decide'] {
  const { ctx, t } = saying
  const { set, sent } = data
  if (set.contentSha === null || cannotDecide(data, saying) !== null) return null
  const own = (act: string) => (sent?.act === act ? sent : null)
  return {
    sha: set.contentSha,
    warnings: warningGroups(found?.all ?? [], own('approve')?.lists.accept ?? [], t),
    approve: {
      action: setAddress(ctx, set.id, '/approve'),
      fields: [actField('approve', 'comment', own('approve'), t, false)],
    },
    change: {
      action: setAddress(ctx, set.id, '/request-changes'),
      fields: [actField('request-changes', 'comment', own('request-changes'), t)],
    },
  }
}
