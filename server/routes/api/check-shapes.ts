import { z } from 'zod'
import { Invoice } from '../../../catalogue/check/invoice.ts'
import { VERDICTS } from '../../../catalogue/check/verdict.ts'
import { Day } from '../../../catalogue/day.ts'
import { Facts } from '../../../catalogue/facts.ts'
import { Text } from '../../../catalogue/text.ts'
import { PriceOut } from './estimate-shapes.ts'
import { Meta } from './shapes.ts'

/** 核对请求: a bill, and the release at which it is to be checked. */
export const CheckIn = Invoice.extend({
  release: z
    .int({ error: 'not-a-release' })
    .min(1, { error: 'not-a-release' })
    .optional()
    .meta({ description: 'Release number; the newest one when left out' }),
}).meta({
  id: 'InvoiceCheckRequest',
  examples: [
    {
      port: 'CNNGB',
      entity: '91330206MA2DEM0171',
      charged_on: '2026-03-02',
      lines: [
        {
          name: '港口设施保安费',
          amount: '20.00',
          quantity: '1',
          unit: '箱',
          facts: { trade: 'foreign', size: '20', load: 'laden' },
        },
      ],
    },
  ],
})

const Yuan = z.string().regex(/^\d+\.\d\d$/)
const Signed = z.string().regex(/^-?\d+(\.\d+)?$/)

/** An item that a name may mean, and how it led there. */
const CandidateOut = z
  .object({ item: z.string(), name: Text.nullable(), how: z.string(), term: z.string(), score: z.number() })
  .meta({ id: 'InvoiceCheckCandidate' })

/** What one release says the line should come to. */
const SaidOut = z.object({ release: z.int(), expected: Yuan.nullable(), expected_low: Yuan.optional() })

const then = SaidOut.nullable().meta({ description: 'What was published when it was charged' })

/** 比对结果 of one line, with its evidence. */
export const CheckedLineOut = z
  .object({
    n: z.int(),
    name: z.string(),
    amount: Signed,
    on: Day.meta({ description: 'The day that decides the price' }),
    verdict: z.enum(VERDICTS),
    item: z.string().nullable(),
    item_name: Text.nullable(),
    matched: z.object({ how: z.string(), term: z.string(), score: z.number() }).nullable(),
    expected: Yuan.nullable().meta({ description: 'What it should come to, at most' }),
    expected_low: Yuan.optional().meta({ description: 'And at least, where the price is a range' }),
    difference: Signed.nullable().meta({ description: 'Charged less expected' }),
    ceiling: z.boolean(),
    limit: Yuan.nullable().meta({ description: 'The most that government lets it be' }),
    standard: PriceOut.nullable(),
    then,
    head: SaidOut.nullable().meta({ description: 'What the release that is asked says' }),
    reason: z.looseObject({ code: z.string(), text: z.string() }),
    missing: z.array(z.string()).optional().meta({ description: 'Facts without which it cannot be told' }),
    candidates: z.array(CandidateOut),
    prices: z
      .array(PriceOut)
      .optional()
      .meta({ description: 'Prices that fit equally: say which is meant by its `line`' }),
    read: Facts.meta({ description: 'Facts read from the name and unit' }),
  })
  .meta({ id: 'InvoiceCheckLine' })

/** What else is to be seen on a bill. */
const FindingOut = z
  .looseObject({ code: z.string(), text: z.string(), lines: z.array(z.int()) })
  .meta({ id: 'InvoiceCheckFinding' })

const SummaryOut = z
  .object({
    lines: z.int(),
    verdicts: z.partialRecord(z.enum(VERDICTS), z.int()),
    charged: Signed,
    compared: z.object({ lines: z.int(), charged: Signed, expected: Yuan, over: Yuan }),
  })
  .meta({ id: 'InvoiceCheckSummary' })

/** 核对结果. */
export const CheckOut = z.object({
  meta: Meta,
  lines: z.array(CheckedLineOut),
  findings: z.array(FindingOut),
  summary: SummaryOut,
  notice: z.string().meta({ description: 'What a comparison is not' }),
})
