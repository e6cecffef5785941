import type { Day } from '../../catalogue/day.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { said } from '../../views/locale/format.ts'
import { type Locale, translator } from '../../views/locale/locale.ts'
import { COUNT_FORMAT, cellText, dayCell, type SheetCell } from './cell.ts'

/** 来源 of a workbook: the address that gives the same selection, its day and release, and the selection in words. */
export type WorkbookSource = {
  address: string
  on: Day
  release: number
  publishedAt: Date
  selection: string
  locale: Locale
}

/** The lines of the sheet that says what the file is: a word, and what it stands for. */
export function sourceLines(source: WorkbookSource, count: number): [label: string, value: SheetCell][] {
  const { address, on, release, publishedAt, selection, locale } = source
  const { words } = translator(locale)
  const say = (word: Text) => said(word, locale).text
  return [
    [say(WORDS.publisher), { value: `${words.frame.region} ${words.frame.site}` }],
    [say(WORDS.address), { value: cellText(address) }],
    [say(WORDS.on), dayCell(on)],
    [say(WORDS.release), { value: release, format: COUNT_FORMAT }],
    [say(WORDS.published), { value: chinaTime(publishedAt) }],
    [say(WORDS.selection), { value: cellText(selection || words.common.all) }],
    [say(WORDS.count), { value: count, format: COUNT_FORMAT }],
    [say(WORDS.notice), { value: say(WORDS.current) }],
    ['', { value: words.frame.standing }],
    ...(locale === 'en' ? [['', { value: words.frame.chinesePrevails }] as [string, SheetCell]] : []),
  ]
}

/** 2026-11-23T10:00:00+08:00. */
const chinaTime = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

const WORDS = {
  publisher: text('发布平台', 'Published by'),
  address: text('地址', 'Address'),
  on: text('收费日期', 'Fees in force on'),
  release: text('发布号', 'Release'),
  published: text('发布时间', 'Published at'),
  selection: text('筛选条件', 'Selection'),
  count: text('行数', 'Rows'),
  notice: text('说明', 'Notice'),
  current: text(
    '本文件不随发布更新，以网上当前版本为准。',
    'This file does not change with later releases; the version online is the one that counts.',
  ),
}
