import { describe, expect, test } from 'vitest'
import { upcomingCalendar } from '../../../server/feeds/ical.ts'
import { CHINESE, change, ENGLISH, raised } from './fixture.ts'

const calendar = upcomingCalendar([change()], CHINESE)

/** The content lines of a calendar, unfolded as RFC 5545 §3.1 says. */
const lines = (ics: string) => ics.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
const property = (ics: string, name: string) =>
  lines(ics)
    .find((line) => line.startsWith(name))
    ?.slice(name.length)
    .replaceAll('\\n', '\n')
    .replaceAll(/\\([,;\\])/g, '$1')

describe('the calendar of what is to come', () => {
  test('every line ends in CRLF, holds at most 75 octets and no control character', () => {
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(calendar.endsWith('\r\n\r\n')).toBe(false)
    for (const line of calendar.split('\r\n')) {
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/)
    }
  })

  test('a change is an event of the whole day on which it takes effect', () => {
    expect(lines(calendar)).toContain('DTSTART;VALUE=DATE:20270101')
    expect(property(calendar, 'SUMMARY:')).toBe(change().title)
    expect(property(calendar, 'DESCRIPTION:')).toContain(`<b>&amp; "甲"'乙' ]]> ,;\\ � 引航`)
    expect(property(calendar, 'URL;VALUE=URI:')).toBe('https://fees.example.cn/fees/yard-storage?on=2027-01-01')
    expect(property(calendar, 'TRANSP:')).toBe('TRANSPARENT')
  })

  test('an event keeps its name in both languages and is stamped with its release, not with the clock', () => {
    const uid = `effective/2027-01-01/standard/${raised.key}@fees.example.cn`
    expect(property(calendar, 'UID:')).toBe(uid)
    expect(property(upcomingCalendar([change(raised, 'en')], ENGLISH), 'UID:')).toBe(uid)
    expect(lines(calendar)).toContain('DTSTAMP:20261101T163000Z')
    expect(upcomingCalendar([change()], CHINESE)).toBe(calendar)
  })

  test('with nothing to come is a calendar without events', () => {
    expect(lines(upcomingCalendar([], CHINESE)).filter((line) => line.startsWith('BEGIN'))).toEqual(['BEGIN:VCALENDAR'])
  })
})
