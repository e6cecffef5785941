import { checkSignature, readCheckpoint } from '../../catalogue/log/checkpoint.ts'
import { readNote } from '../../catalogue/log/note.ts'
import type { Db } from '../db/database.ts'
import { keepSignature, keysOfLog, treeLike } from '../db/log-signatures.ts'

/** How far the clock of a witness may be ahead. */
const AHEAD = 5 * 60_000

/**
 * Takes the cosignatures that a note carries: of a checkpoint that the log had, by witnesses it knows. Says whether one
 * was kept, and nothing of why not.
 */
export async function keepCosignature(db: Db, sent: string, now: Date): Promise<boolean> {
  const note = readNote(sent)
  const checkpoint = note && readCheckpoint(note.text)
  if (!note || !checkpoint) return false
  const keys = await keysOfLog(db)
  const ours = keys.some(({ kind, verifier }) => kind === 'log' && verifier.name === checkpoint.origin)
  const tree = ours ? await treeLike(db, checkpoint.size, checkpoint.root) : undefined
  if (tree === undefined) return false
  const witnesses = keys.filter(({ kind }) => kind === 'witness').map(({ verifier }) => verifier)
  const sound = note.signatures.flatMap((signature) => {
    const at = witnesses.map((witness) => checkSignature(note.text, signature, witness)?.at).find((one) => one)
    return at && at.getTime() <= now.getTime() + AHEAD ? [{ signature, at }] : []
  })
  for (const { signature, at } of sound) await keepSignature(db, tree.release, checkpoint.origin, signature, at)
  return sound.length > 0
}
