import { day } from '../../catalogue/day.ts'
import { type Line, say } from '../../catalogue/release.ts'
import type { Why } from '../../catalogue/statement.ts'
import { text } from '../../catalogue/text.ts'
import { from } from '../seed.ts'

/** 数据覆盖: the government's items are complete from 2017-09-15, and were checked through a day. */
export const coverage = (verifiedThrough: string, because: Why, change?: 'confirm'): Line =>
  say(
    'coverage',
    {
      port: null,
      entity: null,
      verified_through: day(verifiedThrough),
      note: text(
        '2017年9月15日起的政府定价、政府指导价项目和政府性基金齐全；此前只收录部分项目，不作“清单外”判断。标有“待核实”的数值除外。',
        'Government-set and government-guided items and funds are complete from 15 September 2017. Earlier days hold some items only, and nothing is judged off the list there. Figures marked “to be verified” are excepted.',
      ),
    },
    from('2017-09-15'),
    because,
    change,
  )
