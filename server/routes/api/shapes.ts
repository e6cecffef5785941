import { z } from 'zod'
import { Mark } from '../../../catalogue/basis.ts'
import { Day } from '../../../catalogue/day.ts'
import { GoverningEvent, Link, Nature, Payer, Pricing } from '../../../catalogue/fee-item.ts'
import { FeeStandard, Terms } from '../../../catalogue/fee-standard.ts'
import { LineageKind } from '../../../catalogue/lineage.ts'
import { MOST_FOUND } from '../../../catalogue/listing.ts'
import { Rate } from '../../../catalogue/rate/rate.ts'
import { Change } from '../../../catalogue/statement.ts'
import { SubjectKind } from '../../../catalogue/subject.ts'
import { Text } from '../../../catalogue/text.ts'

/** What every answer says of itself. The documentation is made of these shapes, and a test holds every answer to them. */
export const Meta = z
  .object({
    as_of: Day,
    release: z.int(),
    head_release: z.int().meta({ description: 'Newest release when this answer was made' }),
    coverage: z
      .object({ complete: z.boolean(), from: Day.nullable(), verified_through: Day.nullable() })
      .optional()
      .meta({ description: 'complete: what is absent was not on the list. Otherwise there is no data for that day.' }),
  })
  .meta({ id: 'Meta' })

/** 有效期: the days something holds, both ends inclusive. */
export const Period = z
  .object({ effective_from: Day, effective_to: Day.nullable().meta({ description: 'Last day, inclusive' }) })
  .meta({ id: 'Period' })

/** 收费依据: a document and the article of it. */
export const BasisOut = z
  .object({ document: z.string(), number: z.string().nullable(), title: z.string(), article: z.string().nullable() })
  .meta({ id: 'Basis' })

const Source = z.object({ mark: Mark, source: z.string(), unverified: z.boolean() })

/** 收费标准 on a day. */
export const StandardOut = z
  .object({
    id: z.string().meta({ description: 'The statement: it never changes' }),
    key: z.string().meta({ description: 'The price line, through all its versions' }),
    item: z.string(),
    item_name: Text,
    pricing: Pricing.nullable(),
    port: z.string().nullable(),
    area: z.string().nullable(),
    entity: z.string().nullable(),
    entity_name: Text.nullable(),
    demo: z.boolean(),
    line: z.string(),
    adds_to: z.string().optional().meta({ description: 'The line of the same item whose price this is added to' }),
    label: Text.nullable(),
    own_name: z.string().nullable(),
    rate: Rate,
    text: z.string().meta({ description: 'The rate in words' }),
    unit: z.string(),
    currency: z.literal('CNY'),
    ceiling: z.boolean().meta({ description: 'The figure is an upper limit' }),
    conditions: FeeStandard.shape.conditions,
    terms: Terms,
    posted: z.string().meta({ description: 'The text as posted' }),
    basis: z.array(BasisOut),
    provenance: Source,
    remark: Text.nullable(),
    effective_from: Day,
    effective_to: Day.nullable(),
    release: z.int().meta({ description: 'The release that said so' }),
    change: Change,
  })
  .meta({ id: 'Standard' })

/** 沿革: what an item became, or came from. */
export const LineageOut = z
  .object({
    from: z.string(),
    to: z.string(),
    kind: LineageKind,
    ceiling: z.boolean(),
    effective_from: Day,
    note: Text,
  })
  .meta({ id: 'Lineage' })

/** 收费项目 on a day. */
export const ItemOut = z
  .object({
    code: z.string(),
    name: Text,
    parent: z.string().nullable(),
    children: z.array(z.string()),
    pricing: Pricing,
    nature: Nature,
    link: Link,
    payer: Payer,
    payee: Text.nullable(),
    content: Text,
    facts: z.array(z.string()),
    decided_by: GoverningEvent.meta({ description: 'The event whose day decides which standard applies' }),
    aliases: z.array(z.string()),
    voluntary: z.boolean(),
    basis: z.array(BasisOut),
    provenance: Source,
    remark: Text.nullable(),
    lineage: z.array(LineageOut),
    effective_from: Day,
    effective_to: Day.nullable(),
  })
  .meta({ id: 'Item' })

/** A name that a search found. */
export const MatchOut = z
  .object({
    kind: z.enum(['item', 'entity', 'port', 'document']),
    key: z.string(),
    name: Text.nullable(),
    term: z.string(),
    field: z.string(),
    score: z.number(),
    marks: z.array(z.tuple([z.int(), z.int()])),
  })
  .meta({ id: 'Match' })

/** Names that a search found, or the nearest to what it did not find. */
export const Matches = z.array(MatchOut).meta({
  description: `Best first, ${MOST_FOUND} at most; a list selected by \`q\` holds the standards of these names`,
})

/** 发布. */
export const ReleaseOut = z
  .object({
    release: z.int(),
    published_at: z.iso.datetime(),
    title: Text,
    note: Text.nullable(),
    backfilled: z.boolean().meta({ description: 'Announced before the portal existed, entered afterwards' }),
    emergency: z.boolean().meta({ description: 'Published before a second person had approved it' }),
    lines: z.int(),
    restates: z
      .array(z.object({ kind: SubjectKind, key: z.string(), from: Day, to: Day.nullable() }))
      .meta({ description: 'Corrections: of what, and on which days (inclusive) the answer differs from before' }),
  })
  .meta({ id: 'Release' })

/** 陈述: what one line of a release says of a subject, on both axes. */
export const StatementOut = z
  .object({
    id: z.string(),
    kind: SubjectKind,
    key: z.string(),
    change: Change,
    remainder: z.boolean().meta({ description: 'What a later release left standing of an earlier statement' }),
    effective_from: Day,
    effective_to: Day.nullable(),
    known_from: z.int().meta({ description: 'The release that said it' }),
    known_until: z.int().nullable().meta({ description: 'The release that said otherwise; null while it stands' }),
    payload: z.record(z.string(), z.unknown()).nullable().meta({ description: 'null: withdrawn, nothing applies' }),
    why: z.object({ zh: z.string(), en: z.string().nullable(), documents: z.array(z.string()) }),
    line: z.object({ release: z.int(), n: z.int() }),
  })
  .meta({ id: 'Statement' })

/** 差异: one subject on the day on which it changes. */
export const DifferenceOut = z
  .object({
    kind: SubjectKind,
    key: z.string(),
    effective_from: Day,
    change: z.enum(['added', 'ended', 'changed']),
    before: StatementOut.nullable(),
    after: StatementOut.nullable(),
  })
  .meta({ id: 'Difference' })

/** Why a request was refused (RFC 9457). */
export const Problem = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z
      .array(z.object({ field: z.string(), pointer: z.string(), code: z.string(), message: z.string() }))
      .optional(),
    periods: z.array(Period).optional(),
    replaced_by: z.array(LineageOut).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' })

/** The refusals that every address may answer with. */
export const errors = { 400: Problem, 404: Problem }

/** Rows of one page. */
export const Limit = z
  .string()
  .regex(/^([1-9]\d{0,2}|1000)$/, { error: 'not-a-number' })
  .transform(Number)
  .optional()
  .meta({ description: '1 to 1000 rows; 100 when left out' })

/** Where a page begins. */
export const Cursor = z.string().max(600).optional().meta({ description: '`next` of the page before' })
