import type { Unit } from '../unit.ts'

/** How bills write what is counted; likeliest meaning first. */
export const COUNT_WORDS: readonly [words: string, units: readonly Unit[]][] = [
  ['箱 柜 集装箱 货柜 标箱 自然箱 自然柜 只箱 个箱 小箱 大箱 小柜 大柜 重箱 空箱', ['container']],
  ['cntr cntrs ctn container containers ctr box boxes van unit units', ['container']],
  ['计费吨 运费吨 rt frt wm revenueton revenuetons', ['revenue_ton']],
  ['净吨 净吨位 nt nrt netton nettons', ['net_ton']],
  ['吨 公吨 重量吨 t mt ton tons tonne tonnes', ['ton', 'revenue_ton', 'net_ton']],
  ['体积吨 尺码吨 立方米 立方 方 m3 cbm', ['m3', 'revenue_ton']],
  ['千克 公斤 kg kgs', ['kg']],
  ['千瓦时 度 kwh', ['kwh']],
  ['拖轮艘次 拖轮次', ['tug_movement']],
  ['艘次 艘', ['tug_movement', 'call']],
  ['船次 艘船 靠泊次 call calls', ['call', 'voyage']],
  ['航次 voyage voyages voy', ['voyage', 'call']],
  ['票 票货 提单 bl hbl mbl bls bill bills shipment', ['bill', 'declaration']],
  ['报关单 关单 declaration', ['declaration']],
  ['单 份 set sets doc', ['bill', 'declaration', 'piece']],
  ['件 piece pieces pc pcs pkg pkgs', ['piece']],
  ['枚 seal seals', ['seal', 'piece']],
  ['个 只 支 ea each', ['container', 'piece', 'seal']],
  ['车 辆 车次 台 truck trucks', ['vehicle']],
  ['次 time times', ['time', 'call', 'tug_movement', 'declaration']],
  ['天 日 day days', ['day', 'container_day', 'net_ton_day', 'ton_day', 'm3_day', 'm2_day']],
  ['小时 时 钟头 hour hours hr hrs', ['hour', 'container_hour', 'net_ton_hour', 'person_hour']],
  ['平方米天 平方米日 平米天 m2天 m2day sqmday', ['m2_day']],
  ['人小时 人时 工时 manhour personhour', ['person_hour']],
  ['净吨海里 ntnm', ['net_ton_nm']],
]

type Period = 'day' | 'hour'

/** How bills write the period for which it is counted. */
export const PERIOD_WORDS: readonly [word: string, period: Period][] = [
  ...['天', '日', 'days', 'day'].map((word): [string, Period] => [word, 'day']),
  ...['小时', '钟头', '时', 'hours', 'hour', 'hrs', 'hr'].map((word): [string, Period] => [word, 'hour']),
]

/** What is counted, for a day or an hour of it. */
export const FOR_A_PERIOD: Record<Period, Partial<Record<Unit, Unit>>> = {
  day: { container: 'container_day', ton: 'ton_day', m3: 'm3_day', net_ton: 'net_ton_day' },
  hour: { container: 'container_hour', net_ton: 'net_ton_hour' },
}
