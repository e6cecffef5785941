import { FACT_WORDS } from '../fact-words.ts'

/** 代收代付 and the like: words for a charge collected or advanced for another. */
export const PASSED_ON = ['代收', '代垫', '代付', '代缴', '代收代付', '代收代缴', '垫付'] as const

const CHARGE = '费 费用 收费 服务费 作业费 使用费 处理费 fee fees charge charges chg chgs cost costs service services'
const CHARGES: ReadonlySet<string> = new Set(CHARGE.split(' '))

/** 费, `fee`: is it a word for a charge? */
export const isCharge = (word: string): boolean => CHARGES.has(word)

const PLACE =
  '码头 港口 港区 口岸 堆场 场站 国内 本地 起运港 目的港 装货港 卸货港 装港 卸港 进港 出港 靠泊 离泊 靠离泊 第一次 ' +
  'local origin destination pol pod port terminal at of the for per by in on and inward outward'
const WHOSE = '船公司 船东 船方 货方 应收 实收 集装箱 货柜 container containers cntr cntrs ctr unit units'
const SIZED =
  '尺 英尺 呎 小柜 大柜 小箱 大箱 高柜 高箱 平柜 净吨 净吨位 总吨 总吨位 gp dc dv hq hc std ft foot feet ot fr tk teu feu x rmb cny usd'
const SURCHARGED = ['夜间', '夜班', '节假日'].flatMap((when) => [`${when}附加费`, `${when}附加`, `${when}加成`])

/** Words that a bill prints beside a name and that make no other item of it: what kind of box, where, whose, 费. */
export const SAID_BESIDES: ReadonlySet<string> = new Set([
  ...[CHARGE, PLACE, WHOSE, SIZED].flatMap((words) => words.split(' ')),
  ...Object.values(FACT_WORDS).flatMap((values) =>
    Object.values(values)
      .flat()
      .map((word: string) => word.replaceAll(' ', '')),
  ),
  ...PASSED_ON,
  ...SURCHARGED,
])

/** Those of them that are part of many names, so that likeness looks at them too. */
export const TELLING: ReadonlySet<string> = new Set([PLACE, WHOSE].flatMap((words) => words.split(' ')))

/** What is counted after a number: 34元, 2票, 48小时. */
export const COUNTED: ReadonlySet<string> = new Set(
  '元 箱 柜 票 吨 天 日 次 件 艘 条 个 月 年 米 枚 车 份 艘次 小时 净吨 海里 bl hbl mbl bill bills day days hour hours hrs ton tons mt nt nm'.split(
    ' ',
  ),
)

/** Short ways of writing English words of the trade; used only where the short form is itself no word of any name. */
export const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amdt: 'amendment',
    amend: 'amendment',
    appl: 'application',
    bkg: 'booking',
    cancel: 'cancellation',
    cert: 'certificate',
    cxl: 'cancellation',
    decl: 'declaration',
    docs: 'doc',
    document: 'documentation',
    documents: 'documentation',
    fumi: 'fumigation',
    hdlg: 'handling',
    hndl: 'handling',
    insp: 'inspection',
    lumpsum: 'lump sum',
    tlx: 'telex',
    wharf: 'wharfage',
  }),
)
