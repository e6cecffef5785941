import { z } from 'zod'
import { AreaCode, CreditCode, FeeItemCode, PortCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import { nearest, type Reference } from '../../../catalogue/reference.ts'
import { CATEGORIES, GOALS } from '../../../complaints/words.ts'
import type { FilingDraft } from '../../../views/complaints/filing-draft.ts'
import { said } from '../../../views/locale/format.ts'
import type { Locale } from '../../../views/locale/locale.ts'

const Typed = z.string().max(200).optional()

/** What the address of the form may fill in: from the page of an item, an entity, a port. */
export const Prefill = z.strictObject({
  port: PortCode.optional(),
  area: AreaCode.optional(),
  entity: CreditCode.optional(),
  item: FeeItemCode.optional(),
  charged_on: Day.optional(),
  category: z.enum(CATEGORIES).optional(),
  goal: z.enum(GOALS).optional(),
  ...{ name: Typed, amount: Typed, quantity: Typed, unit: Typed, invoice_no: Typed },
})
export type Prefill = z.infer<typeof Prefill>

/** A form with what is known filled in; all of it can be changed. An item goes by its name, which leads back to it. */
export function prefilled(asked: Prefill, reference: Reference, today: Day, locale: Locale): FilingDraft {
  const { port, area, entity, item, category, goal, name, ...line } = asked
  const itemName = item === undefined ? undefined : nearest(reference, 'item', item, today)?.name
  const entityName = entity === undefined ? undefined : nearest(reference, 'entity', entity, today)?.name
  const charged = { ...line, name: name ?? (itemName && said(itemName, locale).text) }
  return given({
    place: port === undefined ? undefined : area === undefined ? port : `${port}:${area}`,
    entity: entityName === undefined ? entity : said(entityName, locale).text,
    category,
    ...(goal === undefined ? {} : { [`goal_${goal}`]: '1' }),
    ...Object.fromEntries(Object.entries(charged).map(([field, value]) => [`c0_${field}`, value])),
  })
}

const given = (all: Record<string, string | undefined>): FilingDraft =>
  Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
