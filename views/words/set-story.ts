import type { Messages, Translate, Values } from '../locale/locale.ts'
import { momentText } from './moment.ts'
import type { CommentWords } from './set-line.ts'

type By = { id: number; name: string }

/** What happened to a set, and what was said of it, as it is stored. */
export type StoryTold = {
  events: readonly { by: By | null; act: string; detail: unknown; at: Date }[]
  comments: readonly { n: number | null; by: By; words: string; at: Date }[]
}

/** 经历: one thing that happened, who did it and when; `words` where something was said with it. */
export type EventWords = { by: string; what: string; words: string | null; at: string; datetime: string }

export const eventWords = ({ by, act, detail, at }: StoryTold['events'][number], t: Translate): EventWords => {
  const given = (detail ?? {}) as Record<string, unknown>
  return {
    by: by?.name ?? t.words.sets.portal,
    what: whatHappened(act, given, t),
    words: saidWith(given, t),
    at: momentText(at, t.locale),
    datetime: at.toISOString(),
  }
}

function whatHappened(act: string, detail: Record<string, unknown>, t: Translate): string {
  const key = `event-${act}`
  if (!(key in t.words.sets)) return act
  const values: Values = {
    n: Number(detail.n ?? detail.count ?? 0),
    at: typeof detail.publishAt === 'string' ? momentText(new Date(detail.publishAt), t.locale) : '',
  }
  return t(`sets.${key as keyof Messages['sets']}`, values)
}

/** A reason or a comment; of what the portal sent back, why. */
function saidWith({ reason, comment, code }: Record<string, unknown>, t: Translate): string | null {
  const said = reason ?? comment
  if (typeof said === 'string' && said !== '') return said
  const key = `refused-${String(code)}`
  return key in t.words.review ? t(`review.${key as keyof Messages['review']}`, NOTHING_MORE) : null
}

/** What a refusal may be filled with, where it does not say. */
export const NOTHING_MORE: Values = { n: '?', state: '', field: '', fault: '' }

/** Comments by the line they are of; those of the whole set under 0. */
export function commentsByLine(comments: StoryTold['comments'], t: Translate): Map<number, CommentWords[]> {
  const byLine = Map.groupBy(comments, ({ n }) => n ?? 0)
  return new Map(
    [...byLine].map(([n, of]) => [
      n,
      of.map(({ by, words, at }) => ({
        by: by.name,
        words,
        at: momentText(at, t.locale),
        datetime: at.toISOString(),
      })),
    ]),
  )
}
