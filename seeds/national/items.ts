import { text } from '../../catalogue/text.ts'
import { basis, verified } from '../seed.ts'
import { item } from './item.ts'

const LIST = verified('交水规〔2019〕2号项目表；临沂2020/2021、常州2024官方清单一致；2016年前的归类凭记忆')
const rules = (article: string | null = null) => [basis('jsf-2015-206', article)]
const TERMINAL = text('港口经营人', 'Port operator')
const TONNAGE = ['net_tonnage', 'gross_tonnage', 'deadweight']
const POSITION = {
  'cargo-port-dues': 1000,
  'port-facility-security': 2000,
  pilotage: 3000,
  towage: 4000,
  berthage: 5000,
  'oil-boom': 6000,
  'port-operation-lumpsum': 7000,
  'yard-storage': 8000,
  'ship-supply': 9000,
  'ship-waste': 10_000,
  tally: 11_000,
}

const national = (given: Omit<Parameters<typeof item>[0], 'position' | 'basis' | 'provenance'>) =>
  item({ basis: rules(), provenance: LIST, position: POSITION[given.code as keyof typeof POSITION], ...given })

/** 货物港务费. */
export const cargoPortDues = national({
  code: 'cargo-port-dues',
  name: text('货物港务费', 'Cargo port dues'),
  pricing: 'gov_set',
  link: 'terminal',
  payer: 'cargo',
  payee: text(
    '维护防波堤、航道、锚地等港口公共基础设施的单位',
    'The body that maintains breakwaters, channels and anchorages, collected by the terminal',
  ),
  content: text(
    '用于防波堤、进出港航道、锚地等港口公共基础设施的维护和管理，进口或出口各收一次。',
    'Upkeep of breakwaters, entrance channels, anchorages and other shared works of the port; charged once on import or export.',
  ),
  facts: [
    'trade',
    'direction',
    'size',
    'load',
    'cargo_class',
    'goods_class',
    'measured_by',
    'weight_t',
    'volume_m3',
    'box_m3',
  ],
  aliases: [
    ...['港务费', '货港费', '貨物港務費', '碼頭費（貨物）', '外贸货物港务费', '内贸货物港务费'],
    ...['wharfage', 'port dues on goods', 'port dues on cargo', 'cargo dues', 'harbour dues on cargo', 'PD'],
  ],
  remark: text(
    '空箱（商品箱除外）、旅客行李、船用燃物料、垫缚材料、随货包装、随鱼鲜的冰盐、随牲畜的饲料、使馆和联合国物品、赠品展品样品、国际过境货物、因事故临时卸下的货物、本港建设物资免收（免收范围沿用旧规则，待核实）。其他箱型按内容积比照最接近的箱型。轻泡货物：每1重量吨体积达4立方米及以上，单件5吨及以上的按重量计。一级危险货物：第1、2、7类，5.2、6.2项，以及包装类别I、II的第3、4、8类和5.1、6.1项，不含农用化肥、农药。原油按列名外货物。不易称重货物按换算重量计：骆驼、马、牛、骡、驴1,000千克/头，猪、羊、狗、牛犊、马驹200，仔猪、羊羔30；笼装动物、蛋类500千克/立方米，鱼苗1,000，其他1,000；竹藤椅等30千克/件；未折叠家具按实重两倍（单一来源）。',
    'Exempt: empty containers (unless themselves merchandise), passengers’ baggage, ship’s fuel and stores, dunnage, packing travelling with the goods, ice and salt with fish, fodder with livestock, embassy and UN goods, gifts, exhibits and samples, international transit cargo, goods landed temporarily after an accident, and goods for building the port (carried over from older rules; to be verified). Other box sizes pay pro rata to internal volume. Light goods measure 4 m³ or more per ton, pieces of 5 t or more go by weight. “Class-1 dangerous goods” is a tariff class: IMDG classes 1, 2, 7, divisions 5.2 and 6.2, and classes 3, 4, 8, 5.1 and 6.1 in packing groups I and II, except agricultural fertiliser and pesticide. Crude oil is “other goods”. Goods that cannot be weighed go by conversion weight: camels, horses, cattle, mules and donkeys 1,000 kg a head; pigs, sheep, dogs, calves and foals 200; piglets and lambs 30; caged animals and eggs 500 per m³; fish fry and others 1,000 per m³; bamboo and rattan chairs 30 apiece; furniture not folded, twice its weight (single source).',
  ),
})

/** 港口设施保安费, until 2022-03-31 an item of its own. */
export const portFacilitySecurity = national({
  code: 'port-facility-security',
  name: text('港口设施保安费', 'Port facility security charge'),
  pricing: 'gov_set',
  link: 'terminal',
  payer: 'cargo',
  payee: text(
    '取得有效《港口设施保安符合证书》的港口经营人',
    'Terminal holding a valid Statement of Compliance of a Port Facility',
  ),
  content: text(
    '为履行SOLAS公约和ISPS规则，对外贸进出口货物和重箱提供港口设施保安服务；空箱不收。',
    'Security of port facilities under SOLAS and the ISPS Code, for foreign-trade cargo and laden containers; empties pay nothing.',
  ),
  facts: ['trade', 'size', 'load', 'measured_by', 'weight_t'],
  aliases: [
    ...[
      '保安费',
      '港口保安费',
      '设施保安费',
      '安保费',
      '港安费',
      '港口設施保安費',
      'ISPS',
      'ISPS fee',
      'ISPS surcharge',
    ],
    ...['PFSC', 'PSC', 'port security charge', 'terminal security charge', 'security charge'],
  ],
})

/** 引航（移泊）费. */
export const pilotage = national({
  code: 'pilotage',
  name: text('引航（移泊）费', 'Pilotage and shifting'),
  pricing: 'gov_guided',
  link: 'pilot',
  payer: 'ship',
  payee: text('引航机构', 'Pilot station'),
  content: text(
    '引领船舶进出港、在港内移泊；按第一次进港和最后一次出港各计一次，按净吨分段计费。',
    'Piloting a ship in and out of port or shifting her within it; the first entry and the last departure count once each, billed by net ton in tiers.',
  ),
  facts: ['voyage', ...TONNAGE, 'distance_nm', 'night', 'holiday', 'pilot_service', 'non_basic_port'],
  decided_by: 'service',
  aliases: [
    ...['引航费', '引水费', '移泊费', '领航费', '引航移泊费', '引航費', '引水費', '引航员费'],
    ...['pilotage', 'pilot fee', 'pilotage dues', 'shifting', 'shifting charge'],
  ],
  remark: text(
    '夜班、节假日附加各45%（同时发生90%），作业时间有一半以上或不少于0.5小时落入的计收；90%、半小时规则和夜班时段（各港自定）待核实。附加费以执行费率为基数（推定）。引航超出引航锚地的，超出部分按基本费加收30%（旧规则，单一来源）。拖轮1马力计1吨。',
    'Night and holiday surcharges of 45 % each (90 % together) where at least half of the work, or half an hour, falls in that time; the 90 %, the half-hour rule and the night hours set by each port are to be verified. They are taken on the rate in force (an assumption). Beyond the pilotage anchorage, 30 % of the base is added for the excess (older rule, single source). For tugs one horsepower counts as one ton.',
  ),
})

/** 拖轮费. */
export const towage = national({
  code: 'towage',
  name: text('拖轮费', 'Towage'),
  pricing: 'gov_guided',
  link: 'tug',
  payer: 'ship',
  payee: text('拖轮经营人', 'Tug company'),
  content: text(
    '使用拖轮协助船舶靠离泊、移泊等，按船长、船型和拖轮艘次计费，靠泊与离泊分别计艘次。',
    'Tugs assisting a ship to berth, unberth or shift; billed per tug movement by length and type of ship, berthing and unberthing being separate movements.',
  ),
  facts: ['voyage', 'ship_type', 'loa_m', 'tugs', 'movements', 'night', 'holiday'],
  decided_by: 'service',
  aliases: [
    '拖轮使用费',
    '拖船费',
    '拖轮作业费',
    '顶推费',
    '拖輪費',
    'tug fee',
    'tug hire',
    'tug assistance',
    'tugboat',
  ],
})

/** 停泊费. */
export const berthage = national({
  code: 'berthage',
  name: text('停泊费', 'Berthage'),
  pricing: 'gov_guided',
  link: 'terminal',
  payer: 'ship',
  payee: text('码头、浮筒、锚地的经营人', 'Operator of the berth, buoy or anchorage'),
  content: text(
    '船舶停泊码头、浮筒或锚地。24小时为1日，不足按1日；生产性停泊与非生产性停泊分别计费。',
    'A ship lying at a berth, buoy or anchorage. 24 hours are a day, part of a day counts as one; productive and non-productive stays have rates of their own.',
  ),
  facts: ['voyage', 'use', ...TONNAGE, 'hours', 'days'],
  decided_by: 'arrival',
  aliases: [
    ...['靠泊费', '泊位费', '码头停泊费', '锚泊费', '浮筒费', '锚地停泊费', '停泊費'],
    ...['berth hire', 'dockage', 'quay dues', 'anchorage dues', 'mooring dues'],
  ],
  remark: text(
    '非生产性停泊：装卸、上下旅客完毕后因船方原因停留超过4小时，非港方原因待修，加油加水后停留，非本港工人作业，国际旅游船和客轮。港方原因或特殊气象停泊、港口施工船、军事船舶、执行公务船舶免收。多次挂靠的国际航线船舶可以协商。不足1小时按1小时，超过1小时的余数不满半小时按半小时，超过半小时按1小时（1997年规则，现行待核实）。',
    'Non-productive: more than 4 hours after completion for the ship’s reasons, waiting for repairs not caused by the port, staying after bunkering or watering, not worked by port labour, international cruise and passenger ships. Free: stays caused by the port or by special weather, port construction ships, warships, public-service ships on duty. International ships with several calls may negotiate. Under one hour counts as one hour; beyond it a remainder up to half an hour counts as half, more as a full hour (1997 rule, to be verified today).',
  ),
})

/** 围油栏使用费. */
export const oilBoom = national({
  code: 'oil-boom',
  name: text('围油栏使用费', 'Oil boom'),
  pricing: 'gov_guided',
  link: 'oil_boom',
  payer: 'ship',
  payee: text('提供围油栏的单位', 'Provider of the oil boom'),
  content: text(
    '为装卸油类等作业的船舶布设围油栏，按船舶净吨分档，以每船次计费。',
    'Laying a boom around a ship that handles oil; billed per call by net tonnage.',
  ),
  facts: ['voyage', 'net_tonnage'],
  decided_by: 'service',
  aliases: ['围油栏费', '围油栏', '围控费', '圍油欄使用費', 'oil boom', 'oil containment boom', 'boom deployment'],
})

/** 港口作业包干费. */
export const portOperationLumpsum = national({
  code: 'port-operation-lumpsum',
  name: text('港口作业包干费', 'Port operation lump sum'),
  pricing: 'market',
  link: 'terminal',
  payer: 'either',
  payee: TERMINAL,
  content: text(
    '港口经营人提供的装卸及相关劳务、机械作业的包干收费，含系解缆、开关舱等；国内客运和旅游船舶港口作业费同属本项。',
    'Stevedoring and the labour and machinery that go with it in one sum, mooring and hatch handling included; port work for domestic passenger and excursion ships belongs here too.',
  ),
  facts: ['trade', 'size', 'load', 'cargo_class', 'transhipment'],
  aliases: [
    ...['包干费', '装卸包干费', '港口包干费', '码头包干费', '港杂费', '装卸费', '港口作業包幹費'],
    ...['lump sum', 'stevedoring package', 'stevedoring', 'port operation charge', 'terminal handling (operator)'],
  ],
})

/** 库场使用费, until 2019 beside a storage charge of its own. */
export const yardStorage = national({
  code: 'yard-storage',
  name: text('库场使用费', 'Yard and warehouse storage'),
  pricing: 'market',
  link: 'yard',
  payer: 'cargo',
  payee: TERMINAL,
  content: text(
    '货物、集装箱在港口仓库、堆场堆存保管；免费堆存期由双方约定。',
    'Keeping cargo or containers in the sheds and yards of the port; free time as agreed.',
  ),
  facts: ['trade', 'size', 'load', 'days', 'weight_t'],
  aliases: [
    ...['堆存费', '堆存保管费', '堆场费', '仓储费', '库场费', '港区堆存费', '超期堆存费', '滞港费', '庫場使用費'],
    ...['storage', 'port storage', 'yard storage', 'warehousing', 'demurrage (terminal)'],
  ],
})

/** 船舶供应服务费. */
export const shipSupply = national({
  code: 'ship-supply',
  name: text('船舶供应服务费', 'Ship supply services'),
  pricing: 'market',
  link: 'ship_supply',
  payer: 'ship',
  payee: text('船舶供应服务企业', 'Ship supply company'),
  content: text(
    '为船舶提供供水（物料）、供油（气）、供电（岸电）等服务。',
    'Supplying ships with water and stores, fuel oil or gas, and shore power.',
  ),
  voluntary: true,
  aliases: [
    ...['供水费', '供油费', '供气费', '供电费', '岸电费', '岸电服务费', '淡水供应', '物料供应', '船舶供應服務費'],
    ...['fresh water supply', 'bunkering', 'shore power', 'cold ironing', 'ship chandling', 'OPS'],
  ],
})

/** 船舶污染物接收处理服务费. */
export const shipWaste = national({
  code: 'ship-waste',
  name: text('船舶污染物接收处理服务费', 'Ship waste reception'),
  pricing: 'market',
  link: 'ship_waste',
  payer: 'ship',
  payee: text('船舶污染物接收单位', 'Waste reception company'),
  content: text(
    '接收、处理船舶垃圾、含油污水、生活污水等。',
    'Receiving and treating a ship’s garbage, oily water and sewage.',
  ),
  aliases: [
    ...['船舶垃圾接收费', '垃圾费', '污油水接收费', '污水接收费', '生活污水接收', '污染物接收费', '船舶污染物接收處理'],
    ...['garbage disposal', 'sludge removal', 'slops', 'MARPOL waste', 'port reception facilities', 'PRF'],
  ],
})

/** 理货服务费. */
export const tally = national({
  code: 'tally',
  name: text('理货服务费', 'Tallying'),
  pricing: 'market',
  link: 'tally',
  payer: 'either',
  payee: text('理货企业', 'Tally company'),
  content: text(
    '集装箱理箱、装拆箱理货、件杂货理货，并出具理货单证。',
    'Tallying of containers, of stuffing and stripping, and of general cargo, with the tally papers.',
  ),
  facts: ['trade', 'size', 'load', 'transhipment'],
  aliases: [
    '理货费',
    '理箱费',
    '理货',
    '装拆箱理货费',
    '理貨費',
    '理貨服務費',
    'tally fee',
    'tally',
    'cargo checking',
    'ocean tally',
  ],
})

/** The eleven items of the national list, in its order, as they stood before 2017. */
export const ELEVEN = [
  cargoPortDues,
  portFacilitySecurity,
  pilotage,
  towage,
  berthage,
  oilBoom,
  portOperationLumpsum,
  yardStorage,
  shipSupply,
  shipWaste,
  tally,
]
