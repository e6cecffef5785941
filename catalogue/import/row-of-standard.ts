import type { Day } from '../day.ts'
import type { FeeItem } from '../fee-item.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Rate } from '../rate/rate.ts'
import { nearest, type Reference } from '../reference.ts'
import { lastDay, type Validity } from '../validity.ts'
import { FACT_COLUMNS, otherConditionsText } from './conditions-text.ts'
import type { ItemColumn } from './item-columns.ts'
import { partsText, stepsText, tiersText } from './rate-text.ts'
import type { StandardColumn } from './standard-columns.ts'

/** A row of a template by column; what is not said is not there. Choices are codes, days ISO, amounts exact. */
export type TemplateRow<Column extends string> = Partial<Record<Column, string>>

/** A price as the row that says it, so that the row sent back unchanged changes nothing. */
export function rowOfStandard(
  standard: FeeStandard,
  valid: Validity,
  ref: Reference,
  on: Day,
): TemplateRow<StandardColumn> {
  const { item, own_name, port, area, line, label, conditions, adds_to, unit, terms, ceiling, posted, remark } =
    standard
  return filled({
    ...{ item, own_name, port, area, line, adds_to, unit, posted },
    item_name: nearest(ref, 'item', item, on)?.name.zh,
    ...{ label: label?.zh, label_en: label?.en, remark: remark?.zh, remark_en: remark?.en },
    ...Object.fromEntries(FACT_COLUMNS.map((fact) => [fact, listOf(conditions[fact])])),
    conditions: otherConditionsText(conditions),
    ...figuresOf(standard.rate),
    ...{ minimum_quantity: terms.minimum_quantity, floor: terms.floor, cap: terms.cap },
    ceiling: ceiling ? 'true' : null,
    ...basisOf(standard),
    effective_to: lastDay(valid),
  })
}

/** An item as the row that says it. */
export function rowOfItem(item: FeeItem, valid: Validity): TemplateRow<ItemColumn> {
  const {
    code,
    name,
    parent,
    pricing,
    nature,
    link,
    payer,
    content,
    at,
    facts,
    decided_by,
    aliases,
    voluntary,
    remark,
  } = item
  return filled({
    ...{ code, parent, pricing, nature, link, payer, decided_by },
    ...{ name: name.zh, name_en: name.en, content: content.zh, content_en: content.en },
    ...{ at: at.join('|'), facts: facts.join('; '), aliases: aliases.join('; '), voluntary: String(voluntary) },
    ...basisOf(item),
    ...{ remark: remark?.zh, remark_en: remark?.en, effective_to: lastDay(valid) },
  })
}

const listOf = (wanted: unknown): string | null => (Array.isArray(wanted) ? wanted.join('|') : null)

function figuresOf(rate: Rate): TemplateRow<StandardColumn> {
  const { form } = rate
  switch (form) {
    case 'fixed':
      return { rate_form: form, amount: rate.amount }
    case 'range':
      return { rate_form: form, low: rate.low, high: rate.high }
    case 'tiered':
      return { rate_form: form, tiers: tiersText(rate.tiers), tier_fact: rate.fact, tier_mode: rate.mode }
    case 'per_period':
      return { rate_form: form, tiers: stepsText(rate.steps), free: String(rate.free) }
    case 'percent_of':
      return { rate_form: form, percent: rate.percent, percent_of: rate.item }
    case 'see_attachment':
      return { rate_form: form, attachment: rate.title }
    case 'sum': {
      const parts = partsText(rate.parts)
      return parts === null ? { rate_form: 'as_published' } : { rate_form: form, tiers: parts }
    }
    case 'at_cost':
      return { rate_form: form }
  }
}

const basisOf = ({ basis }: Pick<FeeStandard, 'basis'>) => ({
  basis_document: basis.map(({ document }) => document).join('; '),
  basis_article: basis.some(({ article }) => article !== null)
    ? basis.map(({ article }) => article ?? '').join('; ')
    : '',
})

function filled<Column extends string>(row: Partial<Record<Column, string | null | undefined>>): TemplateRow<Column> {
  const said = Object.entries(row).filter(([, value]) => typeof value === 'string' && value !== '')
  return Object.fromEntries(said) as TemplateRow<Column>
}
