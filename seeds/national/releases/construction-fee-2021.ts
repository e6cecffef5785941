import { withdraw } from '../../../catalogue/release.ts'
import { keyOf } from '../../../catalogue/subject.ts'
import { text } from '../../../catalogue/text.ts'
import { endDocument, publishDocuments } from '../../documents.ts'
import { from, type SeedRelease, why } from '../../seed.ts'
import { constructionFees } from '../government.ts'

const VALID = from('2021-01-01')
const abolished = why(
  '财政部公告：自2021年1月1日起取消港口建设费。2021年1月1日及以后继续收取的，属于对明令取消的项目继续收费。',
  'Announcement of the Ministry of Finance: the port construction fee is abolished from 1 January 2021. Charging it on or after that day is charging an abolished item.',
  'mof-2021-8',
)

/** 财政部公告2021年第8号: told in March, in force since New Year. */
export const endOfConstructionFee: SeedRelease = {
  publishedAt: '2021-03-19T10:00:00+08:00',
  title: text('取消港口建设费', 'Port construction fee abolished'),
  note: text(
    '公告日待核实；追溯自2021年1月1日起取消。',
    'Day of announcement to be verified; the abolition reaches back to 1 January 2021.',
  ),
  backfilled: true,
  lines: [
    ...publishDocuments('2021-03-19', abolished, 'mof-2021-8'),
    endDocument(abolished, 'port-construction-fee-rules', '2020-12-31'),
    withdraw('item', 'port-construction-fee', VALID, abolished),
    ...constructionFees().map((fee) => withdraw('standard', keyOf.standard(fee), VALID, abolished)),
  ],
}
