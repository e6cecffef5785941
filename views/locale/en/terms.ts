import type * as zh from '../zh-CN/terms.ts'

type Words<Area extends keyof typeof zh> = Record<keyof (typeof zh)[Area], string>

export const unit: Words<'unit'> = {
  container: 'CNY/container',
  container_day: 'CNY/container·day',
  container_hour: 'CNY/container·hour',
  ton: 'CNY/t',
  ton_day: 'CNY/t·day',
  m3: 'CNY/m³',
  m3_day: 'CNY/m³·day',
  revenue_ton: 'CNY/revenue ton',
  m2_day: 'CNY/m²·day',
  net_ton: 'CNY/NT',
  net_ton_day: 'CNY/NT·day',
  net_ton_hour: 'CNY/NT·hour',
  net_ton_nm: 'CNY/NT·nm',
  tug_movement: 'CNY/tug movement',
  call: 'CNY/ship call',
  voyage: 'CNY/voyage',
  bill: 'CNY/bill',
  declaration: 'CNY/declaration',
  piece: 'CNY/piece',
  seal: 'CNY/seal',
  vehicle: 'CNY/vehicle',
  hour: 'CNY/hour',
  day: 'CNY/day',
  person_hour: 'CNY/person·hour',
  kwh: 'CNY/kWh',
  kg: 'CNY/kg',
  time: 'CNY/time',
}

export const fact: Words<'fact'> = {
  trade: 'trade',
  direction: 'direction',
  voyage: 'voyage',
  size: 'container size',
  load: 'laden or empty',
  cargo_class: 'cargo class',
  ship_type: 'ship type',
  use: 'use of berth',
  night: 'night',
  holiday: 'holiday',
  transhipment: 'transhipment',
  net_tonnage: 'net tonnage',
  gross_tonnage: 'gross tonnage',
  deadweight: 'deadweight',
  distance_nm: 'distance',
  loa_m: 'length overall',
  hours: 'hours',
  days: 'days',
  weight_t: 'weight',
  volume_m3: 'volume',
  tugs: 'tugs',
  movements: 'tug movements',
  box_m3: 'inner volume of the box',
}

export const counts: Words<'counts'> = {
  trade: '',
  direction: '',
  voyage: '',
  size: '',
  load: '',
  cargo_class: '',
  ship_type: '',
  use: '',
  night: '',
  holiday: '',
  transhipment: '',
  net_tonnage: 'NT',
  gross_tonnage: 'GT',
  deadweight: 'DWT',
  distance_nm: 'nm',
  loa_m: 'm',
  hours: 'h',
  days: 'days',
  weight_t: 't',
  volume_m3: 'm³',
  tugs: 'tugs',
  movements: 'movements',
  box_m3: 'm³',
}

/** Facts that belong to one item only. */
export const ownFact: Record<keyof typeof zh.ownFact, string> = {
  goods_class: 'class of goods',
  measured_by: 'measured by',
  price_line: 'which price is meant',
  pilot_service: 'pilotage service',
  non_basic_port: 'non-basic port',
  us_linked: 'US-linked ship',
  tax_rate: 'rate of tax',
  licence_days: 'term of licence',
  half_rate_goods: 'goods at half rate',
  moored_at: 'moored at',
}

export const value: Words<'value'> = {
  trade_foreign: 'foreign trade',
  trade_domestic: 'domestic trade',
  direction_import: 'import',
  direction_export: 'export',
  voyage_international: 'international voyage',
  voyage_domestic: 'domestic voyage',
  size_20: '20 ft',
  size_40: '40 ft',
  size_45: '45 ft',
  load_laden: 'laden',
  load_empty: 'empty',
  cargo_class_general: 'general cargo',
  cargo_class_dangerous1: 'class-1 dangerous',
  cargo_class_reefer: 'reefer',
  ship_type_container: 'container ship',
  ship_type_tanker: 'oil, chemical or gas tanker',
  ship_type_bulk: 'bulk carrier',
  ship_type_other: 'other ship',
  use_productive: 'productive berthing',
  use_non_productive: 'non-productive berthing',
  use_anchorage: 'at anchorage',
  night_true: 'night',
  night_false: 'not at night',
  holiday_true: 'holiday',
  holiday_false: 'not on a holiday',
  transhipment_true: 'transhipment',
  transhipment_false: 'no transhipment',
  goods_class_1: 'goods of class 1',
  goods_class_2: 'goods of class 2',
  goods_class_3: 'goods of class 3',
  measured_by_weight: 'by weight ton',
  measured_by_volume: 'by volume ton',
  pilot_service_lock: 'lock passage',
  pilot_service_shifting: 'shifting',
  non_basic_port_true: 'non-basic port',
  non_basic_port_false: 'basic port',
  us_linked_true: 'US-linked ship',
  tax_rate_preferential: 'preferential rate',
  tax_rate_ordinary: 'ordinary rate',
  licence_days_30: '30-day licence',
  licence_days_90: '90-day licence',
  licence_days_365: 'one-year licence',
  half_rate_goods_true: 'goods at half rate',
  half_rate_goods_false: 'other goods',
  moored_at_wharf: 'at a wharf',
  moored_at_buoy: 'at a buoy',
}

export const pricing: Words<'pricing'> = {
  gov_set: 'Government-set',
  gov_guided: 'Government-guided',
  market: 'Market price',
}

export const nature: Words<'nature'> = {
  gov_fund: 'Government fund',
  admin_fee: 'Administrative charge',
  service_fee: 'Operator’s service charge',
}

export const link: Words<'link'> = {
  terminal: 'Terminal',
  yard: 'Yard',
  cfs: 'Freight station',
  tally: 'Tally',
  pilot: 'Pilotage',
  tug: 'Tugs',
  barge: 'Barges',
  ship_supply: 'Ship supply',
  ship_waste: 'Ship waste',
  oil_boom: 'Oil boom',
  carrier: 'Carrier',
  nvocc: 'NVOCC',
  ship_agent: 'Ship agent',
  forwarder: 'Forwarder',
  customs_broker: 'Customs broker',
  inspection_site: 'Inspection site',
  quarantine: 'Quarantine treatment',
  inspection_body: 'Inspection body',
  trucking: 'Trucking',
  air_cargo: 'Air cargo',
  ground_handler: 'Ground handling',
  rail_terminal: 'Rail terminal',
  single_window: 'Single window',
  government: 'Government',
}

export const payer: Words<'payer'> = { cargo: 'Cargo', ship: 'Ship', either: 'Cargo or ship' }
export const governingEvent: Words<'governingEvent'> = {
  service: 'the day of the service',
  arrival: 'the day the ship arrives',
  departure: 'the day the ship leaves',
  declaration: 'the day of customs declaration',
  bill: 'the day of the bill',
}

export const portKind: Words<'portKind'> = { sea: 'Sea port', air: 'Airport', inland: 'Inland port' }

export const mark: Words<'mark'> = {
  verified: 'Verified',
  single: 'Single source',
  derived: 'Derived',
  recall: 'Unverified',
}

export const change: Words<'change'> = {
  new: 'New',
  revise: 'Changed',
  correct: 'Corrected',
  confirm: 'Confirmed',
  withdraw: 'Ended',
}

export const difference: Words<'difference'> = { added: 'Added', ended: 'Ended', changed: 'Changed' }

export const lineage: Words<'lineage'> = {
  renamed: 'renamed',
  replaced_by: 'replaced by',
  merged_into: 'merged into',
  split_into: 'split into',
  absorbed_as_subitem: 'became a sub-item of',
}

export const origin: Words<'origin'> = {
  renamed: 'formerly',
  replaced_by: 'replaces',
  merged_into: 'merged from',
  split_into: 'split off',
  absorbed_as_subitem: 'took in as a sub-item',
}

export const operation: Words<'operation'> = { shift: 'Shifting', pickup: 'Pick-up', transfer: 'Transfer in the yard' }

export const subject: Words<'subject'> = {
  item: 'Fee item',
  standard: 'Price',
  entity: 'Charging entity',
  port: 'Port',
  document: 'Document',
  lineage: 'Lineage',
  coverage: 'Coverage',
  operating_time: 'Operating time',
}

export const field: Words<'field'> = {
  code: 'code',
  name_zh: 'Chinese name',
  name_en: 'name',
  alias: 'alias',
  own_name: 'an entity’s own name',
  pinyin: 'pinyin',
  content: 'service',
}

export const sort: Words<'sort'> = {
  item: 'In catalogue order',
  port: 'By port',
  entity: 'By charging entity',
  effective: 'By effective day, newest first',
}
