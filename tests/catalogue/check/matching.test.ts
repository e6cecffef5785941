import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measured, readAll } from '../../../bench/measures/matching.ts'
import { THRESHOLD } from '../../../catalogue/check/matching/judge.ts'
import { itemsNamedIn, matchName, nameIndex } from '../../../catalogue/check/matching.ts'
import { day } from '../../../catalogue/day.ts'
import { CODES } from '../../../seeds/demo/entities.ts'
import { LABELLED } from './labelled.ts'
import { WRITTEN_LAST } from './labelled-last.ts'
import { namesOfSeeds, TODAY } from './names-of-seeds.ts'

const source = namesOfSeeds()
const index = nameIndex(source)
const bare = nameIndex({ ...source, ownNames: [] })

const means = (name: string, entity: string | null = null, on = TODAY) => {
  const matched = matchName(index, name, on, entity)
  if (matched.kind === 'item') return `${matched.match.item} ${matched.match.how}`
  return matched.kind === 'none'
    ? 'none'
    : matched.candidates
        .map(({ item }) => item)
        .sort()
        .join(' ')
}

describe('a name known word for word is its item', () => {
  test.for([
    ['port-facility-security', 'port-facility-security code'],
    ['港口设施保安费', 'port-facility-security name'],
    ['引航(移泊)费', 'pilotage name'],
    ['Port facility security charge', 'port-facility-security name'],
    ['港口設施保安費', 'port-facility-security name'],
    ['ＩＳＰＳ', 'port-facility-security own_name'],
    ['*物流辅助服务*港口设施保安费', 'port-facility-security name'],
    ['3、港口设施保安费', 'port-facility-security name'],
    ['货物港务费', 'cargo-port-dues name'],
    ['代收货物港务费', 'dues-collection name'],
    ['代垫货物港务费', 'dues-collection alias'],
    ['货物港务费（代收）', 'dues-collection name'],
  ] as const)('%s is %s', ([name, item]) => {
    expect(means(name)).toBe(item)
  })
})

describe('what is said beside a name does not change the item', () => {
  test.for([
    ['码头操作费 40HQ*2', 'thc'],
    ['港务费34元/箱', 'cargo-port-dues'],
    ['THC（码头操作费）', 'thc'],
    ['引航费 净吨95000', 'pilotage'],
    ['宁波北仑 引航费', 'pilotage'],
    ['Terminal Handling Charges at origin', 'thc'],
    ['港口设施保安费 MSKU1234567', 'port-facility-security'],
    ['1/3掏箱 20GP', 'exam-stripping'],
    ['订舱费（含港务费）', 'booking'],
  ] as const)('%s is %s', ([name, item]) => {
    expect(means(name).split(' ')[0]).toBe(item)
  })
})

describe('an old name is the item that it named', () => {
  test('whether the name or the item went', () => {
    expect(means('预进港费')).toBe('pre-gate-in lineage')
    expect(means('预进港费', null, day('2022-06-01'))).toBe('pre-gate-in name')
    expect(means('港口建设费')).toBe('port-construction-fee lineage')
  })

  test('where the old item and its successor share an alias, the one in force is meant', () => {
    expect(means('预进港')).toBe('early-gate-in alias')
    expect(means('预进港', null, day('2022-06-01'))).toBe('pre-gate-in alias')
  })
})

describe('operators call things as they like', () => {
  const named = (ownNames: typeof source.ownNames) => nameIndex({ ...source, ownNames })
  const carrier = { item: 'document-fee', entity: CODES.carrier, name: '综合费' }
  const forwarder = { item: 'agency-handling', entity: CODES.forwarder, name: '综合费' }
  const kind = (ownNames: typeof source.ownNames, entity: string | null, name = '综合费') => {
    const matched = matchName(named(ownNames), name, TODAY, entity)
    return matched.kind === 'item' ? matched.match : matched.kind
  }

  test('the name of the entity that charges decides', () => {
    expect(kind([carrier, forwarder], CODES.forwarder)).toMatchObject({ item: 'agency-handling', how: 'own_name' })
    expect(kind([carrier, forwarder], CODES.carrier)).toMatchObject({ item: 'document-fee', how: 'own_name' })
  })

  test('without it, a name decides only where all who use it agree', () => {
    expect(kind([carrier, forwarder], null)).toBe('ambiguous')
    expect(kind([carrier], null)).toMatchObject({ item: 'document-fee', how: 'own_name' })
  })

  test('what another operator calls so is only an alias to the one that charges', () => {
    const other = { item: 'bulk-handling', entity: CODES.jiaxing, name: '港杂费' }
    expect(kind([other], null, '港杂费')).toMatchObject({ item: 'bulk-handling', how: 'own_name' })
    expect(kind([other], CODES.taizhou, '港杂费')).toBe('ambiguous')
  })

  test('an alias of several items is left to a person, unless only one is on the entity’s list', () => {
    expect(means('港杂费')).toBe('bulk-handling port-operation-lumpsum')
    const posts = { item: 'bulk-handling', entity: CODES.jiaxing, name: '煤炭作业' }
    expect(kind([posts], CODES.jiaxing, '港杂费')).toMatchObject({ item: 'bulk-handling', how: 'alias' })
    expect(kind([posts], CODES.taizhou, '港杂费')).toBe('ambiguous')
  })
})

describe('a name that is only like one', () => {
  test.for([
    ['港口设施保按费', 'port-facility-security', '读音相同'],
    ['货物港物费', 'cargo-port-dues', '读音相同'],
    ['码头操做费', 'thc', '读音相同'],
    ['Terminal Handling Charg', 'thc', 'a missing letter'],
    ['huowugangwufei', 'cargo-port-dues', 'pinyin'],
    ['gkssbaf', 'port-facility-security', 'initials'],
  ] as const)('%s is surely %s: %s', ([name, item]) => {
    expect(means(name)).toBe(`${item} alike`)
  })

  test.for([
    ['换箱费', '读作还箱费，是另一回事'],
    ['抱关费', '三字错一字'],
    ['设备交接单押金', 'a deposit on what is listed'],
    ['港口建设维护费', 'a name made to look like an abolished one'],
    ['查验处理费', '查验的收费有好几项'],
    ['码头费+港务费', 'one of two charges is not known'],
  ] as const)('%s is never sure: %s', ([name]) => {
    expect(matchName(index, name, TODAY, null).kind).not.toBe('item')
  })

  test.for([
    ['一般贸易报关费', 'customs-declaration'],
    ['报关费（加急）', 'customs-declaration'],
    ['拖车待时费', 'standby'],
  ] as const)('%s is some kind of a listed charge, so it is left to a person', ([name, item]) => {
    expect(means(name)).toBe(item)
    expect(matchName(index, name, TODAY, null).kind).toBe('ambiguous')
  })

  test.for(['茶水费', '高温补贴', 'BAF', '燃油附加费', '码头服务费', '费', '20GP', '34元/箱', ''])(
    '%s is on no list',
    (name) => {
      expect(matchName(index, name, TODAY, null).kind).toBe('none')
    },
  )
})

test('items that one name bundles are told apart', () => {
  const named = (name: string) => itemsNamedIn(index, name, TODAY)
  expect(named('订舱费（含港务费）')).toEqual(['booking', 'cargo-port-dues'])
  expect(named('THC+文件费+铅封费')).toEqual(['thc', 'document-fee', 'seal-fee'])
  expect(named('报关报检费')).toEqual(['customs-declaration', 'inspection-declaration'])
  expect(named('港口包干费（不含港务费）')).toEqual(['port-operation-lumpsum'])
  expect(named('箱单+铅封费')).toEqual(['seal-fee'])
  expect(named('THC（码头操作费）')).toEqual(['thc'])
  expect(named('茶水费')).toEqual([])
})

test('every official name of every item means that item, whatever the day', () => {
  for (const on of [TODAY, day('2016-01-01')])
    for (const [item, versions] of source.reference.of.item)
      for (const { payload } of versions)
        for (const name of payload === null ? [] : [item, payload.name.zh, payload.name.en!])
          expect(matchName(bare, name, on, null), name).toMatchObject({ kind: 'item', match: { item, score: 1 } })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...'港口设施保安费引航订舱含（）+*/ 20gphq\'"元箱thc\u0000\ud800😀①ﬀ'),
    maxLength: 60,
  }),
  fc.constantFrom(...LABELLED.map(({ name }) => name)).chain((name) => fc.string().map((more) => name + more)),
  fc.constantFrom('constructor', '__proto__', 'toString 港务费'),
  fc.constantFrom('港', '1', 'a', ' ', '（').map((char) => char.repeat(5000)),
)

test('anything may stand on a bill: nothing throws, the answer is always the same, at most eight candidates', () => {
  const again = nameIndex(source)
  fc.assert(
    fc.property(anything, fc.constantFrom(null, CODES.terminal), (name, entity) => {
      const matched = matchName(index, name, TODAY, entity)
      expect(matchName(again, name, TODAY, entity)).toEqual(matched)
      const shown = matched.kind === 'ambiguous' ? matched.candidates : matched.nearest
      expect(shown.length).toBeLessThanOrEqual(8)
      for (const { item, score } of shown) {
        expect(source.reference.of.item.has(item)).toBe(true)
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1)
      }
      expect(new Set(itemsNamedIn(index, name, TODAY)).size).toBe(itemsNamedIn(index, name, TODAY).length)
    }),
    { numRuns: 300 },
  )
})

describe('on the labelled names', () => {
  const reads = readAll(index, TODAY)
  const half = (wanted: string) => reads.filter((read) => read.half === wanted)

  test('there are enough of them, about half on the list and half off it', () => {
    const off = LABELLED.filter(({ items }) => items === null).length
    expect(LABELLED.length).toBeGreaterThanOrEqual(320)
    expect(new Set(LABELLED.map(({ name }) => name)).size).toBe(LABELLED.length)
    expect(off / LABELLED.length).toBeGreaterThan(0.45)
    expect(off / LABELLED.length).toBeLessThan(0.55)
    for (const item of LABELLED.flatMap(({ items }) => items ?? []))
      expect(source.reference.of.item.has(item), item).toBe(true)
  })

  test('the threshold is the least at which nothing on the tuning half is surely wrong', () => {
    expect(measured(half('tuning')).wrong).toBe(0)
    expect(measured(half('tuning'), { ...THRESHOLD, sure: THRESHOLD.sure - 0.05 }).wrong).toBeGreaterThan(0)
  })

  test('on the half held out, what is sure is right 99 times in 100, and most of what is listed is sure', () => {
    const { precision, recall, ambiguous, missed } = measured(half('held_out'))
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.93)
    expect(ambiguous).toBeLessThanOrEqual(0.08)
    expect(missed).toBeLessThanOrEqual(2)
  })
  test('so it is on names written when all was settled, harder ones', () => {
    const { precision, recall, missed } = measured(readAll(index, TODAY, WRITTEN_LAST))
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.74)
    expect(missed).toBeLessThanOrEqual(5)
  })
})
