import type { Comparison } from '../../catalogue/comparison.ts'
import type { ChargingEntity } from '../../catalogue/entity.ts'
import type { CoverageAnswer, Page } from '../../catalogue/listing.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { type EntityOutcomes, type EntityOutcomesData, entityOutcomes } from '../complaints/entity-outcomes.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { coverageWords } from '../words/coverage.ts'
import { type Download, downloadsOf } from '../words/downloads.ts'
import { portName } from '../words/names.ts'
import { type Pager, pagerOf } from '../words/pager.ts'
import { type StandardRow, standardRow } from '../words/standard-row.ts'
import { noStandard, type VerdictWords, verdictInWords } from '../words/verdict.ts'

/** A posted price, the government standard it is held against, and how it stands to it. */
export type PostedBeside = {
  posted: Statement<'standard'>
  government: Statement<'standard'> | null
  comparison: Comparison | null
}

/** What one entity's page is made of; `coverage` is of the entity at its port, one for each port it posts at. */
export type EntityData = {
  entity: ChargingEntity
  list: Page<PostedBeside>
  coverage: { port: string; answer: CoverageAnswer }[]
  /** What was published of complaints about it; null where the page is of another day or release. */
  outcomes: EntityOutcomesData | null
  reference: Reference
}

type Row = { posted: StandardRow; government: StandardRow | null; verdict: VerdictWords }

/** `/entities/:uscc`: one charging entity's prices beside the government's. */
export type EntityPage = {
  frame: Frame
  name: Said
  otherName: Said | null
  link: string
  demo: boolean
  code: string
  remark: Said | null
  address: Said | null
  phone: string | null
  complaintPhone: string | null
  ports: (Said & { href: string; coverage: string; complete: boolean })[]
  rows: Row[]
  count: string
  tally: string | null
  pager: Pager | null
  downloads: Download[]
  links: { fees: string; channels: string; complain: string }
  complain: string
  outcomes: EntityOutcomes | null
  words: Messages['entity']
  common: Messages['common']
}

export function entityPage(ctx: PageContext, { entity, list, coverage, outcomes, reference }: EntityData): EntityPage {
  const t = translator(ctx.locale)
  const path = `/entities/${entity.code}`
  const rows = list.rows.flatMap((row) => besideRow(row, ctx, reference, t))
  return {
    ...wordsOf(entity, ctx, t),
    frame: frame(ctx, headOf(entity, ctx, t)),
    ports: entity.ports.map((port) => ({
      ...portName(reference, port, ctx.on, ctx.locale),
      href: link(ctx, `/ports/${port}`),
      ...coverageAt(port, coverage, t),
    })),
    rows,
    count: t('common.count', { n: list.total }),
    tally: tallyOf(rows, t),
    pager: pagerOf(list, path, {}, ctx),
    downloads: downloadsOf('/fees', { entity: entity.code }, ctx),
    links: {
      fees: link(ctx, '/fees', { entity: entity.code }),
      channels: `${link(ctx, '/policies')}#channels`,
      complain: address(ctx, '/complaints/new', {
        entity: entity.code,
        port: entity.ports.length === 1 ? entity.ports[0] : undefined,
      }),
    },
    complain: t.words.filing.complainEntity,
    outcomes: outcomes && entityOutcomes(entity.code, outcomes, reference, t),
    words: t.words.entity,
    common: t.words.common,
  }
}

function wordsOf(entity: ChargingEntity, { locale }: PageContext, t: Translate) {
  const { name } = entity
  const other = locale === 'en' ? { text: name.zh, lang: 'zh-CN' } : { text: name.en ?? '', lang: 'en' }
  return {
    name: said(name, locale),
    otherName: name.en === null ? null : other,
    link: t.words.link[entity.link],
    demo: entity.demo,
    code: entity.code,
    remark: entity.remark && said(entity.remark, locale),
    address: entity.address && said(entity.address, locale),
    phone: entity.phone,
    complaintPhone: entity.complaint_phone,
  }
}

function coverageAt(port: string, coverage: EntityData['coverage'], t: Translate) {
  const answer = coverage.find((each) => each.port === port)?.answer
  return { coverage: answer ? coverageWords(answer, t) : '', complete: answer?.complete ?? false }
}

function besideRow(
  { posted, government, comparison }: PostedBeside,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): Row[] {
  const row = standardRow(posted, ctx, ref, t)
  if (row === null || posted.payload === null) return []
  const { item, unit } = posted.payload
  const pricing = nearest(ref, 'item', item, ctx.on)?.pricing
  return [
    {
      posted: row,
      government: government && standardRow(government, ctx, ref, t),
      verdict: government && comparison ? verdictInWords(comparison, { pricing, unit }, t) : noStandard(pricing, t),
    },
  ]
}

function tallyOf(rows: readonly Row[], t: Translate): string | null {
  const count = (shape: string) => rows.filter(({ verdict }) => verdict.shape === shape).length
  const [above, below, equal] = [count('above'), count('below'), count('equal')]
  return above + below + equal === 0 ? null : t('entity.tally', { above, below, equal })
}

const headOf = (entity: ChargingEntity, ctx: PageContext, t: Translate) => ({
  title: said(entity.name, ctx.locale).text,
  description: t('entity.description', { name: said(entity.name, ctx.locale).text }),
})
