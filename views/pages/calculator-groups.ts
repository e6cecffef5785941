import { chargesCounted, type Quote, type Service } from '../../catalogue/quote.ts'
import { link, type PageContext } from '../frame.ts'
import type { Said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { itemName } from '../words/names.ts'
import { spanText } from '../words/quote.ts'
import { serviceGroups } from '../words/quote-groups.ts'
import type { CalculatorData } from './calculator.ts'
import { type ChargeRow, chargeRow } from './calculator-charge.ts'

/** An item, and everyone who may be paid for it. */
export type ServiceRow = {
  name: Said
  href: string
  note: string | null
  amount: string | null
  charges: ChargeRow[]
  single: boolean
}

/** Services under one heading: whose price, and who is paid. */
export type Group = {
  id: string
  title: string
  shape: string
  lead: string
  subtotal: string | null
  services: ServiceRow[]
}

/** The groups of an estimate, each with its services. */
export const groupsOf = (quote: Quote, ctx: PageContext, data: CalculatorData, t: Translate): Group[] =>
  serviceGroups(quote, data.reference, t).map(({ key, title, lead, services, subtotal }) => ({
    ...{ id: `g-${key.replace(' ', '-')}`, title, lead, shape: services[0]!.kind },
    subtotal: subtotal && spanText(subtotal, t),
    services: services.map((service) => serviceRow(service, ctx, data, t)),
  }))

function serviceRow(service: Service, ctx: PageContext, data: CalculatorData, t: Translate): ServiceRow {
  const { item, counted, charges, kind } = service
  return {
    name: itemName(data.reference, item, ctx.on, ctx.locale),
    href: link(ctx, `/fees/${item}`),
    note: noteOf(service, t),
    amount: counted ? spanText(counted, t) : kind === 'limit' ? spanText(charges[0]!.span!, t) : null,
    charges: charges.map((charge) => chargeRow(charge, service, ctx, data, t)),
    single: charges.length === 1,
  }
}

/** What of several prices is counted. */
function noteOf(service: Service, t: Translate): string | null {
  const { calculator: words } = t.words
  if (service.kind === 'limit' || service.kind === 'gov_set') return null
  const counted = chargesCounted(service)
  if (counted.length > 1) return t('calculator.severalPost', { n: counted.length })
  if (counted[0]?.entity === null) return words.noPost
  return service.charges.length > 1 ? words.onePosts : null
}
