const GOODS = ['集装箱', '件杂货', '散货', '液体化工', '冷藏货', '危险品', '滚装车辆', '大件设备', '木材', '粮食']
const WORKS = ['堆存', '理货', '引航', '拖轮', '装卸', '搬移', '过磅', '查验', '换单', '订舱']
const KINDS = ['费', '服务费', '作业费', '附加费', '管理费', '代理费', '延时费', '夜间费', '加急费', '包干费']
const PLACES = ['北仑', '镇海', '大榭', '穿山', '金塘', '六横', '衢山', '岱山', '嵊泗', '乐清']
const TRADES = ['码头', '货运代理', '船务代理', '报关', '理货', '堆场', '拖轮', '查验', '仓储', '物流']
const SHAPES = ['现场', '港区', '进口', '出口', '国际中转', '内支线', '一般', '特种', '重箱', '空箱']

const of = (words: readonly string[], n: number): string => words[n % words.length]!
const tens = (n: number): number => Math.floor(n / 10)

/** 堆存费, 集装箱理货服务费, …: a thousand names before the first comes again. */
export const itemName = (n: number): string => `${of(GOODS, tens(n))}${of(WORKS, n)}${of(KINDS, tens(tens(n)))}`

/** What an operator calls it on its own list: fifty ways for one item. */
export const ownName = (item: number, way: number): string =>
  `${of(SHAPES, way)}${itemName(item).replace(/费$/, '')}（${of(PLACES, tens(way % 50))}）费`

export const entityName = (n: number): string =>
  `示例${of(PLACES, n)}${of(SHAPES, tens(n))}${of(TRADES, tens(tens(n)))}有限公司第${n + 1}`

export const portName = (n: number): string => `示例${of(PLACES, n)}${n + 1}号港`

/** Three capital letters for a number. */
export const letters = (n: number): string =>
  String.fromCharCode(65 + (Math.floor(n / 676) % 26), 65 + (Math.floor(n / 26) % 26), 65 + (n % 26))
