import { describe, expect, test } from 'vitest'
import { readNotice } from '../../complaints/notice.ts'

const NOTICE = [
  'year,2027',
  'notice,国办发明电〔2026〕9号',
  'statutory,2027-01-01,2027-01-01,元旦',
  'off,2027-01-02,2027-01-03,元旦',
  'makeup,2027-01-09',
  'statutory,2027-10-01,2027-10-03,国庆节',
  'off,2027-10-04,2027-10-07,国庆节',
]
const faultsOf = (...lines: string[]) => {
  const read = readNotice(lines.join('\n'))
  return read.ok ? [] : read.faults.map(({ code, line, value }) => [code, line, value])
}
const JSON_NOTICE = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  holidays: [
    { from: '2027-01-01', name: '元旦', statutory: true },
    { from: '2027-01-02', to: '2027-01-03', name: '元旦', statutory: false },
    { from: '2027-10-01', to: '2027-10-03', name: '国庆节', statutory: true },
    { from: '2027-10-04', to: '2027-10-07', name: '国庆节', statutory: false },
  ],
  makeup: ['2027-01-09'],
}

describe('the notice of a year', () => {
  test('gives every day of it: those it names, and all others as their weekday has them', () => {
    const read = readNotice(NOTICE.join('\r\n'))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    expect(read.notice.days).toHaveLength(365)
    const kinds = Object.fromEntries(read.notice.days.map(({ day, kind }) => [day, kind]))
    expect(['01-01', '01-02', '01-04', '01-09', '01-10', '10-04', '10-08'].map((day) => kinds[`2027-${day}`])).toEqual([
      ...['statutory', 'weekend', 'ordinary', 'makeup', 'weekend', 'bridge', 'ordinary'],
    ])
  })

  test('is the same as JSON, and may move a day of the December before', () => {
    expect(readNotice(JSON.stringify(JSON_NOTICE))).toEqual(readNotice(NOTICE.join('\n')))
    const read = readNotice([...NOTICE, 'makeup,2026-12-26'].join('\n'))
    expect(read.ok && read.notice.days[0]).toEqual({ day: '2026-12-26', kind: 'makeup', name: null })
  })

  test('with faults says all of them, each with its line', () => {
    expect(
      faultsOf(
        ...NOTICE,
        'holiday,2027-05-01',
        'off,2027-02-30',
        'off,2027-02-10,2027-02-05',
        'off,2026-11-30',
        'off,2027-01-02',
        'makeup,2027-03-03',
      ),
    ).toEqual([
      ['bad-line', 8, 'holiday,2027-05-01'],
      ['not-a-day', 9, '2027-02-30'],
      ['backwards', 10, '2027-02-10 – 2027-02-05'],
      ['other-year', 11, '2026-11-30'],
      ['twice', 12, '2027-01-02'],
      ['not-a-weekend', 13, '2027-03-03'],
    ])
  })

  test('that is none says what every notice has', () => {
    expect(faultsOf('').map(([code]) => code)).toEqual(['missing-year', 'missing-notice'])
    expect(faultsOf('year,2027', 'notice,x').map(([code]) => code)).toEqual([
      ...['missing-new-year', 'missing-national-day'],
    ])
    expect(faultsOf('{"year":')).toEqual([['bad-json', null, '']])
    expect(faultsOf(JSON.stringify({ ...JSON_NOTICE, makeup: '2027-01-09' }))).toEqual([['bad-json', null, 'makeup']])
    expect(faultsOf(JSON.stringify({ ...JSON_NOTICE, makeup: [], notice: '' })).map(([code]) => code)).toEqual([
      'missing-notice',
    ])
  })
})
