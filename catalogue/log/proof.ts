import { readCheckpoint, signersOf } from './checkpoint.ts'
import { type Hash, leafHash, provesInclusion } from './merkle.ts'
import { readNote, type Verifier } from './note.ts'

/** 存证: everything it takes to show, away from the portal, that a leaf is in a signed log (C2SP tlog-proof). */
export type Proof = { index: number; hashes: Hash[]; checkpoint: string }

const FIRST = 'c2sp.org/tlog-proof@v1'

/** A `.tlog-proof` file. */
export const proofText = ({ index, hashes, checkpoint }: Proof): string =>
  [FIRST, `index ${index}`, ...hashes.map((hash) => hash.toString('base64')), '', checkpoint].join('\n')

/** Reads a `.tlog-proof` file; null where it is not one. What stands after `extra` proves nothing and is passed over. */
export function readProof(text: string): Proof | null {
  const cut = text.indexOf('\n\n')
  const [first, ...lines] = text.slice(0, Math.max(cut, 0)).split('\n')
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const [, index] = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '') ?? []
  const hashes = lines.map((line) => Buffer.from(line, 'base64'))
  if (first !== FIRST || index === undefined || hashes.length > 63) return null
  if (hashes.some((hash, n) => hash.length !== 32 || hash.toString('base64') !== lines[n])) return null
  return { index: Number(index), hashes, checkpoint: text.slice(cut + 2) }
}

/** Does this file prove that the leaf is in a log one of these keys signed? */
export function proves(file: string, leaf: string, known: readonly Verifier[]): boolean {
  const proof = readProof(file)
  const note = proof && readNote(proof.checkpoint)
  const tree = note && readCheckpoint(note.text)
  if (!proof || !note || !tree || !signersOf(note, known)?.length) return false
  return provesInclusion(proof.index, tree.size, leafHash(leaf), proof.hashes, tree.root)
}
