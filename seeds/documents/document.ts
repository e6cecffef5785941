import { day } from '../../catalogue/day.ts'
import type { Document } from '../../catalogue/document.ts'
import { text } from '../../catalogue/text.ts'

type Days = { issued?: string; effective?: string; ended?: string }
type Told = Pick<Document, 'code' | 'number' | 'title' | 'issuer' | 'summary' | 'provenance'> & Days

const dayOrNull = (given: string | undefined) => (given === undefined ? null : day(given))

/** 依据文件 as the seeds write one: a day that no source gives is left out, never guessed. */
export const document = ({ issued, effective, ended, ...told }: Told): Document => ({
  ...told,
  issued: dayOrNull(issued),
  effective: dayOrNull(effective),
  ended: dayOrNull(ended),
  href: null,
})

/** Who issued it. */
export const MOC = text('交通部', 'Ministry of Communications')
export const MOT = text('交通运输部', 'Ministry of Transport')
export const MOT_NDRC = text(
  '交通运输部、国家发展改革委',
  'Ministry of Transport; National Development and Reform Commission',
)
export const NPC = text('全国人民代表大会常务委员会', 'Standing Committee of the National People’s Congress')
export const STATE_COUNCIL = text('国务院', 'State Council')
export const SAMR = text('国家市场监督管理总局', 'State Administration for Market Regulation')
