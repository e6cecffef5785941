import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { readCode } from '../../complaints/receipt.ts'
import { NewComplaint } from '../../complaints/submission.ts'
import { type Filed, fileComplaint } from '../../server/cases/filing.ts'
import type { Desk } from '../../server/staff/desk.ts'

type Sent = z.input<typeof NewComplaint>

/** A forwarder was charged 20.00 for a box's security where 8.00 was published; it wants the money back. */
export const FORWARDER: Sent = {
  capacity: 'enterprise',
  goals: ['refund', 'investigate'],
  consent_publish: true,
  port: 'CNNGB',
  area: 'beilun',
  entity: '91330206MA2DEM0171',
  entity_name: '宁波示例集装箱码头有限公司',
  category: 'over_standard',
  charges: [
    {
      name: '港口设施保安费',
      charged_on: '2026-03-02',
      amount: '20.00',
      quantity: '1',
      unit: '箱',
      invoice_no: 'INV-2026-0302',
      facts: { trade: 'foreign', size: '20', load: 'laden' },
    },
  ],
  statement: '三月二日提箱，账单上的港口设施保安费每箱二十元，公示为八元，码头不肯说明依据。',
  contact: { name: '周小舟', phone: '13800001234', email: 'zhou@example.com', company: '示例货代有限公司' },
}

/** What a filing left its sender with; `tag` is what finds it again. */
export type FiledHere = Pick<Filed & { ok: true }, 'receipt' | 'cases'> & { code: string; tag: Buffer }

/** Files a complaint as the portal does, the forwarder's unless told otherwise: a report and a complaint to the port. */
export async function filed(desk: Desk, overrides: Partial<Sent> = {}): Promise<FiledHere> {
  const complaint = NewComplaint.parse({ ...FORWARDER, ...overrides })
  const made = await fileComplaint(desk, { key: randomUUID(), complaint, channel: 'web', worked: true })
  if (!made.ok || made.code === null) throw new Error('the filing of a test was not taken')
  const { receipt, code, cases } = made
  return { receipt, code, cases, tag: desk.keys.tag(receipt, readCode(code)!) }
}
