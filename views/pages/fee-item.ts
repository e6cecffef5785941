import type { Page } from '../../catalogue/listing.ts'
import { allOn, type Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { inChinese, type Said, said, validityText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type Download, downloadsOf } from '../words/downloads.ts'
import { becameOf, type LineageLine, originOf } from '../words/lineage.ts'
import { type BasisWords, basisWords, entityName, itemName, portName } from '../words/names.ts'
import { type Pager, pagerOf } from '../words/pager.ts'
import { type StandardRow, standardRow } from '../words/standard-row.ts'
import type { PricingTag } from '../words/tag.ts'
import { feeItemLd } from './fee-item-ld.ts'
import { itemInWords } from './fee-item-words.ts'

/** What one item's page is made of: what it is that day, and its standards, government's first. */
export type FeeItemData = {
  item: Statement<'item'> & { payload: Payloads['item'] }
  government: Statement<'standard'>[]
  posted: Page<Statement<'standard'>>
  ownNames: string[]
  reference: Reference
}

type Linked = Said & { href: string }

/** `/fees/:code`: one item on one day. */
export type FeeItemPage = {
  frame: Frame
  name: Said
  otherName: Said | null
  pricing: PricingTag
  nature: string
  link: string
  payer: string
  payee: Said | null
  content: Said
  only: { text: string; href: string } | null
  validity: string
  voluntary: boolean
  aliases: Said[]
  ownNames: Said[]
  facts: string[]
  decidedBy: string
  parent: Linked | null
  children: Linked[]
  lineage: LineageLine[]
  basis: (BasisWords & { href: string })[]
  mark: { word: string; unverified: boolean; source: Said }
  remark: Said | null
  government: StandardRow[]
  governmentNone: string
  posted: StandardRow[]
  postedCount: string
  pager: Pager | null
  downloads: Download[]
  links: { history: string; changes: string; complain: string }
  complain: string
  words: Messages['feeItem']
  common: Messages['common']
}

export function feeItemPage(ctx: PageContext, data: FeeItemData): FeeItemPage {
  const t = translator(ctx.locale)
  const {
    item: { payload: item, valid },
    reference,
    posted,
  } = data
  const rowsOf = (statements: readonly Statement<'standard'>[]) =>
    statements.flatMap((statement) => standardRow(statement, ctx, reference, t) ?? [])
  const path = `/fees/${item.code}`
  const { port, entity } = ctx.query
  return {
    ...itemInWords(item, ctx, t),
    ...relations(item, ctx, reference, t),
    frame: frame(ctx, headOf(data, ctx, t)),
    only: onlyOf(item.code, ctx, reference, t),
    validity: validityText(valid, t),
    ownNames: data.ownNames.map((name) => inChinese(name, ctx.locale)),
    government: rowsOf(data.government),
    governmentNone: item.pricing === 'market' ? t.words.feeItem.governmentMarket : t.words.feeItem.governmentNone,
    posted: rowsOf(posted.rows),
    postedCount: t('common.count', { n: posted.total }),
    pager: pagerOf(posted, path, { port, entity }, ctx),
    downloads: downloadsOf('/fees', { item: item.code, port, entity }, ctx),
    links: {
      history: link(ctx, `${path}/history`),
      changes: link(ctx, '/changes'),
      complain: complainLink(item.code, ctx),
    },
    complain: t.words.filing.complainAbout,
    words: t.words.feeItem,
    common: t.words.common,
  }
}

/** The form of a complaint with what this page knows filled in; the day only where the reader asked for one. */
const complainLink = (item: string, ctx: PageContext): string =>
  address(ctx, '/complaints/new', {
    ...{ item, port: ctx.query.port, entity: ctx.query.entity },
    charged_on: ctx.pinned.on && ctx.on <= ctx.today ? ctx.on : undefined,
  })

/** At which port or of whom alone the page shows the prices, and the way to all of them. */
function onlyOf(code: string, ctx: PageContext, ref: Reference, t: Translate): FeeItemPage['only'] {
  const { port, entity } = ctx.query
  const names = [
    ...(port ? [portName(ref, port, ctx.on, ctx.locale).text] : []),
    ...(entity ? [entityName(ref, entity, ctx.on, ctx.locale).text] : []),
  ]
  return names.length === 0
    ? null
    : { text: t('feeItem.only', { names: names.join(' · ') }), href: link(ctx, `/fees/${code}`) }
}

/** How the item stands among others, and the documents it rests on. */
function relations(item: Payloads['item'], ctx: PageContext, ref: Reference, t: Translate) {
  const linked = (code: string): Linked => ({
    ...itemName(ref, code, ctx.on, ctx.locale),
    href: link(ctx, `/fees/${code}`),
  })
  return {
    parent: item.parent === null ? null : linked(item.parent),
    children: allOn(ref, 'item', ctx.on)
      .filter(({ parent }) => parent === item.code)
      .map(({ code }) => linked(code)),
    lineage: [...originOf(item.code, ctx, ref, t), ...becameOf(item.code, ctx, ref, t)],
    basis: item.basis.map((basis) => ({
      ...basisWords(ref, basis, ctx.on, t),
      href: `${link(ctx, '/policies')}#${basis.document}`,
    })),
  }
}

function headOf(data: FeeItemData, ctx: PageContext, t: Translate) {
  const item = data.item.payload
  const name = said(item.name, ctx.locale).text
  return {
    title: name,
    description: t('feeItem.description', {
      name,
      pricing: t.words.pricing[item.pricing],
      payer: t.words.payer[item.payer],
      content: said(item.content, ctx.locale).text,
    }).slice(0, 200),
    jsonLd: feeItemLd(ctx, data, name, t),
  }
}
