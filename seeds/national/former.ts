import type { Basis } from '../../catalogue/basis.ts'
import type { Conditions } from '../../catalogue/facts.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { text } from '../../catalogue/text.ts'
import type { Unit } from '../../catalogue/unit.ts'
import { basis, fixed, govStandard, recall, seeAttachment } from '../seed.ts'
import { TO_THE_YUAN } from './terms.ts'

type Row = [
  item: string,
  line: string,
  amount: string,
  conditions: Conditions,
  words: [zh: string, en: string],
  unit: Unit,
]

const ROWS: readonly Row[] = [
  [
    'mooring',
    'wharf-to-2000',
    '107',
    { moored_at: ['wharf'], net_tonnage: { to: '2000' } },
    ['码头，2,000净吨及以下', 'At a wharf, up to 2,000 NT'],
    'time',
  ],
  [
    'mooring',
    'buoy-to-2000',
    '159',
    { moored_at: ['buoy'], net_tonnage: { to: '2000' } },
    ['浮筒，2,000净吨及以下', 'At a buoy, up to 2,000 NT'],
    'time',
  ],
  [
    'mooring',
    'wharf-over-2000',
    '213',
    { moored_at: ['wharf'], net_tonnage: { over: '2000' } },
    ['码头，2,000净吨以上', 'At a wharf, over 2,000 NT'],
    'time',
  ],
  [
    'mooring',
    'buoy-over-2000',
    '318',
    { moored_at: ['buoy'], net_tonnage: { over: '2000' } },
    ['浮筒，2,000净吨以上', 'At a buoy, over 2,000 NT'],
    'time',
  ],
  ['hatch-handling', 'to-2000', '264', { net_tonnage: { to: '2000' } }, ['2,000净吨及以下', 'Up to 2,000 NT'], 'time'],
  ['hatch-handling', 'over-2000', '530', { net_tonnage: { over: '2000' } }, ['2,000净吨以上', 'Over 2,000 NT'], 'time'],
  ['pilot-detention', 'international', '20', {}, ['每人每小时', 'Per pilot and hour'], 'person_hour'],
]

/** Charges of the 1997 rules that ended with the unified rules of 2016: amounts confirmed, bands from memory. */
export const chargesOf1997 = (): FeeStandard[] =>
  ROWS.map(([item, line, amount, conditions, [zh, en], unit]) =>
    govStandard({
      item,
      line,
      label: text(zh, en),
      rate: fixed(amount),
      unit,
      conditions,
      terms: TO_THE_YUAN,
      posted: `${zh}：${amount}元${unit === 'time' ? '/次' : '/人·小时'}。`,
      basis: [basis('moc-1997-3')],
      provenance: recall('系解缆107/159/213/318、开关舱264/530元两处一致，分档及引航员滞留费凭记忆'),
    }),
  )

const SCOPES = {
  lighterage: ['驳船取送费', 'Lighterage', 'call'],
  trimming: ['特殊平舱费', 'Special trimming', 'ton'],
} as const

/** 驳船取送费、特殊平舱费 while they were items of their own: the rates stand in a table that the portal has not seen. */
export const ownItemsUntil2018 = (by: Basis[], table: string): FeeStandard[] =>
  (['lighterage', 'trimming'] as const).map((item) =>
    govStandard({
      item,
      line: 'national',
      label: text(SCOPES[item][0], SCOPES[item][1]),
      rate: seeAttachment(table),
      unit: SCOPES[item][2],
      ceiling: true,
      posted: `${SCOPES[item][0]}，见${table}。`,
      basis: by,
      provenance: recall('费率原文未见'),
    }),
  )
