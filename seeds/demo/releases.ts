import type { Why } from '../../catalogue/statement.ts'
import { text } from '../../catalogue/text.ts'
import { type SeedRelease, why } from '../seed.ts'
import { BATCHES, type Batch } from './batches.ts'
import { CATALOGUE_RELEASE } from './catalogue-release.ts'
import { CONFIRMATION, CORRECTION, WITHDRAWAL } from './changes.ts'
import { entityCovered, portsCovered } from './coverage.ts'
import { operatingTimes } from './operating-times.ts'
import { linesOf, type PriceList } from './price-list.ts'
import { UPCOMING } from './upcoming.ts'

const POSTED = why('企业公示价目。', 'Prices as the entity posted them.')
const SEEN = why('随价目报送，平台逐项核对。', 'Filed with the list and looked through line by line.')

const batchReleases = ({ name, lists, published, also = {} }: Batch): SeedRelease[] =>
  published.map((at, n) => {
    const day = lists[0]!.days[n]!
    return {
      publishedAt: `${at}:00+08:00`,
      title: text(`示例：${name.zh}${day}起价目`, `Demonstration: ${name.en}, prices from ${day}`),
      note: null,
      backfilled: false,
      lines: [
        ...(also[n]?.() ?? []),
        ...lists.flatMap((list) => linesOf(list, n, POSTED)),
        ...lists.map((list) => entityCovered(list, day, SEEN, n > 0)),
      ],
    }
  })

const TIMES: [publishedAt: string, because: Why][] = [
  ['2021-04-28T16:20', why('按任务13首次公开作业时限标准。', 'First published as task 13 asks.', 'zhejiang-2021-plan')],
  [
    '2023-11-15T10:08',
    why('移动端办理后缩短时限。', 'Shorter since orders are placed by phone.', 'zhejiang-2021-plan'),
  ],
  ['2025-01-15T14:44', why('年度修订，金塘码头首次公开。', 'Yearly revision; Jintang for the first time.')],
  ['2026-06-16T09:31', why('年度修订。', 'Yearly revision.')],
]

const timeReleases: SeedRelease[] = TIMES.map(([at, because], n) => ({
  publishedAt: `${at}:00+08:00`,
  title: text('示例：移箱、提箱、场内转运作业时限', 'Demonstration: times for shifting, pick-up and transfer'),
  note: null,
  backfilled: false,
  lines: operatingTimes(n, because),
}))

const CHECKED = why(
  '各口岸目录逐项核对：收费项目、服务内容、收费标准与现场公示一致。',
  'The lists of the ports looked through: items, service and prices agree with those on site.',
  'zhejiang-2021-plan',
)

const coverageReleases: SeedRelease[] = [
  coverageRelease('2021-09-03T11:13', '2021-09-01', false),
  coverageRelease('2023-12-20T15:46', '2023-12-15', true),
  coverageRelease(
    '2026-10-22T10:25',
    '2026-10-20',
    true,
    BATCHES.flatMap(({ lists }) => lists),
  ),
]

function coverageRelease(at: string, through: string, again: boolean, lists: PriceList[] = []): SeedRelease {
  return {
    publishedAt: `${at}:00+08:00`,
    title: text(`示例：口岸目录核对至${through}`, `Demonstration: lists of the ports checked until ${through}`),
    note: null,
    backfilled: false,
    lines: [
      ...portsCovered(through, CHECKED, again),
      ...lists.map((list) => entityCovered(list, through, CHECKED, true)),
    ],
  }
}

/** The demonstration data in the order it was published. */
export const demoReleases: SeedRelease[] = [
  CATALOGUE_RELEASE,
  ...BATCHES.flatMap(batchReleases),
  ...timeReleases,
  WITHDRAWAL,
  CORRECTION,
  CONFIRMATION,
  ...coverageReleases,
  ...UPCOMING,
].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))
