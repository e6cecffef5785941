import type { Day } from '../../catalogue/day.ts'
import { type FeeStandard, PLAIN } from '../../catalogue/fee-standard.ts'
import type { RateForm } from '../../catalogue/rate/rate.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { lastDay } from '../../catalogue/validity.ts'
import { said } from '../../views/locale/format.ts'
import { type Locale, type Messages, type Translate, translator } from '../../views/locale/locale.ts'
import { conditionsInWords } from '../../views/words/conditions.ts'
import { areaName, type BasisWords, basisWords, entityName, itemName, portName } from '../../views/words/names.ts'
import { rateInWords } from '../../views/words/rate.ts'
import { termsInWords } from '../../views/words/terms.ts'
import type { ColumnName } from './columns.ts'
import { figuresOf } from './figures.ts'

/** 导出行: one standard as flat text, by column; what is not said is empty. */
export type ExportRow = Record<ColumnName, string>

/** A statement of a standard as a row of a file, names as they were on that day; null where it says that nothing applies. */
export function exportRow(statement: Statement<'standard'>, ref: Reference, on: Day, locale: Locale): ExportRow | null {
  const { payload, valid, line, key } = statement
  if (payload === null) return null
  const t = translator(locale)
  return {
    ...whatItIs(payload, ref, on, t),
    ...whose(payload, ref, on, t),
    ...howMuch(payload, ref, on, t),
    posted: payload.posted,
    basis: payload.basis
      .map((one) => basisText(basisWords(ref, one, on, t), t.words.common))
      .join(t.words.common.semicolon),
    mark: payload.provenance.mark,
    mark_name: t.words.mark[payload.provenance.mark],
    effective_from: valid.from,
    effective_to: lastDay(valid) ?? '',
    release: String(line.release),
    remark: textIn(payload.remark, locale),
    key,
    adds_to: payload.adds_to ?? '',
  }
}

function whatItIs({ item, label, own_name }: FeeStandard, ref: Reference, on: Day, t: Translate) {
  const known = nearest(ref, 'item', item, on)
  return {
    item_code: item,
    item_name: itemName(ref, item, on, t.locale).text,
    label: textIn(label, t.locale),
    own_name: own_name ?? '',
    pricing: known?.pricing ?? '',
    pricing_name: known ? t.words.pricing[known.pricing] : '',
    nature: known?.nature ?? '',
    nature_name: known ? t.words.nature[known.nature] : '',
    link: known?.link ?? '',
    link_name: known ? t.words.link[known.link] : '',
    payer: known?.payer ?? '',
    payer_name: known ? t.words.payer[known.payer] : '',
  }
}

function whose({ entity, port, area }: FeeStandard, ref: Reference, on: Day, { locale, words }: Translate) {
  return {
    set_by: entity === null ? words.common.government : entityName(ref, entity, on, locale).text,
    entity_code: entity ?? '',
    demo: String(entity !== null && (nearest(ref, 'entity', entity, on)?.demo ?? false)),
    port_code: port ?? '',
    port_name: port === null ? words.common.everyPort : portName(ref, port, on, locale).text,
    area: port === null || area === null ? '' : areaName(ref, port, area, on, locale).text,
  }
}

function howMuch(standard: FeeStandard, ref: Reference, on: Day, t: Translate) {
  const { rate, unit, currency, ceiling, conditions, terms } = standard
  const { main, steps, notes } = rateInWords(standard, t, (code) => itemName(ref, code, on, t.locale).text)
  const stepTexts = steps.map(({ label, value }) => `${label}${t.words.frame.separator}${value}`)
  return {
    rate_form: rate.form,
    rate_form_name: textIn(RATE_FORMS[rate.form], t.locale),
    ...figuresOf(rate),
    unit,
    unit_name: t.words.unit[unit],
    currency,
    ceiling: String(ceiling),
    rate: [main, ...stepTexts, ...notes].join(t.words.common.semicolon),
    conditions: conditionsInWords(conditions, t).join(' · '),
    minimum_quantity: terms.minimum_quantity ?? '',
    floor: terms.floor ?? '',
    cap: terms.cap ?? '',
    rounding: termsInWords({ ...PLAIN, rounding: terms.rounding }, unit, t).join(t.words.common.semicolon),
  }
}

const RATE_FORMS: Record<RateForm, Text> = {
  fixed: text('固定价', 'Fixed'),
  range: text('区间价', 'Range'),
  tiered: text('分档价', 'Tiered'),
  per_period: text('按期计费', 'Per period'),
  percent_of: text('按比例', 'Percentage'),
  sum: text('分项合计', 'Sum of parts'),
  at_cost: text('实报实销', 'At cost'),
  see_attachment: text('详见附件', 'See attachment'),
}

const textIn = (text: Text | null, locale: Locale): string => (text === null ? '' : said(text, locale).text)

/** 交水规〔2019〕2号《港口收费计费办法》第十条; the title alone where the document has no number. */
function basisText({ short, title, article }: BasisWords, { quoteOpen, quoteClose }: Messages['common']): string {
  const document = short.text === title.text ? title.text : `${short.text}${quoteOpen}${title.text}${quoteClose}`
  return article === null ? document : `${document} ${article.text}`
}
