import type { Day } from '../catalogue/day.ts'
import type { Text } from '../catalogue/text.ts'
import type { ClockRule } from './rule.ts'
import type { Track } from './words.ts'
import type { WorkCalendar } from './working-days.ts'

/** 机关: an office that handles cases; `path` names every office above it and itself, `/1/3/7/`. */
export type Org = { id: number; code: string; parent: number | null; kind: 'market' | 'port'; name: Text; path: string }

/** 管辖: which office takes a case of a track at a port, or at one area of it, on which days. */
export type Jurisdiction = {
  track: Track
  port: string
  area: string | null
  org: number
  from: Day
  until: Day | null
}

/** 法: the calendar, the rules and the offices as they stand, with the version they were read at. */
export type Law = {
  version: number
  calendar: WorkCalendar
  rules: readonly ClockRule[]
  orgs: readonly Org[]
  jurisdictions: readonly Jurisdiction[]
}

/** The office for a case: of the area before the port before the province. */
export function officeFor(
  { orgs, jurisdictions }: Pick<Law, 'orgs' | 'jurisdictions'>,
  { track, port, area, on }: { track: Track; port: string; area: string | null; on: Day },
): Org {
  const held = jurisdictions.filter(
    (one) =>
      one.track === track &&
      one.port === port &&
      one.from <= on &&
      (one.until === null || on < one.until) &&
      (one.area === null || one.area === area),
  )
  const narrowest = held.toSorted((a, b) => Number(a.area === null) - Number(b.area === null))[0]
  const root = orgs.find(
    ({ parent, kind }) => parent === null && kind === (track === 'port_industry' ? 'port' : 'market'),
  )
  const found = orgs.find(({ id }) => id === narrowest?.org) ?? root
  if (found === undefined) throw new Error(`no office at all for ${track}`)
  return found
}
