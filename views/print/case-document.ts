import type { FormContent } from '../../complaints/documents/content.ts'
import { paperOf } from '../complaints/paper.ts'
import { translator } from '../locale/locale.ts'
import type { Fact } from './document.ts'

/** 打印的文书: what stands on its paper, in the order in which it is printed; always in Chinese. */
export type PrintedForm = {
  sample: string
  office: string
  title: string
  number: string
  addressee: string | null
  fields: Fact[]
  paragraphs: string[]
  parts: { heading: string; lines: string[] }[]
  signers: string[]
  signed: string[]
  digest: { label: string; text: string; says: string }
  footer: string
  at: Date
}

/** A document for paper, with the digest of its content. */
export function printedForm(content: FormContent, { sha, at }: { sha: string; at: Date }): PrintedForm {
  const t = translator('zh-CN')
  const paper = paperOf(content, t)
  const { caseForms: words } = t.words
  const { title, number } = paper
  const articles = paper.articles.map(({ says, mark }) => (mark === null ? says : `${says}（${mark}）`))
  return {
    ...{ sample: paper.sample, office: paper.office, title, number, addressee: paper.addressee, at },
    fields: content.fields,
    paragraphs: paper.paragraphs,
    parts: [
      { heading: words.basis, lines: articles },
      { heading: words.remedies, lines: paper.remedies },
    ].filter(({ lines }) => lines.length > 0),
    signers: paper.signers,
    signed: [`${paper.office} ${paper.seal}`, paper.day],
    digest: { label: words.digest, text: sha.replace(/(.{8})(?=.)/g, '$1 '), says: words.digestSays },
    footer: t('caseForms.footer', { title, number }),
  }
}
