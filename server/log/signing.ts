import { checkpointText } from '../../catalogue/log/checkpoint.ts'
import { provesConsistency, type Tree } from '../../catalogue/log/merkle.ts'
import { LOG_KEY, makeSigner, type Signer, signText } from '../../catalogue/log/note.ts'
import { edgeOf, edgeRoot } from '../../catalogue/log/tiles.ts'
import type { Db } from '../db/database.ts'
import { keepKey, keepSignature, newestTree, signaturesUnder, unsignedTrees } from '../db/log-signatures.ts'
import { consistencyProof, hashesOf, type LoggedTree } from '../db/log-tree.ts'
import { type KeyFile, lastSigned, readKey, rememberSigned, writeKey } from './key-file.ts'

/** What signing came to: the releases that were signed; or why none was. */
export type Signing =
  | { ok: true; releases: number[] }
  | { ok: false; code: 'no-key' | 'forked'; release: number | null }

/** Trees signed in one go; the rest are signed the next time. */
const MOST = 1000

/**
 * 签署: puts the log's name under every tree that lacks it, the newest first. The key is read anew each time, so a
 * rotation holds at once. A tree that does not continue what this key signed last is never signed.
 */
export async function signNew(db: Db, keep: KeyFile, at: Date): Promise<Signing> {
  const signer = await readKey(keep)
  if (signer === null) return { ok: false, code: 'no-key', release: null }
  const [last, newest] = [await lastSigned(keep), await newestTree(db)]
  if (newest === undefined) return { ok: true, releases: [] }
  const due = await dueFor(signer, db, newest)
  if (due.length === 0) return { ok: true, releases: [] }
  const forked = await forkIn(db, last, newest, due)
  if (forked !== null) return { ok: false, code: 'forked', release: forked }
  await keepKey(db, signer.verifier, 'log', at)
  for (const tree of due) await signOne(db, keep, signer, tree, newest, at)
  return { ok: true, releases: due.map(({ release }) => release) }
}

/** Trees up to the newest that nobody signed for the log, and the newest where this key did not; what comes meanwhile waits. */
async function dueFor({ verifier }: Signer, db: Db, newest: LoggedTree): Promise<LoggedTree[]> {
  const { release } = newest
  const [unsigned, under] = await Promise.all([unsignedTrees(db, release, MOST), signaturesUnder(db, [release])])
  const ours = under.some(({ name, id }) => name === verifier.name && id === verifier.id)
  return ours ? unsigned : [newest, ...unsigned.filter((tree) => tree.release !== release)]
}

async function signOne(db: Db, keep: KeyFile, signer: Signer, tree: LoggedTree, newest: LoggedTree, at: Date) {
  const origin = signer.verifier.name
  const text = checkpointText({ ...tree, origin })
  if (tree === newest) await rememberSigned(keep, text)
  await keepSignature(db, tree.release, origin, signText(text, signer), at)
}

/** The first release whose tree does not agree with the newest, 0 for what was signed last; null where all agree. */
async function forkIn(
  db: Db,
  last: Tree | null,
  newest: LoggedTree,
  due: readonly LoggedTree[],
): Promise<number | null> {
  const levels = edgeOf(newest.size)
  const get = await hashesOf(db, levels)
  const edge = levels.map(({ level, first, count }) => Array.from({ length: count }, (_, n) => get(level, first + n)))
  if (!edgeRoot(edge).equals(newest.root)) return newest.release
  if (last !== null && !(await continues(db, last, newest))) return 0
  for (const tree of due) if (!(await continues(db, tree, newest))) return tree.release
  return null
}

const continues = async (db: Db, old: Tree, now: Tree): Promise<boolean> =>
  old.size <= now.size && provesConsistency(old, now, await consistencyProof(db, old.size, now.size))

/**
 * 换钥: a new key of the same name. The newest checkpoint is signed by both, so that whoever trusts the old key learns of
 * the new one; from then on the old one is gone. Where the old one is lost, the new one stands alone.
 */
export async function rotateKey(
  db: Db,
  keep: KeyFile,
  name: string,
  at: Date,
): Promise<{ made: Signer; old: Signer | null }> {
  const old = await readKey(keep)
  const before = old === null ? null : await signNew(db, keep, at)
  if (before?.ok === false) throw new Error(`the log cannot be signed (${before.code}), so its key is not rotated`)
  const made = makeSigner(old?.verifier.name ?? name, LOG_KEY)
  await writeKey(keep, made)
  const after = await signNew(db, keep, at)
  if (!after.ok) throw new Error(`the new key could not sign the log (${after.code})`)
  return { made, old }
}
