import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Amount } from '../catalogue/amount.ts'
import { Day } from '../catalogue/day.ts'
import { Text } from '../catalogue/text.ts'
import { SECRETS } from './redaction.ts'
import { CLOCK_CODES } from './rule.ts'
import { isViolation } from './violations.ts'
import { CASE_TYPES, CATEGORIES, OUTCOMES, TRACKS } from './words.ts'

/** 公示的一项收费: what was charged, what the portal compared it with, and what the officer found. */
export const PublicLine = z.strictObject({
  n: z.number().int(),
  name: z.string(),
  item: z.string().nullable(),
  charged_on: Day,
  amount: Amount,
  verdict: z.string(),
  expected: Amount.nullable(),
  found: z.boolean().nullable(),
  violation: z.string().refine(isViolation).nullable(),
})

/** 期限: kept or missed. */
export const PublicClock = z.strictObject({
  code: z.enum(CLOCK_CODES),
  due_on: Day,
  met_on: Day.nullable(),
  missed_on: Day.nullable(),
})

/** 公示内容: all that the public reads of a case, and nothing that finds the person who filed it. */
export const PublicCase = z.strictObject({
  decision: z.number().int().positive(),
  type: z.enum(CASE_TYPES),
  track: z.enum(TRACKS),
  category: z.enum(CATEGORIES),
  outcome: z.enum(OUTCOMES),
  office: z.number().int(),
  port: z.string(),
  area: z.string().nullable(),
  entity: z.string().nullable(),
  entity_name: z.string().nullable(),
  release: z.number().int().nonnegative(),
  lines: z.array(PublicLine),
  laws: z.array(z.string()),
  refund: Amount.nullable(),
  summary: Text,
  reply: z.strictObject({ zh: z.string(), on: Day }).nullable(),
  received_on: Day,
  decided_on: Day,
  told_on: Day.nullable(),
  clocks: z.array(PublicClock),
})
export type PublicCase = z.infer<typeof PublicCase>

/** 公示前核对: each is looked at and ticked by itself. */
export const CHECKS = ['nobody', 'figures', 'words', 'reply', 'files', 'language'] as const
export type Check = (typeof CHECKS)[number]

/** What was found and stands with a reason. */
export const Standing = z.strictObject({
  kind: z.enum(SECRETS),
  field: z.string().max(40),
  text: z.string().max(4000),
  reason: z.string().trim().min(2).max(400),
})
export type Standing = z.infer<typeof Standing>

/** 提请公示: what is to be published, with every check ticked and a reason for all that stands. */
export const Publishing = z.strictObject({
  content: PublicCase,
  checked: z.array(z.enum(CHECKS)).refine((ticked) => CHECKS.every((one) => ticked.includes(one)), {
    error: 'missing',
  }),
  standing: z.array(Standing).max(50),
})
export type Publishing = z.infer<typeof Publishing>

/** 撤下事由. */
export const RETRACT_REASONS = ['personal_data', 'wrong_fact', 'overturned', 'court', 'other'] as const

/** What both who asks and who publishes see beside the content: SHA-256 of its one form (RFC 8785). */
export const contentHash = (content: PublicCase): string =>
  createHash('sha256').update(canonicalize(content)!).digest('hex')

/** The free texts of a publication, field by field, as they are looked through. */
export const textsOf = ({ summary, reply, lines, entity_name }: PublicCase): { field: string; text: string }[] => [
  { field: 'summary_zh', text: summary.zh },
  ...(summary.en === null ? [] : [{ field: 'summary_en', text: summary.en }]),
  ...(reply === null ? [] : [{ field: 'reply', text: reply.zh }]),
  ...lines.map(({ n, name }) => ({ field: `name-${n}`, text: name })),
  ...(entity_name === null ? [] : [{ field: 'entity_name', text: entity_name }]),
]
