import { cosignedAt } from './cosignature.ts'
import type { Tree } from './merkle.ts'
import { LOG_KEY, type Note, type Signature, signed, type Verifier } from './note.ts'

/** 检查点: which log, and its tree (C2SP tlog-checkpoint). */
export type Checkpoint = Tree & { origin: string }

/** What is signed: origin, size and root, a line each. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`

/** Reads what was signed; null where it is not a checkpoint. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, encoded, ...rest] = text.split('\n')
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(size ?? '') || rest.at(-1) !== '') return null
  const root = Buffer.from(encoded ?? '', 'base64')
  if (root.length !== 32 || root.toString('base64') !== encoded) return null
  return { origin, size: Number(size), root }
}

/** Is this signature by this key, and sound? `at` is when a witness says it saw the checkpoint. */
export function checkSignature(text: string, signature: Signature, verifier: Verifier): { at: Date | null } | null {
  if (signature.name !== verifier.name || signature.id !== verifier.id) return null
  if (verifier.type === LOG_KEY) return signed(text, signature.bytes, verifier) ? { at: null } : null
  const at = cosignedAt(text, signature, verifier)
  return at && { at }
}

/** The known keys whose signatures a note carries; null where a signature by one of them does not hold. */
export function signersOf({ text, signatures }: Note, known: readonly Verifier[]): Verifier[] | null {
  const held = signatures.flatMap((signature) =>
    known
      .filter(({ name, id }) => name === signature.name && id === signature.id)
      .map((verifier) => ({ verifier, sound: checkSignature(text, signature, verifier) !== null })),
  )
  return held.every(({ sound }) => sound) ? held.map(({ verifier }) => verifier) : null
}
