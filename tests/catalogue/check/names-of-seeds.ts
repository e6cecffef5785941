import type { NameSource } from '../../../catalogue/check/names.ts'
import { day } from '../../../catalogue/day.ts'
import { REFERENCE_KINDS, type ReferenceKind, referenceOf } from '../../../catalogue/reference.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import type { Payloads } from '../../../catalogue/subject.ts'
import { covers } from '../../../catalogue/validity.ts'
import { releases } from '../../../seeds/releases.ts'
import { replay } from '../../seeds/replay.ts'

/** Today in the tests. */
export const TODAY = day('2026-11-23')

/** What the seeds call every item at the head release, and what the operators at Ningbo-Zhoushan call them today. */
export function namesOfSeeds(): NameSource {
  const told = [...replay(releases)]
  const statements = told.flatMap(([name, lines]) =>
    lines
      .filter(({ kind }) => REFERENCE_KINDS.includes(kind as ReferenceKind))
      .map((line, n) => ({ ...line, id: `${name} ${n}`, ...AS_PUBLISHED }) as Statement<ReferenceKind>),
  )
  const ownNames = told
    .flatMap(([, lines]) => lines)
    .filter(({ kind, valid, payload }) => kind === 'standard' && payload !== null && covers(valid, TODAY))
    .map(({ payload }) => payload as Payloads['standard'])
    .filter(({ port }) => port === 'CNNGB')
    .flatMap(({ item, entity, own_name: name }) => (entity && name ? { item, entity, name } : []))
  return { reference: referenceOf(releases.length, statements), ownNames }
}

const AS_PUBLISHED = {
  remainder: false,
  known: { from: 1, until: null },
  why: { zh: '公布', en: null, documents: [] },
  line: { release: 1, n: 1 },
}
