import type { FormContent } from '../../complaints/documents/content.ts'
import { dayText } from '../locale/format.ts'
import { type Translate, translator } from '../locale/locale.ts'

/** 文书 as a page shows it: in Chinese whatever the page's language, with the Chinese words around it. */
export type Paper = {
  lang: string | null
  sample: string
  office: string
  title: string
  number: string
  addressee: string | null
  fields: { label: string; lines: string[] }[]
  paragraphs: string[]
  articles: { says: string; mark: string | null }[]
  remedies: string[]
  signers: string[]
  seal: string
  day: string
  words: { basis: string; remedies: string }
}

export function paperOf(content: FormContent, { locale }: Translate): Paper {
  const t = translator('zh-CN')
  const { caseForms: words, mark } = t.words
  return {
    lang: locale === 'en' ? 'zh-CN' : null,
    ...{ sample: words.sample, office: content.office, title: content.title, seal: words.seal },
    number: content.number ?? words.unnumbered,
    addressee: content.addressee === null ? null : t('caseForms.addressee', { name: content.addressee }),
    fields: content.fields.map(([label, value]) => ({ label, lines: value.split('\n') })),
    paragraphs: content.paragraphs.flatMap((one) => one.split(/\n+/)),
    articles: content.articles.map((one) => ({ says: one.says, mark: one.mark === 'recall' ? mark.recall : null })),
    remedies: content.remedies,
    signers: content.signers,
    day: dayText(content.day, 'zh-CN'),
    words: { basis: words.basis, remedies: words.remedies },
  }
}
