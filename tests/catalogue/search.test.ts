import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import { PLAIN } from '../../catalogue/fee-standard.ts'
import { type Line, say, withdraw } from '../../catalogue/release.ts'
import { closest, edits } from '../../catalogue/search/distance.ts'
import { rank } from '../../catalogue/search/found.ts'
import { grams, looseGrams, strictGrams } from '../../catalogue/search/grams.ts'
import { fold, normalise } from '../../catalogue/search/normalise.ts'
import { readQuery } from '../../catalogue/search/query.ts'
import { type Term, termsOf } from '../../catalogue/search/terms.ts'
import { SIMPLIFIED } from '../../catalogue/search/traditional.ts'
import { text } from '../../catalogue/text.ts'

const always = { from: day('2019-04-01'), until: null }
const because = { zh: '公布', en: null, documents: [] }
const provenance = { mark: 'recall', source: '测试' } as const

const item = (code: string, zh: string, en: string, aliases: string[], content = `${zh}所含的服务。`): Line => {
  const payload: FeeItem = {
    code,
    name: text(zh, en),
    parent: null,
    position: 1,
    pricing: 'market',
    nature: 'service_fee',
    link: 'terminal',
    payer: 'ship',
    payee: null,
    content: text(content),
    at: ['sea'],
    facts: [],
    aliases,
    voluntary: false,
    basis: [],
    provenance,
    remark: null,
  }
  return say('item', payload, always, because)
}

const posted = (itemCode: string, own_name: string): Line =>
  say(
    'standard',
    {
      item: itemCode,
      port: 'CNNGB',
      area: null,
      entity: '91330206MA2DEM0171',
      line: 'x',
      label: null,
      own_name,
      rate: { form: 'at_cost' },
      unit: 'call',
      currency: 'CNY',
      ceiling: false,
      conditions: {},
      terms: PLAIN,
      posted: own_name,
      basis: [],
      provenance,
      remark: null,
    },
    always,
    because,
  )

const terms = termsOf(
  [
    item('pilotage', '引航（移泊）费', 'Pilotage and shifting', ['引水费'], '引航员引领船舶进出港、靠离泊。'),
    item('towage', '拖轮费', 'Towage', ['拖带费'], '拖轮协助船舶靠离泊，可与引航同时进行。'),
    item('tally', '理货服务费', 'Tallying', []),
    item('berthage', '停泊费', 'Berthage', []),
    item('cargo-port-dues', '货物港务费', 'Cargo port dues', ['wharfage']),
    item('port-facility-security', '港口设施保安费', 'Port facility security charge', ['ISPS']),
    item('container-handling', '集装箱装卸包干费', 'Container handling lump sum', ['码头操作费', 'THC']),
    item('return-box', '还箱费', 'Empty return', []),
    posted('container-handling', '吊箱上下车费'),
    posted('container-handling', '吊箱上下车费'),
  ],
  3,
)

const found = (typed: string) => rank(readQuery(typed), terms, 10)
const first = (typed: string) => found(typed).matches[0]
const marked = (typed: string) => {
  const { term, marks } = first(typed)!
  return marks
    .toReversed()
    .reduce((shown, [from, to]) => `${shown.slice(0, from)}[${shown.slice(from, to)}]${shown.slice(to)}`, term)
}

describe('what is typed is found', () => {
  test.for([
    ['引航', 'pilotage'],
    ['理货', 'tally'],
    ['引航费', 'pilotage'],
    ['引航(移泊)费', 'pilotage'],
    ['引 航 费', 'pilotage'],
    ['引航费多少钱', 'pilotage'],
    ['吊箱', 'container-handling'],
    ['吊箱上下车费', 'container-handling'],
    ['THC', 'container-handling'],
    ['ＴＨＣ', 'container-handling'],
    ['wharfage', 'cargo-port-dues'],
    ['cargo-port-dues', 'cargo-port-dues'],
    ['Cargo Port Dues', 'cargo-port-dues'],
    ['security', 'port-facility-security'],
    ['security port', 'port-facility-security'],
    ['引航员', 'pilotage'],
    ['裝卸', 'container-handling'],
    ['貨物港務費', 'cargo-port-dues'],
    ['yhf', 'pilotage'],
    ['YHF', 'pilotage'],
    ['lh', 'tally'],
    ['baf', 'port-facility-security'],
    ['yinhangfei', 'pilotage'],
    ['yin hang fei', 'pilotage'],
    ['yinhf', 'pilotage'],
    ['huanxiang', 'return-box'],
  ] as const)('%s is %s', ([typed, code]) => {
    expect(first(typed)?.key).toBe(code)
  })
})

describe('a slip is understood', () => {
  test.for([
    ['引行费', 'pilotage', '读音相同'],
    ['隐航', 'pilotage', '读音相同'],
    ['引舫费', 'pilotage', 'a wrong character'],
    ['港设施保安费', 'port-facility-security', 'a missing character'],
    ['货物港港务费', 'cargo-port-dues', 'a character too many'],
    ['piltage', 'pilotage', 'a missing letter'],
    ['pilotgae', 'pilotage', 'two letters changed round'],
    ['towagge', 'towage', 'a letter too many'],
    ['cargoportdue', 'cargo-port-dues', 'no spaces'],
    ['port facilty securty', 'port-facility-security', 'slips in two words'],
    ['tuolnfei', 'towage', 'a slip in pinyin'],
  ] as const)('%s is %s: %s', ([typed, code]) => {
    expect(first(typed)?.key).toBe(code)
  })
})

test('names come before operators’ names, and service content only where no name says it', () => {
  expect(found('引航').matches.map(({ key }) => key)).toEqual(['pilotage'])
  expect(found('靠离泊').matches.map(({ key, field }) => [key, field])).toEqual([
    ['pilotage', 'content'],
    ['towage', 'content'],
  ])
})

test('the beginning of a name comes before its middle, and a short name before a long one', () => {
  const others = termsOf(
    [item('b', '港务费', 'b', []), item('a', '货物港务费', 'a', []), item('c', '港务费补贴', 'c', [])],
    1,
  )
  expect(rank(readQuery('港务'), others, 10).matches.map(({ key }) => key)).toEqual(['b', 'c', 'a'])
})

test('equal answers are in order of publication, then of their code', () => {
  const named = (code: string, since: number) => termsOf([item(code, '港务费', code, [])], since)
  const order = (...sets: Term[][]) => rank(readQuery('港务费'), sets.flat(), 10).matches.map(({ key }) => key)
  expect(order(named('b', 2), named('a', 2), named('c', 1))).toEqual(['c', 'a', 'b'])
  expect(order(named('c', 1), named('a', 2), named('b', 2))).toEqual(['c', 'a', 'b'])
})

test('where nothing answers, what is nearest is named instead', () => {
  expect(found('理贷')).toMatchObject({ matches: [], nearest: [{ key: 'tally' }] })
  expect(found('zzzzzz')).toEqual({ matches: [], nearest: [] })
})

test('highlights stand on the words in the name as it is published', () => {
  expect(marked('移泊')).toBe('引航（[移泊]）费')
  expect(marked('裝卸')).toBe('集装箱[装卸]包干费')
  expect(marked('ｄｕｅｓ')).toBe('cargo-port-[dues]')
  expect(marked('baf')).toBe('港口设施[保安费]')
  expect(marked('huanxiang')).toBe('[还箱]费')
  expect(marked('piltage')).toBe('[pilotage]')
  expect(marked('security port')).toBe('[port]-facility-[security]')
})

test('each name is kept once, with the release that says it; a withdrawal names nothing', () => {
  expect(terms.filter(({ field }) => field === 'own_name')).toEqual([
    {
      kind: 'item',
      key: 'container-handling',
      field: 'own_name',
      term: '吊箱上下车费',
      norm: '吊箱上下车费',
      since: 3,
    },
  ])
  expect(termsOf([withdraw('item', 'pilotage', always, because)], 4)).toEqual([])
})

test('every Chinese name is kept by its sounds too', () => {
  const sounds = terms.filter(({ field, key }) => field === 'pinyin' && ['pilotage', 'return-box'].includes(key))
  expect(sounds.map(({ norm }) => norm)).toEqual([
    'yin hang yi bo fei',
    'yin hang fei',
    'yin shui fei',
    'huan xiang fei',
  ])
})

test('texts are folded alike, whoever wrote them', () => {
  expect(normalise('交水规〔2019〕2号')).toBe('交水规 2019 2号')
  expect(normalise('  Ｃafé\u0000—ISPS\ud800😀')).toBe('cafe isps')
  expect(normalise('臺州港務')).toBe('台州港务')
  for (const [traditional, simplified] of SIMPLIFIED) expect([...traditional, ...simplified]).toHaveLength(2)
})

test('edits are counted as people slip', () => {
  expect([edits('tally', 'tally'), edits('talyl', 'tally'), edits('tlly', 'tally'), edits('', 'abc')]).toEqual([
    0, 1, 1, 3,
  ])
  expect(closest('保按费', '港口设施保安费')).toEqual({ edits: 1, start: 4, end: 7 })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...'引航费港口保安 thcyhf\'"\\&|!():*<>\u0000😀①ﬀİ가𐐷𐐷𠮷'), maxLength: 120 }),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.nat(120))
    .map(([char, count]) => char.repeat(count)),
)

test('anything may be typed: nothing throws, highlights lie within the name, and the same is found again', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const answer = found(typed)
      for (const { term, marks } of [...answer.matches, ...answer.nearest]) {
        for (const [from, to] of marks) expect(0 <= from && from < to && to <= term.length).toBe(true)
        for (const [at, [from]] of marks.entries()) expect(at === 0 || marks[at - 1]![1] < from).toBe(true)
      }
      expect(rank(readQuery(typed), terms.toReversed(), 10)).toEqual(answer)
      for (const gram of [...strictGrams(readQuery(typed)).flat(), ...looseGrams(readQuery(typed))])
        expect(gram).toMatch(/^\^?[\p{L}\p{N}]+\$?$/u)
    }),
    { numRuns: 400 },
  )
})

test('any part of any text is found in it by its grams, and folding twice is folding once', () => {
  fc.assert(
    fc.property(anything, fc.nat(20), fc.integer({ min: 1, max: 20 }), (whole, from, length) => {
      const { norm, origin } = fold(whole)
      expect(origin).toHaveLength(norm.replaceAll(' ', '').length)
      expect(normalise(norm)).toBe(norm)
      const words = norm
        .split(' ')
        .slice(from % 5, (from % 5) + length)
        .join(' ')
      const held = new Set(grams(norm))
      const alternatives = strictGrams(readQuery(words))
      if (words !== '' && [...words].length < 100)
        expect(alternatives.some((all) => all.every((gram) => held.has(gram)))).toBe(true)
    }),
    { numRuns: 400 },
  )
})
