import type { KnownFact } from '../../facts.ts'

/** What a column of a bill holds: something of the line, its tax, the bill the line stands on, or a fact. */
export type Column = LineColumn | BillColumn | KnownFact
type LineColumn =
  | 'name'
  | 'spec'
  | 'item'
  | 'amount'
  | 'net_amount'
  | 'tax'
  | 'quantity'
  | 'unit'
  | 'unit_price'
  | 'served_on'
type BillColumn = 'charged_on' | 'number' | 'seller' | 'entity'

/** 列名: which column a heading announces, in Chinese or English, by its usual names; null when it announces none. */
export function columnNamed(heading: string): Column | null {
  if (heading.length > LONGEST) return null
  const name = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【](?![^)\]】]*税)[^)\]】]*[)\]】]/g, '')
    .replace(/[\s()[\]【】:*_.\-/|、,'"]/g, '')
  if (name === '' || name.length > 40) return null
  return HEADINGS.find(([, names]) => names.test(name))?.[0] ?? null
}

/** With all that stands in its brackets. */
const LONGEST = 120

/** 费用: what was charged on one bill, the sum on another; the other columns tell which. */
export const saysNameOrSum = (heading: string): boolean =>
  /^(费\s*用|收费|fees?|charges?|costs?)\s*([（(].*[)）])?$/i.test(heading.trim())

/** Does the heading say outright that its sums include the tax? */
export const saysTaxIncluded = (heading: string): boolean =>
  /价税合计|税价合计|(?<!不)含税|incl|gross|taxincluded/i.test(heading)

const HEADINGS: readonly [Column, RegExp][] = [
  ['item', /^((收费项目|项目|费目|费用)(代码|编码)|(item|fee|charge)code)$/],
  [
    'net_amount',
    /^(不含税(总)?(金额|价|额)|(金额|费用)不含税|税前金额|未税金额|netamount|amountexcl\w*|amountbeforetax)$/,
  ],
  ['tax', /^((增值)?税额|税金|增值税|tax|vat|(tax|vat)amount|comtaxam)$/],
  [
    'amount',
    /^(价税合计(小写|金额)?|税价合计|(价税合计)?含税(总)?(金额|价|额|合计)|(金额|费用)含税|(amount|total)incl\w*|grossamount|totaltaxincludedamount)$/,
  ],
  [
    'amount',
    /^((收费|计费|应收|应付|结算|费用|开票|人民币|收取|实收|实付|合计|总|付款|账单)?(金额|总价|总额|费额)(人民币|元|rmb|cny)?|小计|合计|总计|费用合计|合计费用|应(收|付)(费用|合计)?|价款|((total|line|charge|fee|invoice|billed|charged)?(amount|sum)|total|linetotal|subtotal)(due|rmb|cny|yuan)?|rmb|cny)$/,
  ],
  [
    'unit_price',
    /^(含税)?(计费|收费)?(单价|费率|价格)(元|含税)?$|^(收费|计费)?标准$|^(unit)?(price|rate)(rmb|cny)?$|^tariff$/,
  ],
  ['unit', /^(计量|计费|收费|数量)?单位$|^unit(ofmeasure\w*|s?ofcharge)?$|^uom$|^meaunits?$|^计价单位$/],
  [
    'quantity',
    /^(计费|收费|作业)?(数量|箱量|箱数|件数|次数|计费量|票数|作业量|吞吐量|计费吨)$|^(billed|billing|charged)?(qty|quantity|count|units)$|^no?of(containers|units|boxes)$/,
  ],
  [
    'served_on',
    /^(作业|服务|发生|靠泊|离泊|装卸|到港|离港|完工|业务|提箱|进场|出场|操作|装船|卸船|靠港)(日期|时间|日)$|^(service|operation|work|berthing|job)date$|^dateofservice$|^servedon$/,
  ],
  [
    'charged_on',
    /^(开票|计费|账单|收费|费用|结算|制单|出账)?(日期|时间)$|^(invoice|bill|billing|charge|issue)?date$|^chargedon$|^issuetime$/,
  ],
  [
    'number',
    /^(数电)?(发票|账单|帐单|计费单|单据|费用单|结算单|缴费单)(号码?|编号)$|^(invoice|bill|billing|debitnote)(no|number|#)$/,
  ],
  [
    'entity',
    /^(收费(主体|单位)|销售方|销方|开票方|收款方)?(统一社会信用代码|信用代码|纳税人识别号|税号)(纳税人识别号)?$|^(seller)?(credit|uscc)code$|^uscc$|^(seller)?taxid(no|number)?$|^entity(code)?$/,
  ],
  [
    'seller',
    /^(销售方|销方|收款(单位|方|人)|收费(单位|主体|方)|开票(单位|方)|供应商|结算单位)(名称)?$|^(seller|supplier|vendor|payee|chargedby|biller)(name)?$/,
  ],
  ['spec', /^规格(型号)?$|^型号$|^spec(ification|mod)?$/],
  [
    'size',
    /^(集装箱|箱|柜)?(尺寸|尺码)$|^(箱型|柜型)(尺寸)?$|^尺寸箱型$|^(container|ctnr?|box|equipment)?size(type)?$|^(container|ctnr?)type$/,
  ],
  ['direction', /^进出口(类型|标志|别)?$|^流向$|^direction$|^importexport$|^(ie|imex)$/],
  ['trade', /^内外贸(类型|标志)?$|^贸易(类型|性质|类别)?$|^trade(type)?$/],
  ['load', /^(空重|重空)(箱|状态|标志)?$|^箱状态$|^load$|^(fullempty|ladenempty|emptyladen|fe)$/],
  ['cargo_class', /^货(物|类)?(类型|类别|种类)$|^危险品(等级|类别)?$|^cargo(class|type)$/],
  ['net_tonnage', /^(船舶)?净吨(位)?$|^net(registered)?ton(nage|s)?$|^n(r)?t$/],
  ['gross_tonnage', /^(船舶)?总吨(位)?$|^gross(registered)?ton(nage|s)?$|^g(r)?t$/],
  ['weight_t', /^(货物)?(重量|毛重|吨数)(吨|t)?$|^weight(t|tons?|mt)?$/],
  ['volume_m3', /^(货物)?(体积|立方数?)(立方米|m3|cbm)?$|^cbm$|^volume(m3|cbm)?$/],
  ['distance_nm', /^(引航|引领)?(距离|里程|海里数?)$|^distance(nm)?$/],
  ['loa_m', /^船(舶总)?长$|^loa(m)?$/],
  ['days', /^(堆存|计费|停泊|存放|使用)?天数$|^(storage)?days$/],
  ['hours', /^(作业|计费|停泊|使用)?(小时数?|时数|工时)$|^hours$/],
  ['tugs', /^拖轮(数量?|艘数)$|^tugs$/],
  [
    'name',
    /^(费目|费项|费种|费别|科目|费用(名称|项目|名目|类型|明细|类别)|收费(项目|名称|内容|科目|明细|事项)(名称)?|(开票|计费)?项目(名称|内容|明细)?|名称|品名|摘要|内容|明细|服务(名称|项目|内容)|(货物|货物或)(应税)?(劳务|服务)*.*名称|应税(劳务|服务).*名称|货物或应税劳务.*|items?|services?|expenses?|(item|charge|fee|service|cost|expense)(name|description|item|type)s?|(charge|fee|item)?descriptions?(of\w*)?|particulars|details|chargedfor)$/,
  ],
]
