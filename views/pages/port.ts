import type { CoverageAnswer, Page } from '../../catalogue/listing.ts'
import type { Port } from '../../catalogue/port.ts'
import { allOn, type Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { inChinese, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { coverageWords } from '../words/coverage.ts'
import { type Download, downloadsOf } from '../words/downloads.ts'
import { type Pager, pagerOf } from '../words/pager.ts'
import { type StandardRow, standardRow } from '../words/standard-row.ts'
import { byLink, type EntityGroup } from './ports.ts'

/** What one port's page is made of: `government` holds there on the day, `posted` is one page of what is posted there. */
export type PortData = {
  port: Port
  government: Statement<'standard'>[]
  posted: Page<Statement<'standard'>>
  coverage: CoverageAnswer
  reference: Reference
}

/** `/ports/:code`: one port on one day. */
export type PortPage = {
  frame: Frame
  name: Said
  kind: string
  city: Said
  remark: Said | null
  codes: { label: string; code: string; unverified: boolean }[]
  source: Said
  areas: (Said & { district: string | null })[]
  night: { hours: string; unverified: boolean; source: Said } | null
  links: EntityGroup[]
  government: StandardRow[]
  posted: StandardRow[]
  postedCount: string
  coverage: { text: string; complete: boolean }
  pager: Pager | null
  downloads: Download[]
  tools: { href: string; text: string }[]
  words: Messages['ports']
  fees: Messages['fees']
  common: Messages['common']
}

export function portPage(ctx: PageContext, { port, government, posted, coverage, reference }: PortData): PortPage {
  const t = translator(ctx.locale)
  const rowsOf = (statements: readonly Statement<'standard'>[]) =>
    statements.flatMap((statement) => standardRow(statement, ctx, reference, t) ?? [])
  const entities = allOn(reference, 'entity', ctx.on).filter(({ ports }) => ports.includes(port.code))
  return {
    ...wordsOf(port, ctx, t),
    frame: frame(ctx, headOf(port, ctx, t)),
    links: byLink(entities, ctx, t),
    government: rowsOf(government),
    posted: rowsOf(posted.rows),
    postedCount: t('common.count', { n: posted.total }),
    coverage: { text: coverageWords(coverage, t), complete: coverage.complete },
    pager: pagerOf(posted, `/ports/${port.code}`, {}, ctx),
    downloads: downloadsOf('/fees', { port: port.code }, ctx),
    tools: toolsOf(port.code, ctx, t),
    words: t.words.ports,
    fees: t.words.fees,
    common: t.words.common,
  }
}

function wordsOf(port: Port, { locale }: PageContext, t: Translate) {
  return {
    name: said(port.name, locale),
    kind: t.words.portKind[port.kind],
    city: said(port.city, locale),
    remark: port.remark && said(port.remark, locale),
    codes: codesOf(port, t),
    source: inChinese(port.provenance.source, locale),
    night: nightOf(port, t),
    areas: port.areas.map(({ name, district }) => ({
      ...said(name, locale),
      district: district && t('ports.district', { district }),
    })),
  }
}

function nightOf({ night }: Port, t: Translate): PortPage['night'] {
  if (night === undefined) return null
  const { from, until, provenance } = night
  return {
    hours: t('ports.nightHours', { from, until }),
    unverified: provenance.mark === 'recall',
    source: inChinese(provenance.source, t.locale),
  }
}

function codesOf({ code, also, division, provenance }: Port, t: Translate) {
  const { locode, ownCode, also: alias, division: place } = t.words.ports
  return [
    { label: code.startsWith('X-') ? ownCode : locode, code, unverified: provenance.mark === 'recall' },
    ...also.map((other) => ({ label: alias, code: other, unverified: false })),
    { label: place, code: division, unverified: false },
  ]
}

const toolsOf = (port: string, ctx: PageContext, t: Translate) => [
  { href: link(ctx, '/fees', { port }), text: t.words.ports.fees },
  { href: link(ctx, '/diff', { port }), text: t.words.ports.diff },
  { href: link(ctx, '/upcoming', { port }), text: t.words.ports.upcoming },
  { href: link(ctx, '/operating-times', { port }), text: t.words.ports.times },
  { href: address(ctx, '/complaints/new', { port }), text: t.words.filing.complainPort },
]

const headOf = (port: Port, ctx: PageContext, t: Translate) => ({
  title: said(port.name, ctx.locale).text,
  description: t('ports.portDescription', { port: said(port.name, ctx.locale).text }),
  alternates: downloadsOf('/fees', { port: port.code }, ctx).map(({ type, href, text }) => ({
    type,
    href,
    title: text,
  })),
})
