import type { Rate, RateForm, SingleRate } from '../rate/rate.ts'
import type { Draft, Parts } from './draft.ts'
import { amount, count, list, maybe, object, partOf, type Shape, text } from './shape.ts'

type Of<F extends RateForm> = Omit<Extract<Rate, { form: F }>, 'form'>

/** The small form of each single rate; fields of one that is not chosen are left alone. */
const SINGLE: { [F in SingleRate['form']]: Shape<Of<F>> } = {
  fixed: object<Of<'fixed'>>({ amount }),
  range: object<Of<'range'>>({ low: amount, high: amount }),
  tiered: object<Of<'tiered'>>({
    fact: text,
    mode: text as Shape<Of<'tiered'>['mode']>,
    tiers: list(object({ over: amount, amount })) as Shape<Of<'tiered'>['tiers']>,
  }),
  per_period: object<Of<'per_period'>>({
    period: text as Shape<Of<'per_period'>['period']>,
    free: count,
    steps: list(object({ from: count, amount })) as Shape<Of<'per_period'>['steps']>,
  }),
  percent_of: object<Of<'percent_of'>>({ item: text, percent: amount }),
  at_cost: object<Of<'at_cost'>>({}),
  see_attachment: object<Of<'see_attachment'>>({ title: text, href: maybe(text) }),
}

const single = union<SingleRate>(SINGLE)

/** 费率: which form it has, and what that form asks. */
export const rateShape: Shape<Rate> = union<Rate>({
  ...SINGLE,
  sum: object<Of<'sum'>>({ parts: list(object({ name: text, rate: single })) as Shape<Of<'sum'>['parts']> }),
})

function union<R extends { form: string }>(forms: object): Shape<R> {
  const shapeOf = (form: string): Shape<object> | undefined =>
    Object.hasOwn(forms, form) ? (forms as Record<string, Shape<object>>)[form] : undefined
  const formOf = (draft: Draft | undefined): string => {
    const form = partOf(draft, 'form')
    return typeof form === 'string' ? form : ''
  }
  return {
    write: (rate) => ({ form: rate.form, ...(shapeOf(rate.form)!.write(rate) as Parts) }),
    read: (draft) => ({ form: formOf(draft), ...(shapeOf(formOf(draft))?.read(draft) as object) }),
    at: (path, draft) => {
      const place = path[0] === 'form' ? [] : (shapeOf(formOf(draft))?.at(path, draft) ?? [])
      return place.length > 0 ? place : ['form']
    },
  }
}
