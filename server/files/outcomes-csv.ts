import { stringify } from 'csv-stringify/sync'
import { chinaDay } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Translate } from '../../views/locale/locale.ts'
import { entityName, portName } from '../../views/words/names.ts'
import type { Outcome } from '../db/outcomes.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'

const COLUMNS = [
  ...['case', 'type', 'track', 'category', 'port', 'port_name', 'area', 'entity', 'entity_name', 'outcome'],
  ...['received_on', 'decided_on', 'told_on', 'published_on', 'ordered', 'paid', 'confirmed', 'unclaimed', 'again'],
  ...['line', 'charge', 'item', 'charged_on', 'charged', 'expected', 'verdict', 'found', 'violation', 'release'],
]

type Naming = { reference: Reference; t: Translate }

/** 公示案件 as CSV (RFC 4180, UTF-8 with a mark for Excel), one row for each charge of a case. */
export const outcomesCsv = (outcomes: readonly Outcome[], naming: Naming): string =>
  stringify(
    outcomes.flatMap((one) => rowsOf(one, naming)),
    {
      ...{ bom: true, header: true, columns: COLUMNS, record_delimiter: 'windows' },
      cast: { string: (text) => inert(printable(text)) },
    },
  )

function rowsOf({ no, content, published_at, again, ...sums }: Outcome, { reference, t }: Naming) {
  const { type, track, category, port, area, entity, outcome, release, lines } = content
  const { received_on, decided_on, told_on, entity_name } = content
  const whole = {
    ...{ case: no, type, track, category, port, area: area ?? '', outcome, release: String(release) },
    ...{ port_name: portName(reference, port, received_on, t.locale).text, entity: entity ?? '' },
    entity_name: entity === null ? (entity_name ?? '') : entityName(reference, entity, received_on, t.locale).text,
    ...{ received_on, decided_on, told_on: told_on ?? '', published_on: chinaDay(published_at) },
    ...{ ordered: sums.ordered, paid: sums.paid, confirmed: sums.confirmed, unclaimed: sums.unclaimed },
    again: again ? 'yes' : 'no',
  }
  return lines.map(({ n, name, item, charged_on, amount, expected, verdict, found, violation }) => ({
    ...whole,
    ...{ line: String(n), charge: name, item: item ?? '', charged_on, charged: amount, expected: expected ?? '' },
    ...{ verdict, found: found === null ? '' : found ? 'yes' : 'no', violation: violation ?? '' },
  }))
}
