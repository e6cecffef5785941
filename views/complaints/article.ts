import type { Mark } from '../../catalogue/basis.ts'
import { address } from '../context.ts'
import { inChinese, type Said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'

/** A document of the law and the article of it, as a page cites them; `mark` is a word, 待核实 where nothing supports it. */
export type Cited = {
  document: string
  href: string
  article: Said | null
  mark: { word: string; unverified: boolean }
}

export function cited(
  { document, article, mark }: { document: string; article: string | null; mark: Mark },
  t: Translate,
): Cited {
  const word = `document-${document}` as keyof Messages['clocks']
  return {
    document: t.words.clocks[word] ?? document,
    href: address(t, `/policies/${document}`),
    article: article === null ? null : inChinese(article, t.locale),
    mark: { word: t.words.mark[mark], unverified: mark === 'recall' },
  }
}
