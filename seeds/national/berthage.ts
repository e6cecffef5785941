import type { Basis, Provenance } from '../../catalogue/basis.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { text } from '../../catalogue/text.ts'
import { govStandard, perPeriod } from '../seed.ts'
import { BY_NET_TON } from './terms.ts'

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
      terms: BY_NET_TON,
      posted: `停泊费，${VOYAGE[voyage][0]}，${USE[use][0]}：${amount}元/净吨·${period === 'day' ? '日' : '小时'}。上限价。`,
      basis: by,
      provenance,
    }),
  )
