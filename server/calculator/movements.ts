import { Decimal } from 'decimal.js'
import { Amount } from '../../catalogue/amount.ts'
import { Day } from '../../catalogue/day.ts'
import {
  holidayOf,
  localTime,
  nightOf,
  type Reckoned,
  type Work,
  workFrom,
  workUntil,
} from '../../catalogue/movement.ts'
import { type LocalTime, minutesBetween, type Night } from '../../catalogue/night.ts'
import { Clock } from '../../catalogue/port.ts'
import { Count, type Reading, WorkHours, YesNo } from './reading.ts'

/** A movement as the form tells it: its time, how long the work takes, and how night and holiday were judged. */
export type Working = { on: Day | null; work: Work | null; tugs: Amount | null; night: Reckoned; holiday: Reckoned }

/** Reads when the ship comes and goes, her hours between, and how each movement is to be judged by a port's night. */
export function movementsIn(reading: Reading) {
  const { one } = reading
  const minutes = Math.round(Number(one('work_hours', WorkHours) ?? '2') * 60)
  const [arrival, departure] = [one('arrival', Day), one('departure', Day)]
  const [arrives, leaves] = [
    timeIn(arrival, one('arrival_time', Clock)),
    timeIn(departure, one('departure_time', Clock)),
  ]
  if (departure !== null && arrival !== null && (departure < arrival || (arrives && leaves && leaves < arrives)))
    reading.faults.push({ field: 'departure', code: 'leaves-before-arrival', value: departure })
  const said = (name: string) => flag(one(name, YesNo))
  const judged = [said('night_in'), said('holiday_in'), said('night_out'), said('holiday_out')] as const
  const [tugsIn, tugsOut] = [one('tugs_in', Count), one('tugs_out', Count)]
  const [inward, outward] = [arrives && workUntil(arrives, minutes), leaves && workFrom(leaves, minutes)]
  return {
    arrival,
    hours: arrives && leaves && leaves >= arrives ? hoursBetween(arrives, leaves) : null,
    night: windowIn(reading),
    at: (night: Night | null) => ({
      inward: workingOf(arrival, inward, tugsIn, nightOf(inward, night, judged[0]), holidayOf(inward, judged[1])),
      outward: workingOf(
        departure,
        outward,
        tugsOut,
        nightOf(outward, night, judged[2]),
        holidayOf(outward, judged[3]),
      ),
    }),
  }
}

const workingOf = (
  on: Day | null,
  work: Work | null,
  tugs: Amount | null,
  night: Reckoned,
  holiday: Reckoned,
): Working => ({ on, work, tugs, night, holiday })

const timeIn = (on: Day | null, clock: string | null): LocalTime | null =>
  on === null || clock === null ? null : localTime(on, clock)

const flag = (said: 'true' | 'false' | null): boolean | null => (said === null ? null : said === 'true')

/** Both ends of the night, or neither. */
function windowIn({ one, faults }: Reading): Night | null {
  const [from, until] = [one('night_from', Clock), one('night_until', Clock)]
  if ((from === null) !== (until === null))
    faults.push({ field: from === null ? 'night_from' : 'night_until', code: 'both-ends', value: '' })
  return from === null || until === null ? null : { from, until }
}

const hoursBetween = (from: LocalTime, until: LocalTime): Amount =>
  Amount.parse(new Decimal(minutesBetween(from, until)).div(60).toDecimalPlaces(8).toFixed())
