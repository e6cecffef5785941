import { LRUCache } from 'lru-cache'
import { REFERENCE_KINDS, type Reference, type ReferenceKind, referenceOf } from '../../catalogue/reference.ts'
import type { Reader } from './database.ts'
import { knownAtRelease, type StatementRow, statementColumns, toStatement } from './statements.ts'

/** Items, ports, entities, documents, lineage, coverage and operating times as told at one release, every day of them. */
export async function readReference(db: Reader, release: number): Promise<Reference> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .where('statement.kind', 'in', [...REFERENCE_KINDS])
    .where(knownAtRelease(release))
    .orderBy('subject.list_key')
    .orderBy('subject.key')
    .execute()
  return referenceOf(
    release,
    rows.map((row) => toStatement<ReferenceKind>(row as StatementRow)),
  )
}

/** Keeps the references of the last releases that were asked for: what a release says never changes. */
export function referenceReader(db: Reader): (release: number) => Promise<Reference> {
  const kept = new LRUCache<number, Promise<Reference>>({ max: 8 })
  return (release) => {
    const found = kept.get(release)
    if (found) return found
    const reading = readReference(db, release)
    kept.set(release, reading)
    reading.catch(() => kept.delete(release))
    return reading
  }
}
