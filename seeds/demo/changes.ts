import { type Line, say, withdraw } from '../../catalogue/release.ts'
import type { Change, Why } from '../../catalogue/statement.ts'
import { keyOf } from '../../catalogue/subject.ts'
import { text } from '../../catalogue/text.ts'
import type { Validity } from '../../catalogue/validity.ts'
import { between, from, type SeedRelease, why } from '../seed.ts'
import type { Figure } from './figures.ts'
import { JIAXING_SHIP_SERVICES, WENZHOU_TERMINAL } from './lists/coast-terminals.ts'
import { YIWU_INLAND_PORT } from './lists/inland-and-air.ts'
import { SHIP_AGENT } from './lists/ningbo-agents.ts'
import { NINGBO_TERMINAL } from './lists/ningbo-terminal.ts'
import { latestOf, type PriceList, rowOf, standardsOf } from './price-list.ts'

/** A line outside the yearly lists: a row of a list at another figure, on some days, for a reason. */
export function changed(
  list: PriceList,
  [item, line]: [item: string, line: string],
  figure: Figure,
  valid: Validity,
  because: Why,
  change: Exclude<Change, 'withdraw'> = 'revise',
): Line[] {
  return standardsOf(list, rowOf(list, item, line), figure).map((one) => say('standard', one, valid, because, change))
}

/** The end of a row of a list, all its sizes. */
export const ended = (list: PriceList, [item, line]: [string, string], valid: Validity, because: Why): Line[] =>
  latestOf(list, rowOf(list, item, line)).map((one) => withdraw('standard', keyOf.standard(one), valid, because))

const ELECTRONIC = why(
  '设备交接单电子化推广到全省港区，纸质单停用，不再收费，无替代项目。',
  'The interchange receipt is electronic throughout the province; the paper one is no longer used or charged, and nothing replaces it.',
  'zhejiang-2021-plan',
)

/** 取消: the paper interchange receipt, without a successor. */
export const WITHDRAWAL: SeedRelease = {
  publishedAt: '2022-12-09T14:18:00+08:00',
  title: text('示例：取消纸质设备交接单费', 'Demonstration: the paper interchange receipt is no longer charged'),
  note: null,
  backfilled: false,
  lines: [
    withdraw('item', 'eir-paper', from('2023-01-01'), ELECTRONIC),
    ...ended(SHIP_AGENT, ['eir-paper', 'box'], from('2023-01-01'), ELECTRONIC),
  ],
}

const MISREAD = why(
  '录入差错：待时费误录为1050元，落地捣箱误录为155/232.5元，现按企业当时张贴的价目更正；已按错误价目核对过账单的企业请重新核对。',
  'Entered wrongly: standby as 1,050, restow via the quay as 155 and 232.5. Put right from the lists that hung on the wall; companies that checked bills against the wrong figures should check again.',
)

/** 更正: what was always wrong on days gone by. */
export const CORRECTION: SeedRelease = {
  publishedAt: '2026-07-14T10:12:00+08:00',
  title: text('示例：更正温州、宁波两家码头的历史价目', 'Demonstration: past prices of two terminals put right'),
  note: text('只更正已过去的日期，现行价目不变。', 'Only days gone by; today’s prices stand.'),
  backfilled: false,
  lines: [
    ...changed(WENZHOU_TERMINAL, ['standby', 'gang'], '1030', between('2023-05-01', '2026-04-01'), MISREAD, 'correct'),
    ...changed(
      NINGBO_TERMINAL,
      ['restow', 'via-quay'],
      '152/228',
      between('2025-01-01', '2025-07-01'),
      MISREAD,
      'correct',
    ),
  ],
}

const LOOKED = why(
  '2026年年度核对，价目与现场公示一致，没有变化。',
  'The yearly check of 2026: the prices agree with those on site; nothing has changed.',
)

/** 确认: lists looked through and found as they were. */
export const CONFIRMATION: SeedRelease = {
  publishedAt: '2026-09-08T15:24:00+08:00',
  title: text(
    '示例：2026年年度核对（嘉兴船舶服务、义乌陆港）',
    'Demonstration: yearly check of 2026, Jiaxing and Yiwu',
  ),
  note: null,
  backfilled: false,
  lines: [JIAXING_SHIP_SERVICES, YIWU_INLAND_PORT].flatMap((list) =>
    list.rows
      .filter((_, n) => n % 2 === 0)
      .flatMap((row) => latestOf(list, row))
      .map((standard) => say('standard', standard, from('2026-09-15'), LOOKED, 'confirm')),
  ),
}
