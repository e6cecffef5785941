import ical, { ICalEventTransparency } from 'ical-generator'
import { translator } from '../../views/locale/locale.ts'
import { printable } from '../files/printable.ts'
import { addressOf, hostOf, type Place } from './address.ts'
import type { EffectiveChange } from './effective.ts'

/**
 * 生效日历: each change as an all-day event on the day it takes effect (RFC 5545). An event is stamped with the time of
 * its release, never with the clock, so the same changes give the same bytes. `about` is what to know of the calendar itself.
 */
export function upcomingCalendar(
  changes: readonly EffectiveChange[],
  place: Place,
  about: string | null = null,
): string {
  const { words } = translator(place.locale)
  const calendar = ical({
    name: `${words.frame.site} · ${words.frame.upcoming}`,
    prodId: { company: hostOf(place.base), product: 'port-fee-portal', language: place.locale === 'en' ? 'EN' : 'ZH' },
    source: addressOf(place, '/upcoming.ics'),
    url: addressOf(place, '/upcoming'),
    ttl: 86_400,
    ...(about === null ? {} : { description: about }),
  })
  for (const { path, on, title, text, url, publishedAt } of changes)
    calendar.createEvent({
      id: `${path}@${hostOf(place.base)}`,
      start: Temporal.PlainDate.from(on),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: printable(title),
      description: printable(text),
      url,
      stamp: publishedAt,
      lastModified: publishedAt,
    })
  return `${calendar.toString()}\r\n`
}
