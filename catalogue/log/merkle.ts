import { hash } from 'node:crypto'

/** A SHA-256 hash, 32 bytes. */
export type Hash = Buffer

/** The tree of no leaves. */
export const EMPTY: Hash = sha256('')

/** Hash of a leaf and of a node (RFC 6962 §2.1): neither can be taken for the other. */
export const leafHash = (data: string | Buffer): Hash => sha256(Buffer.concat([LEAF, Buffer.from(data as string)]))
export function nodeHash(left: Hash, right: Hash): Hash {
  left.copy(PAIR, 1)
  right.copy(PAIR, 33)
  return sha256(PAIR)
}

/** Root over hashes of equal height, from left to right; that of leaf hashes is the root of a log. */
export function rootOf(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY
  let row = hashes
  while (row.length > 1) {
    const above: Hash[] = []
    for (let at = 0; at + 1 < row.length; at += 2) above.push(nodeHash(row[at]!, row[at + 1]!))
    if (row.length % 2 === 1) above.push(row.at(-1)!)
    row = above
  }
  return row[0]!
}

/** Leaves that lie side by side: from the first, up to but not including the last. */
export type Span = readonly [from: number, until: number]

/** What proves that a leaf is in a tree: the spans whose hashes stand beside its path, from the leaf up. */
export function inclusionSpans(index: number, size: number, from = 0): Span[] {
  if (size - from <= 1) return []
  const middle = from + widthBelow(size - from)
  return index < middle
    ? [...inclusionSpans(index, middle, from), [middle, size]]
    : [...inclusionSpans(index, size, middle), [from, middle]]
}

/** What proves that a tree of `size` leaves begins with the tree of its first `old`. */
export function consistencySpans(old: number, size: number): Span[] {
  return old === 0 || old === size ? [] : subproof(old, [0, size], true)
}

function subproof(old: number, [from, until]: Span, whole: boolean): Span[] {
  if (old === until) return whole ? [] : [[from, until]]
  const middle = from + widthBelow(until - from)
  return old <= middle
    ? [...subproof(old, [from, middle], whole), [middle, until]]
    : [...subproof(old, [middle, until], false), [from, middle]]
}

/** The largest power of two that is smaller than `width`. */
export function widthBelow(width: number): number {
  let half = 1
  while (half * 2 < width) half *= 2
  return half
}

/** Does the proof lead from this leaf to that root? (RFC 9162 §2.1.3.2) */
export function provesInclusion(index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash): boolean {
  if (index < 0 || index >= size) return false
  let [at, last, reached] = [index, size - 1, leaf]
  for (const beside of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      reached = nodeHash(beside, reached)
      while (at % 2 === 0 && at !== 0) [at, last] = [up(at), up(last)]
    } else reached = nodeHash(reached, beside)
    ;[at, last] = [up(at), up(last)]
  }
  return last === 0 && reached.equals(root)
}

/** A tree: how many leaves, and the hash over them. */
export type Tree = { size: number; root: Hash }

/** Does the proof show that `now` only added to `old`? (RFC 9162 §2.1.4.2) */
export function provesConsistency(old: Tree, now: Tree, proof: readonly Hash[]): boolean {
  if (old.size === now.size) return proof.length === 0 && old.root.equals(now.root)
  if (old.size > now.size) return false
  if (old.size === 0) return proof.length === 0 && old.root.equals(EMPTY)
  let [at, last] = [old.size - 1, now.size - 1]
  while (at % 2 === 1) [at, last] = [up(at), up(last)]
  const [first, ...rest] = at === 0 ? [old.root, ...proof] : proof
  if (first === undefined) return false
  let [then, reached] = [first, first]
  for (const beside of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[then, reached] = [nodeHash(beside, then), nodeHash(beside, reached)]
      while (at % 2 === 0 && at !== 0) [at, last] = [up(at), up(last)]
    } else reached = nodeHash(reached, beside)
    ;[at, last] = [up(at), up(last)]
  }
  return last === 0 && then.equals(old.root) && reached.equals(now.root)
}

const up = (place: number): number => Math.floor(place / 2)

const LEAF = Buffer.from([0])

/** 0x01, and room for two hashes: written anew for each node. */
const PAIR = Buffer.alloc(65, 1)

function sha256(data: string | Buffer): Hash {
  return hash('sha256', data, 'buffer')
}
