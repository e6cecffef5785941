import type { InvoiceLine } from '../../catalogue/check/invoice.ts'
import { chinaDay } from '../../catalogue/day.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { byDay, type Comparison } from '../../complaints/comparison.ts'
import type { Charge, NewComplaint } from '../../complaints/submission.ts'
import { checkBill } from '../checks.ts'
import { type FieldFault, Refusal } from '../errors.ts'
import type { Site } from '../site.ts'

/** What of a filing is compared with the list. */
export type Compared = Pick<NewComplaint, 'port' | 'area' | 'entity' | 'entity_name' | 'charges'>

/**
 * 收费比对: every charge with the list of its day at that port and entity, as told now: the same verdicts as the invoice
 * check. Null where no charge is named. A port, area, entity or item that was never published is refused by its place.
 */
export async function compareCharges(site: Site, complaint: Compared): Promise<Comparison | null> {
  const release = site.head.release()
  await refuseStrangers(site, complaint)
  if (complaint.charges.length === 0) return null
  const groups: Comparison['groups'] = []
  for (const { day, charges } of byDay(complaint.charges)) {
    const { port, entity, entity_name: seller } = complaint
    const bill = { port, ...(entity === undefined ? {} : { entity }), seller, charged_on: day }
    const number = charges.find(({ invoice_no }) => invoice_no !== undefined)?.invoice_no
    const invoice = { ...bill, ...(number === undefined ? {} : { number }), lines: charges.map(lineOf) }
    const { lines, findings, summary, then } = await checkBill(site, invoice, { release })
    groups.push({ charged_on: day, checked: { lines, findings, summary }, then })
  }
  return JSON.parse(JSON.stringify({ engine: 1, release, groups } satisfies Comparison))
}

const lineOf = ({ charged_on: _day, invoice_no: _number, ...line }: Charge): InvoiceLine => line

/** Refuses a filing about a port, area, entity or item that was never published, naming every one of them. */
export async function refuseStrangers(site: Site, complaint: Compared): Promise<void> {
  const faults = strangersIn(complaint, await site.reference(site.head.release()), chinaDay(site.now()))
  if (faults.length > 0) throw new Refusal('bad-value', {}, faults)
}

function strangersIn({ port, area, entity, charges }: Compared, ref: Reference, today: Parameters<typeof nearest>[3]) {
  const at = nearest(ref, 'port', port, today)
  const faults: FieldFault[] = []
  if (at === undefined) faults.push({ field: 'port', code: 'port-unknown', value: port })
  else if (area !== undefined && !at.areas.some(({ code }) => code === area))
    faults.push({ field: 'area', code: 'area-unknown', value: area })
  if (entity !== undefined && nearest(ref, 'entity', entity, today) === undefined)
    faults.push({ field: 'entity', code: 'entity-unknown', value: entity })
  for (const [n, { item }] of charges.entries())
    if (item !== undefined && nearest(ref, 'item', item, today) === undefined)
      faults.push({ field: `charges.${n}.item`, code: 'item-unknown', value: item })
  return faults
}
