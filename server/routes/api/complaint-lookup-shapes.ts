import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import { Text } from '../../../catalogue/text.ts'
import { CASE_STATES } from '../../../complaints/case.ts'
import { EVENT_KINDS } from '../../../complaints/events.ts'
import { OWNER_ACTS } from '../../../complaints/owned.ts'
import { CLOCK_CODES } from '../../../complaints/rule.ts'
import { ACTORS, CAPACITIES, CASE_TYPES, CATEGORIES, GOALS, OUTCOMES, TRACKS } from '../../../complaints/words.ts'

/** What finds a filing; spaces, dashes and capitals do not matter. */
export const LookupIn = z
  .strictObject({ receipt: z.string().max(100), code: z.string().max(100) })
  .meta({ id: 'ComplaintLookupRequest', examples: [{ receipt: 'TS20261123-7K3M9QX', code: 'H4TQ-9XWM-27RK-CD5V' }] })

const Instant = z.iso.datetime()
const Money = z.string().regex(/^-?\d+(\.\d+)?$/)
const Words = z.string().nullable().meta({ description: 'null once personal data were destroyed' })

const ClockOut = z
  .object({
    code: z.enum(CLOCK_CODES),
    rule: z.int(),
    started_on: Day,
    due_on: Day,
    provisional: z.boolean().meta({ description: 'The calendar of that year is not published: the day may move' }),
    met_on: Day.nullable(),
    missed_on: Day.nullable(),
    closed_on: Day.nullable(),
  })
  .meta({ id: 'ComplaintClock' })

const CaseOut = z
  .object({
    no: z.string(),
    type: z.enum(CASE_TYPES),
    track: z.enum(TRACKS),
    office: Text,
    state: z.enum(CASE_STATES),
    next: z
      .object({ clock: z.enum(CLOCK_CODES), due_on: Day, provisional: z.boolean(), overdue: z.boolean() })
      .nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    closed_on: Day.nullable(),
    clocks: z.array(ClockOut),
    events: z.array(
      z.object({
        seq: z.int(),
        kind: z.enum(EVENT_KINDS),
        at: Instant,
        actor: z.enum(ACTORS),
        to: z.enum(CASE_STATES).nullable(),
        deadline: Day.nullable(),
      }),
    ),
    messages: z.array(
      z.object({
        id: z.int(),
        from: z.enum(['complainant', 'desk']),
        at: Instant,
        words: Words,
        asks: z.boolean(),
        read_at: Instant.nullable(),
      }),
    ),
    decisions: z.array(
      z.object({ n: z.int(), outcome: z.enum(OUTCOMES), words: Words, refund: Money.nullable(), signed_on: Day }),
    ),
    documents: z.array(z.object({ form: z.string(), number: z.string(), made_on: Day, delivered_on: Day.nullable() })),
    refunds: z.array(
      z.object({
        ordered: Money,
        ordered_on: Day,
        due_on: Day,
        paid: Money,
        confirmed: Money,
        unclaimed: Money,
        to_confirm: Money,
      }),
    ),
    publications: z.array(z.object({ no: z.string(), published_on: Day, retracted_on: Day.nullable() })),
    ratings: z.array(z.object({ round: z.int(), score: z.int(), solved: z.boolean(), words: Words, on: Day })),
    review_by: Day.nullable().meta({ description: 'The last day on which a review may be asked for' }),
    may: z.array(z.enum(OWNER_ACTS)).meta({ description: 'What its owner may do now on /complaints/case' }),
  })
  .meta({ id: 'ComplaintCase' })

/** 来件 as its owner sees it. */
export const FilingOut = z
  .object({
    receipt: z.string(),
    received_at: Instant,
    last_looked_up: Instant.nullable().meta({ description: 'When it was looked up the time before' }),
    capacity: z.enum(CAPACITIES),
    goals: z.array(z.enum(GOALS)),
    category: z.enum(CATEGORIES),
    anonymous: z.boolean(),
    consent_publish: z.boolean(),
    consent_mediation: z.boolean(),
    port: z.string(),
    area: z.string().nullable(),
    entity: z.string().nullable(),
    entity_name: z.string(),
    statement: Words,
    charges: z.array(
      z.object({
        n: z.int(),
        name: z.string(),
        charged_on: Day,
        amount: Money,
        quantity: z.string().nullable(),
        unit: z.string().nullable(),
        invoice_no: z.string().nullable(),
        verdict: z.string(),
        expected: Money.nullable(),
        difference: Money.nullable(),
      }),
    ),
    charged: Money,
    acknowledgement: z.string().meta({ description: 'SHA-256 printed on the receipt' }),
    files: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.string(),
        size: z.int(),
        state: z.enum(['clean', 'quarantined', 'released', 'refused']),
        from: z.enum(['complainant', 'desk', 'portal']),
        at: Instant,
      }),
    ),
    cases: z.array(CaseOut),
  })
  .meta({ id: 'ComplaintFiling' })
