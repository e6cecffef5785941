import { sql } from 'kysely'
import { linesOfSet, type ProposedLine } from './change-sets.ts'
import type { Db, Reader, Tx } from './database.ts'
import { indexTerms } from './search.ts'
import { inTurn } from './turn.ts'

/** What a preview sees: the catalogue as it would stand, and the newest release in it. */
export type AsIf = { db: Reader; release: number; publishedAt: Date; lines: readonly ProposedLine[] }

/** A line of a set names something that was never published: which line, and what kind of thing. */
export class Unpublishable extends Error {
  readonly line: number | null
  readonly kind: string

  constructor(line: number | null, kind: string) {
    super(`line ${line} names a ${kind} that was never published`)
    this.line = line
    this.kind = kind
  }
}

/**
 * 预览: shows the catalogue as if a set were published, inside a transaction that is always rolled back. The publishing
 * lock is held that long, so what is looked at must be short. A set that is published is shown as of its release.
 */
export async function asIfPublished<T>(db: Db, set: number, at: Date, look: (seen: AsIf) => Promise<T>): Promise<T> {
  const tx = await db.startTransaction().execute()
  try {
    return await look(await publishedIn(tx, set, at))
  } finally {
    await tx.rollback().execute()
  }
}

async function publishedIn(tx: Tx, set: number, at: Date): Promise<AsIf> {
  if (!(await isPublished(tx, set))) await inTurn(tx)
  const lines = await linesOfSet(tx, set)
  if (lines.length > 0) await previewed(tx, set, at, lines)
  const newest = await tx
    .selectFrom('release')
    .select(['seq as release', 'published_at as publishedAt', 'change_set as from'])
    .orderBy(sql`change_set is not distinct from ${set}`, 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { db: tx, release: newest.release, publishedAt: newest.publishedAt, lines }
}

const isPublished = async (tx: Tx, set: number): Promise<boolean> =>
  (await tx.selectFrom('release').select('seq').where('change_set', '=', set).executeTakeFirst()) !== undefined

async function previewed(tx: Tx, set: number, at: Date, lines: readonly ProposedLine[]): Promise<void> {
  const { rows } = await sql<{ release: number; published: boolean }>`
    select preview_set(id, ${at}) as release, state = 'published' as published from change_set where id = ${set}`
    .execute(tx)
    .catch((error) => {
      throw unpublishable(error, lines)
    })
  const [made] = rows
  const proposed = lines.map(({ line }) => line)
  if (made && !made.published) await indexTerms(tx, proposed, made.release)
}

/** The line that publish() stumbled over, by its place among those not taken out; any other error as it is. */
function unpublishable(error: { constraint?: string; detail?: string }, lines: readonly ProposedLine[]): unknown {
  const kind = /^(\w+)_is_known$/.exec(error.constraint ?? '')?.[1]
  return kind === undefined ? error : new Unpublishable(lines[Number(error.detail) - 1]?.n ?? null, kind)
}
