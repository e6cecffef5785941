import { day } from '../../catalogue/day.ts'
import { type Line, say } from '../../catalogue/release.ts'
import type { Why } from '../../catalogue/statement.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { from } from '../seed.ts'
import { CODES } from './entities.ts'
import type { PriceList } from './price-list.ts'

/** The ports, and the first day of which the portal holds the whole list of each. */
const PORT_DAYS: Record<string, string> = {
  CNNGB: '2021-06-01',
  CNWNZ: '2021-07-01',
  CNJIX: '2021-07-01',
  'X-TAIZHOU': '2021-07-01',
  CNYIW: '2021-09-01',
  CNHGH: '2021-09-01',
}

/** 数据覆盖 of one entity at its port: whole from its first list on, looked through until the day given. */
export const entityCovered = (list: PriceList, through: string, why: Why, again: boolean): Line =>
  covered(list.port, list.entity, list.days[0]!, through, why, again)

/** 数据覆盖 of every port that had a list by the day given. */
export const portsCovered = (through: string, why: Why, again: boolean): Line[] =>
  Object.entries(PORT_DAYS)
    .filter(([, first]) => first <= through)
    .map(([port, first]) => covered(port, null, first, through, why, again))

function covered(port: string, entity: string | null, first: string, through: string, why: Why, again: boolean): Line {
  const payload = { port, entity, verified_through: day(through), note: noteOf(port, entity) }
  return say('coverage', payload, from(first), why, again ? 'revise' : 'new')
}

function noteOf(port: string, entity: string | null): Text | null {
  if (entity === CODES.jintang) return LATE
  return port === 'CNNGB' && entity === null ? BUT_JINTANG : null
}

const LATE = text(
  '该单位2025-01-01起报送目录，此前的日期没有数据。',
  'This entity has filed its list since 2025-01-01; there is no data for earlier days.',
)
const BUT_JINTANG = text(
  '舟山示例金塘集装箱码头自2025-01-01起报送。',
  'The Jintang example terminal has filed since 2025-01-01.',
)
