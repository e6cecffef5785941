import { stringify } from 'csv-stringify/sync'
import type { Day } from '../../catalogue/day.ts'
import type { Finding } from '../../catalogue/lint/rule.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Translate } from '../../views/locale/locale.ts'
import { placesOf } from '../../views/words/key-in-words.ts'
import { saidFinding } from '../../views/words/lint.ts'
import { entityName, itemName, portName } from '../../views/words/names.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'

const COLUMNS = [
  ...[
    'rule',
    'severity',
    'rule_name',
    'kind',
    'key',
    'item',
    'item_name',
    'port',
    'port_name',
    'entity',
    'entity_name',
  ],
  ...['field', 'text', 'mend', 'source'],
]

type Naming = { reference: Reference; on: Day; t: Translate }

/** Findings as CSV (RFC 4180, UTF-8 with a mark for Excel), one row for each subject that one names. */
export const qualityCsv = (findings: readonly Finding[], naming: Naming): string =>
  stringify(
    findings.flatMap((finding) => rowsOf(finding, naming)),
    {
      ...{ bom: true, header: true, columns: COLUMNS, record_delimiter: 'windows' },
      cast: { string: (text) => inert(printable(text)) },
    },
  )

function rowsOf(finding: Finding, { reference, on, t }: Naming): Record<string, string>[] {
  const { text, mend, source, name } = saidFinding(finding, t, reference, on)
  const { rule, severity, field } = finding
  return finding.subjects.map((subject) => {
    const { item = subject.kind === 'item' ? subject.key : '', port, entity } = placesOf(subject)
    return {
      ...{ rule, severity, rule_name: name, kind: subject.kind, key: subject.key },
      ...{ item, item_name: item && itemName(reference, item, on, t.locale).text },
      ...{ port: port ?? '', port_name: port ? portName(reference, port, on, t.locale).text : '' },
      ...{ entity: entity ?? '', entity_name: entity ? entityName(reference, entity, on, t.locale).text : '' },
      ...{ field: field ?? '', text, mend, source: source ?? '' },
    }
  })
}
