import { sql } from 'kysely'
import { checkpointText } from '../../catalogue/log/checkpoint.ts'
import { noteText, readVerifier, type Signature, type Verifier, verifierText } from '../../catalogue/log/note.ts'
import type { Db, Reader } from './database.ts'
import type { LoggedTree } from './log-tree.ts'

/** A key whose signatures are kept: the log's own or a witness's; `signed` are the first and last release it signed. */
export type KeptKey = {
  verifier: Verifier
  vkey: string
  kind: 'log' | 'witness'
  addedAt: Date
  signed: { first: number; last: number } | null
}

/** Every key, the oldest first. */
export async function keysOfLog(db: Reader): Promise<KeptKey[]> {
  const { rows } = await sql<{
    vkey: string
    kind: KeptKey['kind']
    added_at: Date
    first: number | null
    last: number | null
  }>`
    select vkey, kind, added_at, first, last from log_key k left join lateral (
      select min(release) as first, max(release) as last from log_signature s where s.name = k.name and s.key_id = k.key_id
    ) signed on true order by added`.execute(db)
  return rows.flatMap(({ vkey, kind, added_at, first, last }) => {
    const verifier = readVerifier(vkey)
    const signed = first === null || last === null ? null : { first, last }
    return verifier === null ? [] : [{ verifier, vkey, kind, addedAt: added_at, signed }]
  })
}

/** Keeps a key; the same again changes nothing. */
export async function keepKey(db: Db, verifier: Verifier, kind: KeptKey['kind'], at: Date): Promise<void> {
  const { name, id } = verifier
  await db
    .insertInto('log_key')
    .values({ name, key_id: id, kind, vkey: verifierText(verifier), added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A signature under the checkpoint of a release. */
export type KeptSignature = Signature & { release: number; origin: string; kind: KeptKey['kind']; at: Date }

/** Keeps a signature; the same key signs a release once, a later one of a witness is not needed. */
export async function keepSignature(
  db: Db,
  release: number,
  origin: string,
  { name, id, bytes }: Signature,
  at: Date,
): Promise<void> {
  await db
    .insertInto('log_signature')
    .values({ release, name, key_id: id, origin, signature: bytes, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Signatures under the checkpoints of these releases, the log's own first. */
export async function signaturesUnder(db: Reader, releases: readonly number[]): Promise<KeptSignature[]> {
  if (releases.length === 0) return []
  const rows = await db
    .selectFrom('log_signature as s')
    .innerJoin('log_key as k', (on) => on.onRef('k.name', '=', 's.name').onRef('k.key_id', '=', 's.key_id'))
    .select(['s.release', 's.name', 's.key_id', 's.origin', 's.signature', 's.at', 'k.kind'])
    .where('s.release', 'in', [...releases])
    .orderBy('k.kind')
    .orderBy('k.added', 'desc')
    .execute()
  return rows.map(({ key_id, signature, ...row }) => ({ ...row, id: key_id, bytes: signature }))
}

/** The newest tree, with the signatures under it and the text they sign; null where the log has signed none yet. */
export type SignedTree = LoggedTree & { origin: string; text: string; signatures: KeptSignature[] }

/** The newest checkpoint that the log has signed, holding at least `size` leaves. */
export const newestSigned = (db: Reader, size = 0): Promise<SignedTree | null> =>
  withSignatures(db, signedTrees(db).where('t.size', '>=', size))

/** The checkpoint of one release; null where the log has not signed it. */
export const signedAt = (db: Reader, release: number): Promise<SignedTree | null> =>
  withSignatures(db, signedTrees(db).where('t.release', '=', release))

const signedTrees = (db: Reader) =>
  db
    .selectFrom('log_tree as t')
    .innerJoin('log_signature as s', 's.release', 't.release')
    .innerJoin('log_key as k', (on) => on.onRef('k.name', '=', 's.name').onRef('k.key_id', '=', 's.key_id'))
    .select(['t.release', 't.size', 't.root', 's.origin'])
    .where('k.kind', '=', 'log')
    .orderBy('t.release', 'desc')
    .orderBy('k.added', 'desc')
    .limit(1)

async function withSignatures(db: Reader, trees: ReturnType<typeof signedTrees>): Promise<SignedTree | null> {
  const tree = await trees.executeTakeFirst()
  if (tree === undefined) return null
  const signatures = (await signaturesUnder(db, [tree.release])).filter(({ origin }) => origin === tree.origin)
  return { ...tree, text: checkpointText(tree), signatures }
}

/** A checkpoint as it is served. */
export const noteOf = ({ text, signatures }: SignedTree): string => noteText({ text, signatures })

/** The tree of this size and root, whichever release made it; undefined where the log never had it. */
export const treeLike = (db: Reader, size: number, root: Buffer): Promise<LoggedTree | undefined> =>
  db
    .selectFrom('log_tree')
    .select(['release', 'size', 'root'])
    .where('size', '=', size)
    .where('root', '=', root)
    .executeTakeFirst()

/** The newest tree; undefined while nothing was published. */
export const newestTree = (db: Reader): Promise<LoggedTree | undefined> =>
  db.selectFrom('log_tree').select(['release', 'size', 'root']).orderBy('release', 'desc').limit(1).executeTakeFirst()

/** Trees up to a release under which no key of the log has put its name, newest first. */
export async function unsignedTrees(db: Reader, until: number, limit: number): Promise<LoggedTree[]> {
  const { rows } = await sql<LoggedTree>`
    select release, size, root from log_tree t where release <= ${until} and not exists (
      select from log_signature s join log_key k using (name, key_id) where s.release = t.release and k.kind = 'log')
    order by release desc limit ${limit}`.execute(db)
  return rows
}

/** The last release that a key of the log signed, and how many releases the log holds that none signed. */
export async function unsignedReleases(db: Reader): Promise<{ last: number; unsigned: number }> {
  const { rows } = await sql<{ last: number; unsigned: number }>`
    with ours as (select s.release from log_signature s join log_key k using (name, key_id) where k.kind = 'log')
    select coalesce((select max(release) from ours), 0) as last,
      (select count(*) from log_tree t where not exists (select from ours where ours.release = t.release)) as unsigned`.execute(
    db,
  )
  return rows[0]!
}
