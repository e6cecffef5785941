import type { Day } from '../../day.ts'
import { nearest, on } from '../../reference.ts'
import { covers } from '../../validity.ts'
import { type Hit, rule } from '../hit.ts'
import { posted } from '../judged-prices.ts'
import { later, monthsBefore } from '../months.ts'
import { postedTogether } from '../posted.ts'
import { rivalsOf } from '../rivals.ts'
import type { Linted } from '../rule.ts'
import { histories, judged, type Said, touching } from '../scene.ts'
import { CLAUSES } from '../sources.ts'

/** C01-C05: a list as a whole, and who stands behind it. */
export const LIST_RULES = [
  rule('C01', 'warning', null, ['set', 'live'], (given) => [...sameNameTwice(given), ...bothFit(given)]),
  rule('C02', 'warning', null, ['set', 'live'], unitsDiffer),
  rule('C03', 'warning', null, ['set', 'live'], ranOut),
  rule('C04', 'note', null, ['live'], unconfirmed),
  rule('C05', 'error', CLAUSES.directory, ['set', 'live'], (given) => [...unknownPlace(given), ...noPhone(given)]),
]

/** One entity posts two items at one port under one name. */
function sameNameTwice(given: Linted): Hit[] {
  const named = ({ own_name }: { own_name: string | null }) => own_name
  return [
    ...postedTogether(given, ({ payload }) => [payload!.entity, payload!.port, named(payload!)]).values(),
  ].flatMap(({ said, all }) => {
    const items = new Set(all.map(({ payload }) => payload!.item))
    const name = said[0]!.statement.payload!.own_name
    if (name === null || items.size < 2) return []
    return [{ about: said, field: 'own_name', values: { name, items: [...items].join(' ') } }]
  })
}

/** Two lines of one item that fit the same case on the same day, and neither is the narrower. */
const bothFit = (given: Linted): Hit[] =>
  posted(given).flatMap((one): Hit[] => {
    const { item, line } = one.statement.payload!
    const others = rivalsOf(given, one.statement).map(({ payload }) => payload!.line)
    if (others.length === 0) return []
    const values = { item, lines: [line, ...new Set(others)].join(' ') }
    return [{ about: [one], field: 'conditions', case: 'overlap', values }]
  })

/** One entity counts the same line of the same item in different units at its ports. */
function unitsDiffer(given: Linted): Hit[] {
  return [...postedTogether(given, ({ payload }) => [payload!.entity, payload!.item, payload!.line]).values()].flatMap(
    ({ said, all }) => {
      const units = new Set(all.map(({ payload }) => payload!.unit))
      const ports = new Set(all.map(({ payload }) => payload!.port))
      if (units.size < 2 || ports.size < 2) return []
      const { item } = said[0]!.statement.payload!
      return [{ about: said, field: 'unit', values: { item, units: [...units].join(' ') } }]
    },
  )
}

/** In force on this day a year before, and now nothing is said of it, not even that it ended. */
function ranOut(given: Linted): Hit[] {
  return histories(given, 'standard').flatMap((versions) => {
    const key = versions[0]?.key
    if (key === undefined) return []
    const lines = touching(given).get(`standard:${key}`) ?? []
    const day = given.on === 'live' ? given.settings.today : lastTouched(given, lines)
    const yearBefore = monthsBefore(day, 12)
    const then = versions.find(({ valid, payload }) => payload !== null && covers(valid, yearBefore))
    if (!then || versions.some(({ valid }) => valid.until === null || day < valid.until)) return []
    const values = { item: then.payload!.item, day: yearBefore, now: day }
    return [{ about: lines.length > 0 ? [] : [{ n: null, statement: then }], lines, values }]
  })
}

/** The first day after all that the lines say, or the day of publication. */
const lastTouched = ({ lines, settings }: Linted, numbers: readonly number[]): Day =>
  numbers.reduce<Day>((last, n) => later(last, lines[n - 1]!.valid.until ?? lines[n - 1]!.valid.from), settings.today)

/** Prices that nobody has said anew for longer than a list is to be looked through; told once for each list. */
function unconfirmed(given: Linted): Hit[] {
  const { today, reviewMonths } = given.settings
  const before = monthsBefore(today, reviewMonths)
  const old = judged(given, 'standard').filter(
    ({ statement: { payload, valid } }) => payload!.entity !== null && valid.from < before,
  )
  const lists = Map.groupBy(old, ({ statement: { payload } }) => `${payload!.entity}/${payload!.port}`)
  return [...lists.entries()].map(([list, about]) => {
    const [entity = '', port = ''] = list.split('/')
    return { about, values: { entity, port, n: String(about.length), months: String(reviewMonths) } }
  })
}

/** A posted price of an entity or at a port that the directory does not know on that day. */
function unknownPlace(given: Linted): Hit[] {
  return judged(given, 'standard').flatMap((one): Hit[] => {
    const { entity, port } = one.statement.payload!
    const day = firstDay(given, one)
    const { reference } = given.after
    if (port !== null && !nearest(reference, 'port', port, day))
      return [{ about: [one], field: 'port', case: 'port', values: { port } }]
    if (entity === null) return []
    const found = on(reference, 'entity', entity, day)
    if (!found) return [{ about: [one], field: 'entity', values: { entity, day } }]
    if (found.ports.includes(port!)) return []
    return [{ about: [one], field: 'port', severity: 'warning', case: 'elsewhere', values: { entity, port: port! } }]
  })
}

const noPhone = (given: Linted): Hit[] =>
  judged(given, 'entity').flatMap((one) =>
    one.statement.payload!.complaint_phone === null
      ? [
          {
            about: [one],
            severity: 'warning',
            case: 'phone',
            field: 'complaint_phone',
            values: { entity: one.statement.key },
          },
        ]
      : [],
  )

const firstDay = ({ on, settings }: Linted, { statement: { valid } }: Said): Day =>
  on === 'live' && valid.from < settings.today ? settings.today : valid.from
