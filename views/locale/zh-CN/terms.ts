import type { z } from 'zod'
import type { Mark } from '../../../catalogue/basis.ts'
import type { KnownFact } from '../../../catalogue/facts.ts'
import type { FeeItem, GoverningEvent, Link, Payer, PortKind, Pricing } from '../../../catalogue/fee-item.ts'
import type { LineageKind } from '../../../catalogue/lineage.ts'
import type { MatchField, Sort } from '../../../catalogue/listing.ts'
import type { OperatingTime } from '../../../catalogue/operating-time.ts'
import type { Change } from '../../../catalogue/statement.ts'
import type { SubjectKind } from '../../../catalogue/subject.ts'
import type { Unit } from '../../../catalogue/unit.ts'

const says = <K extends string>(words: Record<K, string>) => words

/** 计费单位, each with 元. */
export const unit = says<Unit>({
  container: '元/箱',
  container_day: '元/箱·天',
  container_hour: '元/箱·小时',
  ton: '元/吨',
  ton_day: '元/吨·天',
  m3: '元/立方米',
  m3_day: '元/立方米·天',
  revenue_ton: '元/计费吨',
  m2_day: '元/平方米·天',
  net_ton: '元/净吨',
  net_ton_day: '元/净吨·天',
  net_ton_hour: '元/净吨·小时',
  net_ton_nm: '元/净吨·海里',
  tug_movement: '元/拖轮艘次',
  call: '元/船次',
  voyage: '元/航次',
  bill: '元/票',
  declaration: '元/单',
  piece: '元/件',
  seal: '元/枚',
  vehicle: '元/车',
  hour: '元/小时',
  day: '元/天',
  person_hour: '元/人·小时',
  kwh: '元/千瓦时',
  kg: '元/千克',
  time: '元/次',
})

/** What the facts are called. */
export const fact = says<KnownFact>({
  trade: '贸易',
  direction: '进出口',
  voyage: '航线',
  size: '箱型',
  load: '重空',
  cargo_class: '货类',
  ship_type: '船型',
  use: '停泊性质',
  night: '夜间',
  holiday: '节假日',
  transhipment: '中转',
  net_tonnage: '净吨位',
  gross_tonnage: '总吨位',
  deadweight: '载重吨',
  distance_nm: '引航里程',
  loa_m: '船长',
  hours: '小时数',
  days: '天数',
  weight_t: '重量',
  volume_m3: '体积',
  tugs: '拖轮艘数',
  movements: '艘次',
  box_m3: '箱内容积',
})

/** What a number of each fact counts. */
export const counts = says<KnownFact>({
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
  net_tonnage: '净吨',
  gross_tonnage: '总吨',
  deadweight: '载重吨',
  distance_nm: '海里',
  loa_m: '米',
  hours: '小时',
  days: '天',
  weight_t: '吨',
  volume_m3: '立方米',
  tugs: '艘',
  movements: '艘次',
  box_m3: '立方米',
})

/** Facts that belong to one item only. */
export const ownFact = {
  goods_class: '货物类别',
  measured_by: '计量方式',
  price_line: '哪一条标准',
  pilot_service: '引航作业',
  non_basic_port: '非基本港',
  us_linked: '涉美船舶',
  tax_rate: '税率',
  licence_days: '执照期限',
  half_rate_goods: '减半货种',
  moored_at: '系泊位置',
}

/** The values of the facts that have a few. */
export const value = {
  trade_foreign: '外贸',
  trade_domestic: '内贸',
  direction_import: '进口',
  direction_export: '出口',
  voyage_international: '国际航线',
  voyage_domestic: '国内航线',
  size_20: '20英尺',
  size_40: '40英尺',
  size_45: '45英尺',
  load_laden: '重箱',
  load_empty: '空箱',
  cargo_class_general: '普通货物',
  cargo_class_dangerous1: '一级危险货物',
  cargo_class_reefer: '冷藏货物',
  ship_type_container: '集装箱船',
  ship_type_tanker: '油轮、化学品船、液化气船',
  ship_type_bulk: '散货船',
  ship_type_other: '其他船舶',
  use_productive: '生产性停泊',
  use_non_productive: '非生产性停泊',
  use_anchorage: '锚地停泊',
  night_true: '夜间',
  night_false: '非夜间',
  holiday_true: '节假日',
  holiday_false: '非节假日',
  transhipment_true: '中转',
  transhipment_false: '非中转',
  goods_class_1: '第一类货物',
  goods_class_2: '第二类货物',
  goods_class_3: '第三类货物',
  measured_by_weight: '按重量吨',
  measured_by_volume: '按体积吨',
  pilot_service_lock: '过闸引航',
  pilot_service_shifting: '移泊',
  non_basic_port_true: '非基本港',
  non_basic_port_false: '基本港',
  us_linked_true: '涉美船舶',
  tax_rate_preferential: '优惠税率',
  tax_rate_ordinary: '普通税率',
  licence_days_30: '30日执照',
  licence_days_90: '90日执照',
  licence_days_365: '1年执照',
  half_rate_goods_true: '减半货种',
  half_rate_goods_false: '其他货种',
  moored_at_wharf: '码头',
  moored_at_buoy: '浮筒',
}

/** 定价形式. */
export const pricing = says<Pricing>({ gov_set: '政府定价', gov_guided: '政府指导价', market: '市场调节价' })

/** 收费性质. */
export const nature = says<FeeItem['nature']>({
  gov_fund: '政府性基金',
  admin_fee: '行政事业性收费',
  service_fee: '经营服务性收费',
})

/** 环节. */
export const link = says<Link>({
  terminal: '码头',
  yard: '堆场',
  cfs: '货运站',
  tally: '理货',
  pilot: '引航',
  tug: '拖轮',
  barge: '驳船',
  ship_supply: '船舶供应',
  ship_waste: '船舶污染物接收',
  oil_boom: '围油栏',
  carrier: '船公司',
  nvocc: '无船承运',
  ship_agent: '船代',
  forwarder: '货代',
  customs_broker: '报关',
  inspection_site: '查验场站',
  quarantine: '检疫处理',
  inspection_body: '检验机构',
  trucking: '集卡运输',
  air_cargo: '航空货站',
  ground_handler: '机场地面服务',
  rail_terminal: '铁路场站',
  single_window: '单一窗口',
  government: '政府部门',
})

/** 付费方. */
export const payer = says<z.infer<typeof Payer>>({ cargo: '货方', ship: '船方', either: '货方或船方' })

/** 计费日: the event whose day decides which standard applies. */
export const governingEvent = says<GoverningEvent>({
  service: '提供服务之日',
  arrival: '船舶到港之日',
  departure: '船舶离港之日',
  declaration: '报关之日',
  bill: '开单之日',
})

/** 口岸类型. */
export const portKind = says<z.infer<typeof PortKind>>({ sea: '海港', air: '空港', inland: '陆港' })

/** 核实情况. */
export const mark = says<Mark>({ verified: '已核实', single: '单一来源', derived: '推算', recall: '待核实' })

/** What a published line does. */
export const change = says<Change>({
  new: '新增',
  revise: '变更',
  correct: '更正',
  confirm: '确认',
  withdraw: '终止',
})

/** What differs between two days or releases. */
export const difference = says<'added' | 'ended' | 'changed'>({ added: '新增', ended: '终止', changed: '变更' })

/** What becomes of an item, said of where it went. */
export const lineage = says<z.infer<typeof LineageKind>>({
  renamed: '更名为',
  replaced_by: '由后者替代：',
  merged_into: '并入',
  split_into: '拆分为',
  absorbed_as_subitem: '作为子项并入',
})

/** Where an item came from, said of what it was before. */
export const origin = says<z.infer<typeof LineageKind>>({
  renamed: '原名',
  replaced_by: '替代了',
  merged_into: '并入前为',
  split_into: '拆分自',
  absorbed_as_subitem: '吸收为子项',
})

/** 作业. */
export const operation = says<OperatingTime['operation']>({ shift: '移箱', pickup: '提箱', transfer: '场内转运' })

/** The kinds of subject that are published. */
export const subject = says<SubjectKind>({
  item: '收费项目',
  standard: '收费标准',
  entity: '收费主体',
  port: '口岸',
  document: '文件',
  lineage: '沿革',
  coverage: '数据覆盖',
  operating_time: '作业时限',
})

/** By which of its names something was found. */
export const field = says<MatchField>({
  code: '代码',
  name_zh: '名称',
  name_en: '英文名',
  alias: '别名',
  own_name: '单位自用名称',
  pinyin: '拼音',
  content: '服务内容',
})

/** The orders of a list. */
export const sort = says<Sort>({
  item: '按目录次序',
  port: '按口岸',
  entity: '按收费主体',
  effective: '按生效日，新的在前',
})
