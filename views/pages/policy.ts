import type { Document } from '../../catalogue/document.ts'
import { allOn, type Reference, versionsOf } from '../../catalogue/reference.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Said, said, validityText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type DocumentWords, documentInWords } from '../words/document.ts'
import { restingOn } from './policies.ts'

/** What one document's page is made of; `standards` counts the prices in force on the day that rest on it. */
export type PolicyData = { document: Document; standards: number; reference: Reference }

/** `/policies/:code`: one document, and what rests on it. */
export type PolicyPage = DocumentWords & {
  frame: Frame
  otherTitle: Said | null
  original: string | null
  items: (Said & { href: string })[]
  standards: string
  versions: { text: string; href: string }[]
  all: string
  words: Messages['policies']
  common: Messages['common']
}

export function policyPage(ctx: PageContext, { document, standards, reference }: PolicyData): PolicyPage {
  const t = translator(ctx.locale)
  const { code, title, href } = document
  const other = ctx.locale === 'en' ? { text: title.zh, lang: 'zh-CN' } : { text: title.en ?? '', lang: 'en' }
  return {
    ...documentInWords(document, ctx, t),
    frame: frame(ctx, {
      title: said(title, ctx.locale).text,
      description: t('policies.policyDescription', { title: said(title, ctx.locale).text }),
    }),
    otherTitle: title.en === null ? null : other,
    original: href,
    items: restingOn(code, allOn(reference, 'item', ctx.on)).map((item) => ({
      ...said(item.name, ctx.locale),
      href: link(ctx, `/fees/${item.code}`),
    })),
    standards: standards === 0 ? t.words.policies.standardNone : t('policies.standardCount', { n: standards }),
    versions: versionsIn(code, ctx, reference, t),
    all: link(ctx, '/policies'),
    words: t.words.policies,
    common: t.words.common,
  }
}

const versionsIn = (code: string, ctx: PageContext, ref: Reference, t: Translate): PolicyPage['versions'] =>
  versionsOf(ref, 'document', code).map(({ valid, line }) => ({
    text: t('policies.versionSays', { release: String(line.release), valid: validityText(valid, t) }),
    href: address(ctx, `/changes/${line.release}`),
  }))
