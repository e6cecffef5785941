import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import { Text } from '../../../catalogue/text.ts'
import { NewComplaint } from '../../../complaints/submission.ts'
import { CASE_TYPES, TRACKS } from '../../../complaints/words.ts'

const UUID = /^"?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"?$/i

/** 幂等键 and proof of work, as headers. A key may stand in quotes, as the draft of that header has it. */
export const FilingHeaders = z.looseObject({
  'idempotency-key': z
    .string({ error: 'no-key' })
    .regex(UUID, { error: 'no-key' })
    .transform((text) => UUID.exec(text)![1]!.toLowerCase())
    .meta({
      description:
        'A new random UUID for each filing (version 4, or 7), from a source fit for secrets: 122 or 74 random bits. The same key and body again get the same answer; nothing is filed twice. For 24 hours whoever knows the key can learn the receipt and the code with it, so keep it as you keep the code, and make it of nothing that can be guessed: no counter, no date, no hash of the body. Other versions of UUID are taken as well, and protect nothing',
    }),
  'portal-proof': z.string().max(4_000).optional().meta({
    description: 'The solution of GET /complaints/challenge (ALTCHA, in base64): with it there is never a wait',
  }),
})

/** 投诉举报 as it is sent. */
export const ComplaintIn = NewComplaint.meta({
  id: 'Complaint',
  examples: [
    {
      ...{ capacity: 'enterprise', goals: ['refund', 'investigate'], anonymous: false, consent_publish: true },
      ...{ port: 'CNNGB', area: 'beilun', entity: '91330206MA2DEM0171', entity_name: '示例集装箱码头' },
      category: 'over_standard',
      charges: [
        {
          ...{ name: '港口设施保安费', charged_on: '2026-03-02', amount: '20.00', quantity: '1', unit: '箱' },
          ...{ invoice_no: '00000000', facts: { trade: 'foreign', size: '20', load: 'laden' } },
        },
      ],
      statement: '3 月 2 日提箱时收取港口设施保安费 20 元，公示标准为 8 元。请责令退还多收的 12 元。',
      contact: { name: '张三', phone: '13800000000', email: 'name@example.cn' },
    },
  ],
})

/** One case that was opened: `accept_by` is the day by which it is answered at the latest. */
const OpenedOut = z
  .object({
    type: z.enum(CASE_TYPES),
    track: z.enum(TRACKS),
    no: z.string(),
    office: Text,
    accept_by: Day.nullable(),
    provisional: z.boolean().meta({ description: 'The calendar of that year is not published: the day may change' }),
  })
  .meta({ id: 'OpenedCase' })

/** 回执. */
export const FiledOut = z
  .object({
    receipt: z.string().meta({ examples: ['TS20261123-7K3M9QX'] }),
    code: z
      .string()
      .nullable()
      .meta({
        description: 'Opens the case, with the receipt. Keep it: it is told within 24 hours only, then null',
        examples: ['H4TQ-9XWM-27RK-CD5V'],
      }),
    cases: z.array(OpenedOut),
    received_at: z.iso.datetime(),
    acknowledgement: z.string().meta({ description: 'SHA-256 of the acknowledgement, for /verify' }),
  })
  .meta({ id: 'Filed' })

/** 工作量证明的题目, as the ALTCHA widget takes it. */
export const ChallengeOut = z
  .object({ parameters: z.record(z.string(), z.unknown()), signature: z.string() })
  .meta({ id: 'Challenge' })
