import { stretchesOf } from '../../catalogue/restatement.ts'
import { type Said, validityText } from '../locale/format.ts'
import { type FieldApart, fieldsApart } from './fields-apart.ts'
import { type LineTold, type SetSaying, setAddress } from './set.ts'
import type { ActSent } from './set-acts.ts'
import type { FoundWords } from './set-findings.ts'
import { type CommentWords, changeWords, sourceWords } from './set-line.ts'

/** Some days of a line, and every part that differs from what is said of them now. */
export type StretchWords = { days: string; says: string; fields: FieldApart[] }

/** 逐条对照: one line, stretch by stretch and part by part, with what was found and said of it. */
export type LineBlock = {
  id: string
  n: number
  name: Said
  where: Said[]
  detail: string
  change: { word: string; shape: string }
  direction: { word: string; shape: string } | null
  days: string
  why: Said
  documents: (Said & { href: string })[]
  source: string | null
  wrong: string | null
  stretches: StretchWords[]
  found: FoundWords[]
  comments: CommentWords[]
  comment: { action: string; value: string; fault: string | null; open: boolean } | null
}

export type BlockBesides = {
  found: ReadonlyMap<number, FoundWords[]>
  comments: ReadonlyMap<number, CommentWords[]>
  mayComment: boolean
  sent: ActSent | null
}

export function lineBlock(set: number, told: LineTold, saying: SetSaying, besides: BlockBesides): LineBlock {
  const { n, line } = told
  const { id, name, where, detail, change, direction, days, why, documents } = changeWords(told, saying)
  return {
    ...{ id, n, name, where, detail, change, direction, days, why, documents },
    source: sourceWords(told, saying.t),
    wrong: line.change === 'correct' ? why.text : null,
    stretches: stretchWords(told, saying),
    found: besides.found.get(n) ?? [],
    comments: besides.comments.get(n) ?? [],
    comment: besides.mayComment ? commentOn(set, n, saying, besides.sent) : null,
  }
}

function commentOn(set: number, n: number, { ctx, t }: SetSaying, sent: ActSent | null): LineBlock['comment'] {
  const own = sent?.act === 'comments' && sent.values.n === String(n) ? sent : null
  return {
    action: setAddress(ctx, set, '/comments'),
    value: own?.values.words ?? '',
    fault: own === null ? null : t.words.review['fault-words'],
    open: own !== null,
  }
}

/** Against what is said on the first day of the line, and again from every day on which that changes. */
function stretchWords({ line, standing }: LineTold, saying: SetSaying): StretchWords[] {
  const { t } = saying
  return stretchesOf(line.valid, standing).map(({ days, before }) => {
    const fields = fieldsApart(before?.payload ?? null, line.payload, saying, days.from)
    const says =
      before === null
        ? t.words.review.fromNothing
        : fields.length === 0
          ? t.words.review.sameAsNow
          : line.payload === null
            ? t.words.review.endsIt
            : ''
    return { days: validityText(days, t), says, fields: line.payload === null ? [] : fields }
  })
}
