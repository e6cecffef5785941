import { randomUUID } from 'node:crypto'
import { NewComplaint } from '../../../complaints/submission.ts'
import { fileComplaint } from '../../../server/cases/filing.ts'
import type { Desk } from '../../../server/staff/desk.ts'

/** The example of the contract, with names that nothing else in the portal holds. */
export const EXAMPLE = {
  ...{ capacity: 'enterprise', goals: ['refund', 'investigate'], anonymous: false, consent_publish: true },
  ...{
    port: 'CNNGB',
    area: 'beilun',
    entity: '91330206MA2DEM0171',
    entity_name: '示例集装箱码头',
    category: 'over_standard',
  },
  charges: [
    {
      ...{ name: '港口设施保安费', charged_on: '2026-03-02', amount: '20.00', quantity: '1', unit: '箱' },
      ...{ invoice_no: 'INV-4711', facts: { trade: 'foreign', size: '20', load: 'laden' } },
    },
  ],
  statement: '提箱时多收了保安费，请责令退还。联系人欧阳不破。',
  contact: { name: '欧阳不破', phone: '139-5740-8866', email: 'bupo@zhuanyong.example', address: '甬江路一万号' },
}

/** That example, some of it otherwise; as the API reads it. */
export const aComplaint = (more: object = {}) => NewComplaint.parse({ ...EXAMPLE, ...more })

/** Files it as somebody new, and gives what it was answered with. */
export async function filed(desk: Desk, more: object = {}, key: string = randomUUID()) {
  const done = await fileComplaint(desk, { key, complaint: aComplaint(more), channel: 'web', worked: true })
  if (!done.ok) throw new Error(done.code)
  return { ...done, key }
}
