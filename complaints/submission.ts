import { z } from 'zod'
import { Amount } from '../catalogue/amount.ts'
import { AreaCode, CreditCode, FeeItemCode, PortCode } from '../catalogue/codes.ts'
import { Day } from '../catalogue/day.ts'
import { Facts } from '../catalogue/facts.ts'
import { LineName } from '../catalogue/price/estimate-line.ts'
import { CAPACITIES, CATEGORIES, GOALS } from './words.ts'

/** What a person may type: no control characters but line breaks, nothing that turns the direction of text. */
const Plain = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: 'too-long' })
    .regex(/^(?:[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|[\r\n\t])*$/u, { error: 'bad-value' })
const ShortPlain = Plain(60)
const isPlain = (text: string): boolean => ShortPlain.safeParse(text).success
const Said = (most: number) => Plain(most).min(1, { error: 'missing' })

/** 被投诉的一项收费: as the bill says it. `item` and `line` are set once a person has said which published price it is. */
export const Charge = z.strictObject({
  name: Said(200),
  charged_on: Day,
  amount: Amount,
  quantity: Amount.optional(),
  unit: Said(40).optional(),
  invoice_no: Said(60).optional(),
  item: FeeItemCode.optional(),
  line: LineName.optional(),
  facts: Facts.refine((facts) => Object.values(facts).every(isPlain), { error: 'bad-value' }).default({}),
})
export type Charge = z.infer<typeof Charge>

/** 联系方式: each field is sealed by itself. `credit_code` is the complainant's own. */
export const Contact = z.strictObject({
  name: Said(60).optional(),
  phone: Said(30)
    .regex(/^[\d+() -]{5,30}$/, { error: 'not-a-phone' })
    .optional(),
  email: z.email({ error: 'not-an-email' }).max(120).optional(),
  address: Said(200).optional(),
  company: Said(120).optional(),
  credit_code: CreditCode.optional(),
})
export type Contact = z.infer<typeof Contact>
export const CONTACT_FIELDS = ['name', 'phone', 'email', 'address', 'company', 'credit_code'] as const

/** So many charges may be named in one filing. */
export const MOST_CHARGES = 50

/**
 * 投诉举报: what a person sends, as `POST /api/v1/complaints` has it. `daily_life` is the statement of a natural person
 * that the service was bought for daily life (Order 121 art. 3); a report may be anonymous, a complaint may not (art. 10).
 */
export const NewComplaint = z
  .strictObject({
    capacity: z.enum(CAPACITIES, { error: 'not-an-option' }),
    goals: z
      .array(z.enum(GOALS, { error: 'not-an-option' }))
      .min(1, { error: 'missing' })
      .max(4),
    daily_life: z.boolean().default(false),
    anonymous: z.boolean().default(false),
    consent_publish: z.boolean().default(false),
    consent_mediation: z.boolean().default(false),
    port: PortCode,
    area: AreaCode.optional(),
    entity: CreditCode.optional(),
    entity_name: Said(120),
    category: z.enum(CATEGORIES, { error: 'not-an-option' }),
    charges: z.array(Charge).max(MOST_CHARGES, { error: 'too-many-charges' }).default([]),
    statement: Said(4000).min(10, { error: 'too-short' }),
    contact: Contact.default({}),
    language: z.enum(['zh', 'en']).default('zh'),
  })
  .superRefine((filing, context) => {
    for (const path of missingIn(filing)) context.addIssue({ code: 'custom', path, message: 'missing' })
    if (filing.daily_life && filing.capacity !== 'individual')
      context.addIssue({ code: 'custom', path: ['daily_life'], message: 'daily-life-is-personal' })
  })
export type NewComplaint = z.infer<typeof NewComplaint>

/** A named filing needs a name and a phone; anonymous ones may leave nothing. Off a consultation, a charge must be named. */
function missingIn({
  anonymous,
  contact,
  charges,
  goals,
}: {
  anonymous: boolean
  contact: Contact
  charges: readonly unknown[]
  goals: readonly string[]
}): string[][] {
  const consults = goals.every((goal) => goal === 'answer')
  return [
    ...(!anonymous && contact.name === undefined ? [['contact', 'name']] : []),
    ...(!anonymous && contact.phone === undefined ? [['contact', 'phone']] : []),
    ...(!consults && charges.length === 0 ? [['charges']] : []),
  ]
}
