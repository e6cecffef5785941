import { type Checkpoint, readCheckpoint } from '../../catalogue/log/checkpoint.ts'
import { readNote, readVerifier, type Verifier, verifierText } from '../../catalogue/log/note.ts'
import { readIfThere, writeWhole } from './key-file.ts'

/** 所见: the keys that someone outside trusts, and the last checkpoint they saw signed. */
export type Seen = { keys: Verifier[]; checkpoint: Checkpoint | null }

/** What was seen before; nothing yet where there is no file. Throws where the file holds something else. */
export async function readSeen(file: string | null): Promise<Seen> {
  const text = file === null ? null : await readIfThere(file)
  if (text === null) return { keys: [], checkpoint: null }
  const cut = text.indexOf('\n\n')
  const keys = text.slice(0, cut).split('\n').map(readVerifier)
  const note = readNote(text.slice(cut + 2))
  const checkpoint = note && readCheckpoint(note.text)
  if (cut < 0 || checkpoint === null || keys.some((key) => key === null))
    throw new Error(`${file} does not hold what was seen of a log`)
  return { keys: keys as Verifier[], checkpoint }
}

/** Remembers keys and a checkpoint, as it was sent. */
export const writeSeen = (file: string, keys: readonly Verifier[], checkpoint: string): Promise<void> =>
  writeWhole(file, `${keys.map(verifierText).join('\n')}\n\n${checkpoint}`)
