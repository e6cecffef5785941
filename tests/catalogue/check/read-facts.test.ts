import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsInName } from '../../../catalogue/check/read-facts.ts'
import { Facts } from '../../../catalogue/facts.ts'

test.for([
  ['港务费 20GP', { size: '20' }],
  ["THC 20'", { size: '20' }],
  ['保安费（20尺）', { size: '20' }],
  ['THC 40HQ*2', { size: '40' }],
  ['订舱费 40尺高柜', { size: '40' }],
  ['2x20 港务费', { size: '20' }],
  ['堆存费 45HC', { size: '45' }],
  ['码头操作费/小箱', { size: '20' }],
  ['吊机费 大柜', { size: '40' }],
  ['THC 22G1', { size: '20' }],
  ['THC 45G1', { size: '40' }],
  ['THC L5G1', { size: '45' }],
  ['进口换单费', { direction: 'import' }],
  ['EXPORT THC', { direction: 'export' }],
  ['外贸進口重箱港务费', { trade: 'foreign', direction: 'import', load: 'laden' }],
  ['内贸空箱装卸费', { trade: 'domestic', load: 'empty' }],
  ['国际航线停泊费', { voyage: 'international' }],
  ['冷藏箱插电费 40RH', { cargo_class: 'reefer', size: '40' }],
  ['THC RF', { cargo_class: 'reefer' }],
  ['一级危险货物港务费', { cargo_class: 'dangerous1' }],
  ['港务费（普货）', { cargo_class: 'general' }],
  ['引航费 夜班', { night: 'true' }],
  ['拖轮费-节假日', { holiday: 'true' }],
  ['拖轮费（非节假日）', { holiday: 'false' }],
  ['国际中转费', { transhipment: 'true' }],
  ['非生产性停泊费', { use: 'non_productive' }],
  ['引航费 净吨95,000', { net_tonnage: '95000' }],
  ['停泊费 NT 25000 48小时', { net_tonnage: '25000', hours: '48' }],
  ['滞箱费10天', { days: '10' }],
  ['拖轮费（靠泊）拖轮2艘', { tugs: '2' }],
  ['引航费 8海里', { distance_nm: '8' }],
] as const)('%s says %o', ([name, facts]) => {
  expect(factsInName(name, null)).toEqual(facts)
})

test('the unit may say the size', () => {
  expect(factsInName('THC', '40HQ')).toEqual({ size: '40' })
  expect(factsInName('THC', '箱')).toEqual({})
})

test.for([
  ['THC 20GP/40GP', '两种箱型'],
  ['港务费20/40', '两种箱型'],
  ['进出口港务费', '进口和出口'],
  ['内外贸装卸费', '内贸和外贸'],
  ['重空箱堆存费', '重箱和空箱'],
  ['危险品申报费', '危险品不一定是一级'],
  ['DG THC', 'DG is not the tariff’s first class'],
  ['堆存费 免7天', '免费期不是天数'],
  ['堆存费 超过10天', '界限不是天数'],
  ['滞箱费 8-14天', '一档不是天数'],
  ['2026年3月20日操作费', '日期'],
  ['过磅费 20元', '金额'],
  ['重量证书费', '重量不是重箱'],
  ['查验冷藏库费', '冷藏库不是冷藏箱'],
] as const)('%s says nothing: %s', ([name]) => {
  expect(factsInName(name, null)).toEqual({})
})

test('where name and unit contradict each other, neither is believed', () => {
  expect(factsInName('THC 20GP', '40HQ')).toEqual({})
})

test('whatever stands there, what is read are facts as the catalogue knows them', () => {
  const piece = fc.constantFrom(
    ..."20 40 45 gp ' 进口 出口 外贸 重箱 净吨 000095 1.50 小时 天 拖轮 艘 3 , ( ) 免 L5G1".split(' '),
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(anything, fc.option(anything), (name, unit) => {
      const facts = factsInName(name, unit)
      expect(Facts.safeParse(facts).error).toBeUndefined()
      expect(factsInName(name, unit)).toEqual(facts)
    }),
    { numRuns: 500 },
  )
})
