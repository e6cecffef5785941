import type { Term } from '../../catalogue/glossary.ts'
import { soundsOf } from '../../catalogue/search/pinyin.ts'
import { type Frame, frame, type PageContext } from '../frame.ts'
import { type Said, said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'

type Row = { id: string; term: string; other: Said; note: Said | null }

/** `/glossary`: the words of the trade in both languages, by their first letter in the page's own. */
export type GlossaryPage = {
  frame: Frame
  tally: string
  letters: { id: string; letter: string; rows: Row[] }[]
  words: Messages['glossary']
}

export function glossaryPage(ctx: PageContext, terms: readonly Term[]): GlossaryPage {
  const t = translator(ctx.locale)
  const { title, description } = t.words.glossary
  const sorted = terms
    .map((term) => ({ term, sound: soundOf(term, ctx) }))
    .toSorted((a, b) => (a.sound < b.sound ? -1 : 1))
  const letters = Map.groupBy(sorted, ({ sound }) => letterOf(sound) ?? t.words.glossary.other)
  return {
    frame: frame(ctx, { title, description, bar: false }),
    tally: t('glossary.tally', { n: terms.length }),
    letters: [...letters].map(([letter, group]) => ({
      id: `letter-${letter.toLowerCase()}`,
      letter,
      rows: group.map(({ term }) => rowOf(term, ctx)),
    })),
    words: t.words.glossary,
  }
}

const soundOf = ({ zh, en }: Term, { locale }: PageContext): string =>
  locale === 'en' ? en.toLowerCase() : soundsOf(zh).join(' ')

const letterOf = (sound: string): string | undefined => /^[a-z]/.exec(sound)?.[0].toUpperCase()

const rowOf = ({ id, zh, en, note }: Term, { locale }: PageContext): Row => ({
  id,
  term: locale === 'en' ? en : zh,
  other: locale === 'en' ? { text: zh, lang: 'zh-CN' } : { text: en, lang: 'en' },
  note: note ? said(note, locale) : null,
})
