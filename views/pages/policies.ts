import type { Document } from '../../catalogue/document.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import { allOn, nearest, type Reference } from '../../catalogue/reference.ts'
import { type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type Channels, channelsOf } from '../words/channels.ts'
import { type DocumentWords, documentInWords, latestFirst } from '../words/document.ts'

/** What the page of documents is made of. */
export type PoliciesData = { reference: Reference }

type Row = DocumentWords & {
  id: string
  href: string
  items: (Said & { href: string })[]
  more: string | null
}

/** `/policies`: the documents behind the fees, and where to complain. */
export type PoliciesPage = {
  frame: Frame
  rows: Row[]
  channels: Channels
  words: Messages['policies']
  common: Messages['common']
}

export function policiesPage(ctx: PageContext, { reference }: PoliciesData): PoliciesPage {
  const t = translator(ctx.locale)
  const { title, description } = t.words.policies
  const documents = [...reference.of.document.keys()].flatMap(
    (code) => nearest(reference, 'document', code, ctx.on) ?? [],
  )
  const items = allOn(reference, 'item', ctx.on)
  return {
    frame: frame(ctx, { title, description }),
    rows: documents.toSorted(latestFirst).map((document) => rowOf(document, items, ctx, t)),
    channels: channelsOf(ctx, reference, t),
    words: t.words.policies,
    common: t.words.common,
  }
}

/** The items whose legal basis names a document. */
export const restingOn = (code: string, items: readonly FeeItem[]): FeeItem[] =>
  items.filter(({ basis }) => basis.some(({ document }) => document === code))

const MANY = 8

function rowOf(document: Document, items: readonly FeeItem[], ctx: PageContext, t: Translate): Row {
  const resting = restingOn(document.code, items)
  return {
    ...documentInWords(document, ctx, t),
    id: document.code,
    href: link(ctx, `/policies/${document.code}`),
    items: resting
      .slice(0, MANY)
      .map(({ code, name }) => ({ ...said(name, ctx.locale), href: link(ctx, `/fees/${code}`) })),
    more: resting.length > MANY ? t('policies.moreItems', { n: resting.length }) : null,
  }
}
