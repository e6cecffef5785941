import { addDays, type Day, day } from '../../catalogue/day.ts'
import type { Category } from '../../complaints/words.ts'
import { CODES } from '../demo/entities.ts'
import type { Act, DemoCase } from './case.ts'
import { charge, filing, keyOf } from './filing.ts'

type Kind = { category: Category; name: string; amount: string; found: boolean; violation?: string; refund?: string }

/** What is complained of most often, as the eight published cases of 2019 have it. */
const KINDS: readonly Kind[] = [
  { category: 'off_list', name: '夜班操作附加费', amount: '150.00', found: true, violation: 'beyond_mark' },
  {
    category: 'over_standard',
    name: '港口设施保安费',
    amount: '28.00',
    found: true,
    violation: 'above_standard',
    refund: '20.00',
  },
  { category: 'off_list', name: '消防监护费', amount: '300.00', found: true, violation: 'own_item' },
  { category: 'duplicate', name: '码头操作费', amount: '620.00', found: false },
  { category: 'split', name: '围油栏布防服务费', amount: '4500.00', found: true, violation: 'split' },
  { category: 'price_marking', name: '提箱预约费', amount: '20.00', found: false },
]

const PLACES = [
  { port: 'CNNGB', area: 'beilun', entity: CODES.terminal, entity_name: '宁波示例集装箱码头有限公司' },
  { port: 'CNNGB', area: 'beilun', entity: CODES.yard, entity_name: '宁波示例集装箱堆场有限公司' },
  { port: 'CNNGB', area: 'meishan', entity: CODES.forwarder, entity_name: '宁波示例国际货运代理有限公司' },
] as const

/** So many more, over the months of 2026. */
const COUNT = 42

const at = (on: Day, time: string): string => `${on}T${time}:00+08:00`

/** 示例案件 of which only the figures matter: what statistics need in order to be statistics. */
export const MANY: readonly DemoCase[] = Array.from({ length: COUNT }, (_, n) => one(n))

function one(n: number): DemoCase {
  const kind = KINDS[(n * 7) % KINDS.length]!
  const place = PLACES[(n * 5) % PLACES.length]!
  const on = addDays(day('2026-04-16'), n * 5)
  return {
    key: keyOf(100 + n),
    at: at(on, '10:00'),
    filing: filing({
      ...place,
      goals: ['investigate'],
      category: kind.category,
      charges: [charge(kind.name, addDays(on, -10), kind.amount, { quantity: '1', unit: '箱' })],
      statement: `账单中的${kind.name}与公示清单不符，请核查。（示例第${n + 1}件）`,
    }),
    acts: on > '2026-10-25' ? [] : ended(on, kind, n),
  }
}

/** Accepted, filed or not, decided, told; one in nine too late. */
function ended(on: Day, { found, violation, amount, refund = amount }: Kind, n: number): Act[] {
  const late = n % 9 === 4 ? 20 : 0
  const accepted: Act = { at: at(addDays(on, 2), '09:00'), by: 'handler', step: 'accept' }
  const told = (day: Day): Act => ({
    at: at(day, '15:00'),
    by: 'handler',
    step: 'notify',
    input: { delivery: 'portal', on: day },
  })
  if (!found) {
    const day = addDays(on, 9 + late)
    const input = { reason: 'no_violation' }
    const words = '经核查，收费与公示标准一致。'
    return [
      accepted,
      { at: at(day, '10:00'), by: 'handler', step: 'decide_not_to_file', input, words, signed: 'supervisor' },
      told(addDays(day, 1)),
    ]
  }
  const input = {
    outcome: 'violation_found',
    findings: [{ n: 1, found: true, violation }],
    laws: [violation],
    refund,
  }
  const decided = addDays(on, 20 + late)
  return [
    accepted,
    { at: at(addDays(on, 8 + late), '10:00'), by: 'handler', step: 'file_case', signed: 'supervisor' },
    {
      at: at(decided, '10:00'),
      by: 'handler',
      step: 'decide',
      input,
      words: '经查属实，责令退还。',
      signed: 'supervisor',
    },
    told(addDays(decided, 1)),
  ]
}
