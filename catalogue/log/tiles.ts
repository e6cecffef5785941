import { type Hash, nodeHash, rootOf, type Span, widthBelow } from './merkle.ts'

/** A tile is eight levels of the tree: 256 hashes side by side. */
export const TILE = 256

/** Hashes side by side at one tile level: at level 0 of leaves, at level l of whole trees of 256^l leaves. */
export type Nodes = { level: number; first: number; count: number }
export type Node = { level: number; idx: number; hash: Hash }

/** 右缘: at each tile level the hashes that no tile above has taken in. It is all a log needs to grow. */
export type Edge = Hash[][]

/** The hashes that are the edge of a log of `size` leaves, level by level. */
export function edgeOf(size: number): Nodes[] {
  const levels: Nodes[] = []
  for (let level = 0, whole = size; whole > 0; level++, whole = Math.floor(whole / TILE))
    levels.push({ level, first: whole - (whole % TILE), count: whole % TILE })
  return levels
}

/** Adds leaves at the edge; returns the new edge and every hash of a tile that became whole. */
export function grow(edge: Edge, size: number, leaves: readonly Hash[]): { edge: Edge; nodes: Node[] } {
  const grown = edge.map((hashes) => [...hashes])
  const nodes: Node[] = []
  const add = (level: number, idx: number, hash: Hash): void => {
    const row = grown[level] ?? []
    grown[level] = row
    row.push(hash)
    if (level > 0) nodes.push({ level, idx, hash })
    if (row.length < TILE) return
    grown[level] = []
    add(level + 1, Math.floor(idx / TILE), rootOf(row))
  }
  for (const [place, hash] of leaves.entries()) add(0, size + place, hash)
  return { edge: grown, nodes }
}

/** The root of a log with this edge. */
export function edgeRoot(edge: Edge): Hash {
  const peaks = edge.toReversed().flatMap(peaksOf)
  return peaks.length === 0 ? rootOf([]) : peaks.reduceRight((right, left) => nodeHash(left, right))
}

/** A row cut into trees as large as can be, from the left. */
function peaksOf(row: readonly Hash[]): Hash[] {
  const peaks: Hash[] = []
  for (let at = 0; at < row.length; ) {
    const width = widthBelow(row.length - at + 1)
    peaks.push(rootOf(row.slice(at, at + width)))
    at += width
  }
  return peaks
}

/** The stored hashes that a span is worked out from: whole trees of the largest tiles inside it. */
export function nodesOf([from, until]: Span): Nodes[] {
  const width = until - from
  const half = widthBelow(width + 1)
  if (half < width) return [...nodesOf([from, from + half]), ...nodesOf([from + half, until])]
  let [level, unit] = [0, 1]
  while (unit * TILE <= width) [level, unit] = [level + 1, unit * TILE]
  return [{ level, first: from / unit, count: width / unit }]
}

/** The hash over a span, from stored hashes. */
export function spanHash(span: Span, get: (level: number, idx: number) => Hash): Hash {
  const trees = nodesOf(span).map(({ level, first, count }) =>
    rootOf(Array.from({ length: count }, (_, place) => get(level, first + place))),
  )
  return trees.reduceRight((right, left) => nodeHash(left, right))
}

/** A tile or a bundle of entries by its place; `width` is less than 256 where the log has not filled it. */
export type Place = { level: number | 'entries'; n: number; width: number }

/** `0/x001/x234/067.p/8`, as C2SP tlog-tiles writes it under `tile/`. */
export function tilePath({ level, n, width }: Place): string {
  const digits = String(n)
  const threes = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)!
  const folders = threes.map((three, place) => (place < threes.length - 1 ? `x${three}` : three))
  return `${level}/${folders.join('/')}${width === TILE ? '' : `.p/${width}`}`
}

const PATH = /^(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** The place that a path names; null where it is not written exactly so. */
export function readTilePath(path: string): Place | null {
  const [, level, digits, width] = PATH.exec(path) ?? []
  if (level === undefined || digits === undefined) return null
  const place: Place = {
    level: level === 'entries' ? level : Number(level),
    n: Number(digits.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE : Number(width),
  }
  return tilePath(place) === path && (width === undefined || place.width < TILE) ? place : null
}

/** Every tile, or every bundle of entries, that a log of `size` leaves is made of. */
export function placesOf(size: number, level: number | 'entries'): Place[] {
  const hashes = Math.floor(size / TILE ** (level === 'entries' ? 0 : level))
  return Array.from({ length: Math.ceil(hashes / TILE) }, (_, n) => ({
    level,
    n,
    width: Math.min(TILE, hashes - n * TILE),
  }))
}

/** Leaves as an entry bundle: each after its length in two bytes; the table of leaves takes no longer one. */
export const entryBundle = (leaves: readonly string[]): Buffer =>
  Buffer.concat(
    leaves.flatMap((leaf) => {
      const bytes = Buffer.from(leaf)
      const length = Buffer.alloc(2)
      length.writeUInt16BE(bytes.length)
      return [length, bytes]
    }),
  )

/** The leaves of an entry bundle; null where it is cut short. */
export function readBundle(bytes: Buffer): string[] | null {
  const leaves: string[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + 2 > bytes.length) return null
    const end = at + 2 + bytes.readUInt16BE(at)
    if (end > bytes.length) return null
    leaves.push(bytes.toString('utf8', at + 2, end))
    at = end
  }
  return leaves
}
