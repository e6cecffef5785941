import type { BillField, Finding, How, Reason, Verdict } from '../../../catalogue/check/verdict.ts'
import type * as zh from '../zh-CN/check-words.ts'

const says = <K extends string>(words: Record<K, string>) => words

/** 比对结果, in English. */
export const verdict = says<Verdict>({
  match: 'as published',
  overcharged: 'above the published price',
  undercharged: 'below the published price',
  abolished: 'item abolished',
  not_on_list: 'not on the list',
  not_in_force: 'not in force on the day',
  superseded_rate: 'at the price of another period',
  matched_as_then_published: 'as published at the time',
  unit_mismatch: 'different unit',
  ambiguous: 'several possibilities',
  no_list_filed: 'no list posted',
  cannot_tell: 'cannot be compared',
})

/** 理由, in English. */
export const reason = says<Reason['code'] | Variant>({
  equals: 'The amount is the price published for the day.',
  within_ceiling: 'The amount is within the published ceiling.',
  within_range: 'The amount is within the published range.',
  above_ceiling: 'The amount is above the published ceiling.',
  above_range: 'The amount is above the upper end of the published range.',
  differs: 'The amount differs from the price published for the day.',
  below_set_price: 'The amount is below the published price; a price set by government is to be charged as set.',
  below_range: 'The amount is below the lower end of the published range.',
  equals_unrounded: 'The amount is the result before rounding, {exact} CNY; only the rounding differs.',
  equals_then:
    'The amount is the price as it was published at the time (release {release}); release {corrected} corrected it later.',
  equals_other_period:
    'The amount is the price that applies {period} (release {release}), which is not the price of the day.',
  ended: 'The last day on which this item could be charged was {day}.',
  ended_became: 'The last day on which this item could be charged apart was {day}; it went into: {became}.',
  begins_later: 'This item can be charged only from {day}.',
  standard_ended: 'The published price applied until {day}; there is none for the day.',
  no_such_name: 'No fee item of the directory goes by this name.',
  entity_does_not_post: 'The charging entity does not post this item on its list.',
  no_coverage: 'The portal has no data for the day, so it cannot say whether this is on the list.',
  no_coverage_days:
    'The portal’s data is {period}, which leaves the day out, so it cannot say whether this is on the list.',
  no_list: 'The charging entity had no list posted on the day.',
  several_items: 'The name may mean several fee items; choose one and compare again.',
  several_lines: 'Several lines of the list fit equally; say more of the service and compare again.',
  unit: 'The bill counts by “{stated}”; the published price is in {units}.',
  missing: 'To compare, this must be known: {facts}.',
  entity_needed: 'Charging entities set this price themselves; to compare, the entity must be known.',
  no_figure: 'It is posted as charged at cost; there is no figure to compare, only the vouchers of what was spent.',
  no_figure_attachment: 'The figure is posted in an attachment; the portal has none to compare.',
  no_line_fits: 'No line of the list fits what is said of the service.',
  credit_line: 'This is a credit line; it is not compared by itself.',
  above_every_line: 'The amount is above every line of the item that might apply; the highest gives {most} CNY.',
})

type Variant = Exclude<keyof typeof zh.reason, Reason['code']>

/** 问题, in English. */
export const finding = says<Finding['code'] | 'security_alone'>({
  abolished_item: '{item} could last be charged on {day}; the bill still lists it.',
  security_beside_lumpsum:
    'Since {day}, {item} is part of the port operation lump sum and may no longer stand by itself; the bill lists it beside the lump sum or its parts on line {beside} ({basis}).',
  security_alone:
    'Since {day}, {item} is part of the port operation lump sum and may no longer stand as a line of its own ({basis}).',
  above_former_rate: 'The amount is above the price before it became part of the lump sum, {ceiling} CNY.',
  pass_through_markup: '{item}, passed on, is published at {official} CNY; the bill has {markup} CNY more.',
  split: 'One {item} stands on several lines, {charged} CNY together; the published price is {expected} CNY.',
  duplicate: '{item} is on the bill more than once, with the same name, quantity and amount.',
  same_service: '{items} may be the same service; the bill lists each.',
  bundled: 'One line names several items: {items}; each should be listed apart.',
  arithmetic: 'Quantity times unit price is {computed} CNY, not the amount listed.',
  missing_contents: 'The bill does not say: {fields}.',
})

/** 账单应当载明的内容, in English. */
export const billField = says<BillField>({
  number: 'bill number',
  seller: 'name of the charging entity',
  entity: 'unified social credit code',
  quantity: 'quantity',
  unit: 'unit',
  unit_price: 'unit price',
})

/** How a charged name led to an item, in English. */
export const how = says<How>({
  said: 'chosen by the user',
  code: 'same code',
  name: 'same name',
  own_name: 'the entity’s own name for it',
  alias: 'alias',
  lineage: 'former name',
  alike: 'similar name',
  part: 'the entity lists it under this name',
})

/** Words of the report of a check, in English. */
export const checkReport: Record<keyof typeof zh.checkReport, string> = {
  title: 'Report of a bill check',
  subtitle: 'A bill compared with the published charges, line by line',
  standing:
    'This report is a comparison made by the Port Fee Portal’s system from the bill as its user gave it and the charges the portal publishes. It is neither an administrative finding nor a conclusion of enforcement. Whoever disputes a charge may ask the charging entity, or complain to the market regulator.',
  made: 'Compared at',
  number: 'Bill number',
  seller: 'Charging entity',
  entity: 'Credit code',
  port: 'Port',
  chargedOn: 'Charged on',
  compared: 'Compared with',
  summary: 'Summary',
  charged: 'Amount of the bill',
  comparedLines: 'Lines with a figure to compare',
  comparedCharged: 'Charged on those lines',
  comparedExpected: 'At most due as published',
  over: 'Above the published prices, together',
  verdicts: 'Lines by result',
  lines: '{n} {n|line|lines}',
  ofLines: '{n} of {total} lines',
  yuan: '{amount} CNY',
  results: 'Line by line',
  n: 'Line',
  name: 'Charged as',
  item: 'Fee item',
  date: 'Day',
  quantity: 'Quantity',
  unit: 'Unit',
  unitPrice: 'Unit price',
  amount: 'Charged (CNY)',
  low: 'Due at least (CNY)',
  high: 'Due at most (CNY)',
  expected: 'Due (CNY)',
  difference: 'Difference (CNY)',
  verdict: 'Result',
  reason: 'Reason',
  total: 'Total',
  findings: 'What else is to be seen on the bill',
  findingLines: 'Lines',
  finding: 'Observation',
  noFindings: 'Nothing else was seen.',
  footer: 'Port Fee Portal · report of a bill check · a comparison, not an official finding',
  onlyOthers:
    'The bill is long: only lines that are not as published, or cannot be compared, follow. The table above has all.',
  details: 'Basis and computation of each line',
  line: 'Line {n}  {name}',
  matched: '{item} ({how})',
  matchedAlike: '{item} ({how}, likeness {score})',
  candidates: 'It may be',
  upTo: 'at most {amount}',
  span: '{low}–{high}',
  standard: 'Published price',
  posted: 'As posted',
  inForce: 'Applies',
  release: 'Published in',
  basis: 'Documents',
  facts: 'What is known of it',
  read: '{facts} (read from the name)',
  steps: 'Computation',
  step: 'Step',
  does: 'What is done',
  gives: 'Gives',
  asThen: 'As published on the day (release {release})',
  unverified: 'The portal marks this price as unverified; it is no ground for a charge.',
  sheetResults: 'Results',
  sheetSteps: 'Steps',
  sheetFindings: 'Observations',
  how: 'Matched by',
  ceiling: 'Ceiling',
  effectiveFrom: 'Effective from',
  effectiveTo: 'Effective to',
  lineNumbers: 'Line {lines}',
  wholeBill: 'The bill',
  none: 'none',
}

/** The picture of the differences by line, in English. */
export const differences: Record<keyof typeof zh.differences, string> = {
  title: 'Difference of each line',
  says: '{over} {over|line is|lines are} above and {under} below the published prices; the largest difference is {most}. The table says the same.',
  under: 'below the published price',
  over: 'above the published price',
  above: 'above',
  below: 'below',
  whole: 'line {n} {name}: {difference} CNY',
  rest: 'These are the {n} largest differences; {rest} more {rest|line differs|lines differ}, see the table.',
}
