import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { UNITS } from '../../catalogue/unit.ts'
import { lastDay } from '../../catalogue/validity.ts'
import { address, type PageContext } from '../frame.ts'
import { said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { conditionsInWords } from '../words/conditions.ts'
import type { FeeItemData } from './fee-item.ts'

/** The item for search engines: a schema.org Service and the government's prices of it that can be said as such. */
export const feeItemLd = (
  ctx: PageContext,
  { item: { payload }, government }: FeeItemData,
  name: string,
  t: Translate,
) => ({
  '@context': 'https://schema.org',
  '@type': 'Service',
  name,
  identifier: payload.code,
  description: said(payload.content, ctx.locale).text,
  serviceType: t.words.link[payload.link],
  url: ctx.publicUrl + address(ctx, `/fees/${payload.code}`),
  ...(payload.aliases.length > 0 ? { alternateName: payload.aliases } : {}),
  offers: government.slice(0, 20).flatMap((statement) => offerOf(statement, t)),
})

function offerOf({ payload, valid }: Statement<'standard'>, t: Translate) {
  const price = payload && priceOf(payload)
  if (!payload || !price) return []
  const until = lastDay(valid)
  const priceSpecification = {
    '@type': 'UnitPriceSpecification',
    ...price,
    priceCurrency: payload.currency,
    unitCode: UNITS[payload.unit].rec20,
    unitText: t.words.unit[payload.unit],
    description: conditionsInWords(payload.conditions, t).join(' · ') || undefined,
    validFrom: valid.from,
    ...(until === null ? {} : { validThrough: until }),
  }
  return [{ '@type': 'Offer', priceSpecification }]
}

/** Only a fixed price and a span can be said in schema.org without saying something else. */
function priceOf({ rate, ceiling }: FeeStandard) {
  if (rate.form === 'fixed') return ceiling ? { maxPrice: rate.amount } : { price: rate.amount }
  return rate.form === 'range' ? { minPrice: rate.low, maxPrice: rate.high } : null
}
