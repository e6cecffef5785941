import type { Basis, Provenance } from '../../catalogue/basis.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { govStandard, perPeriod } from '../seed.ts'
import { BY_NET_TON, BY_NET_TON_HOUR, underArticles } from './terms.ts'

type Row = [
  voyage: 'international' | 'domestic',
  use: 'productive' | 'non_productive' | 'anchorage',
  period: 'day' | 'hour',
  amount: string,
]

const ROWS: readonly Row[] = [
  ['international', 'productive', 'day', '0.25'],
  ['international', 'non_productive', 'hour', '0.15'],
  ['international', 'anchorage', 'day', '0.05'],
  ['domestic', 'productive', 'day', '0.08'],
  ['domestic', 'non_productive', 'day', '0.12'],
]

const VOYAGE = { international: ['国际航线', 'International'], domestic: ['国内航线', 'Domestic'] } as const
const USE = {
  productive: ['码头、浮筒生产性停泊', 'productive stay at berth or buoy'],
  non_productive: ['码头非生产性停泊', 'non-productive stay at berth'],
  anchorage: ['锚地停泊', 'at anchorage'],
} as const

const COUNTED: Record<'day' | 'hour', Text> = {
  day: text(
    '24小时为1日，不足1日按1日。计时规则为1997年规则原文，2019年办法的条号待核实。',
    'A day is 24 hours, part of one counts as one. The rule is verified for the rules of 1997; its article in those of 2019 is to be verified.',
  ),
  hour: text(
    '不足1小时按1小时；超过1小时的，余数不满半小时按半小时，超过半小时按1小时。计时规则为1997年规则原文，2019年办法的条号待核实。',
    'Under an hour counts as one; beyond it a remainder up to half an hour counts as half, more as one. The rule is verified for the rules of 1997; its article in those of 2019 is to be verified.',
  ),
}

/** 停泊费: five ceilings per net ton and day, or hour. */
export const berthages = (by: Basis[], provenance: Provenance): FeeStandard[] =>
  ROWS.map(([voyage, use, period, amount]) =>
    govStandard({
      item: 'berthage',
      line: `${voyage}-${use.replace('_', '-')}`,
      label: text(`${VOYAGE[voyage][0]}，${USE[use][0]}`, `${VOYAGE[voyage][1]}, ${USE[use][1]}`),
      rate: perPeriod(period, 0, [1, amount]),
      unit: period === 'day' ? 'net_ton_day' : 'net_ton_hour',
      ceiling: true,
      conditions: { voyage: [voyage], use: [use] },
      terms: underArticles(period === 'hour' ? BY_NET_TON_HOUR : BY_NET_TON, by, true),
      posted: `停泊费，${VOYAGE[voyage][0]}，${USE[use][0]}：${amount}元/净吨·${period === 'day' ? '日' : '小时'}。上限价。`,
      basis: by,
      provenance,
      remark: COUNTED[period],
    }),
  )
