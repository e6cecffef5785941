import type { Reference } from '../../catalogue/reference.ts'
import type { Release } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { address, link, type PageContext } from '../frame.ts'
import { inChinese, instantText, type Said, validityText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { basisWords } from '../words/names.ts'
import { type ProofLink, proofLink } from '../words/proof-link.ts'
import type { Says } from './fee-history.ts'

/** One statement in the table of a history. */
export type HistoryRow = {
  valid: string
  known: string
  release: { href: string; text: string; day: string; backfilled: boolean }
  standing: boolean
  change: string
  correction: boolean
  remainder: boolean
  nothing: boolean
  says: string
  why: Said
  documents: (Said & { href: string })[]
  proof: ProofLink
}

export function historyRow(
  statement: Statement,
  says: Says,
  releases: ReadonlyMap<number, Release>,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): HistoryRow {
  const { valid, known, change, remainder, payload, why, line } = statement
  const release = releases.get(line.release)
  return {
    valid: validityText(valid, t),
    known:
      known.until === null
        ? t('history.knownNow', { from: String(known.from) })
        : t('history.knownUntil', { from: String(known.from), until: String(known.until) }),
    release: {
      href: address(ctx, `/changes/${line.release}`),
      text: t('common.nth', { release: String(line.release) }),
      day: release ? instantText(release.publishedAt, ctx.locale) : '',
      backfilled: release?.backfilled ?? false,
    },
    standing: known.until === null,
    change: t.words.change[change],
    correction: change === 'correct',
    remainder,
    nothing: payload === null,
    says: says(statement).whole,
    why: ctx.locale === 'en' && why.en !== null ? { text: why.en, lang: null } : inChinese(why.zh, ctx.locale),
    documents: why.documents.map((document) => ({
      ...basisWords(ref, { document, article: null }, ctx.on, t).short,
      href: `${link(ctx, '/policies')}#${document}`,
    })),
    proof: proofLink(statement, ctx, t),
  }
}
