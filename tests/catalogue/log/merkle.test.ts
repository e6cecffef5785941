import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  consistencySpans,
  EMPTY,
  type Hash,
  inclusionSpans,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
  rootOf,
  type Span,
  widthBelow,
} from '../../../catalogue/log/merkle.ts'
import { edgeRoot, grow, type Node, nodesOf, spanHash, TILE } from '../../../catalogue/log/tiles.ts'

/** The leaves and roots of certificate-transparency's reference tree (merkle_tree_test.cc, used by RFC 6962 implementations). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const reference = LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex')))

test('the roots of the reference tree come out, and the empty one', () => {
  expect(EMPTY.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(LEAVES.map((_, n) => rootOf(reference.slice(0, n + 1)).toString('hex'))).toEqual(ROOTS)
})

/** RFC 6962 §2.1 as it is written, for comparison. */
const asWritten = (leaves: readonly Hash[]): Hash => {
  if (leaves.length < 2) return leaves[0] ?? EMPTY
  const k = widthBelow(leaves.length)
  return nodeHash(asWritten(leaves.slice(0, k)), asWritten(leaves.slice(k)))
}

const leavesTo = (size: number): Hash[] => Array.from({ length: size }, (_, n) => leafHash(`leaf ${n}`))
const many = leavesTo(70_000)
const hashOf = (leaves: readonly Hash[], [from, until]: Span): Hash => rootOf(leaves.slice(from, until))

test('every leaf of every tree of up to 64 leaves is proved in it, and no other leaf is', () => {
  for (let size = 1; size <= 64; size++) {
    const leaves = many.slice(0, size)
    const root = rootOf(leaves)
    expect(root).toEqual(asWritten(leaves))
    for (let index = 0; index < size; index++) {
      const proof = inclusionSpans(index, size).map((span) => hashOf(leaves, span))
      expect(provesInclusion(index, size, leaves[index]!, proof, root)).toBe(true)
      expect(provesInclusion(index, size, many[size]!, proof, root)).toBe(false)
      expect(provesInclusion(size, size, leaves[index]!, proof, root)).toBe(false)
    }
  }
})

test('every tree of up to 40 leaves is proved to begin with each smaller one, and with no other', () => {
  for (let size = 1; size <= 40; size++)
    for (let old = 0; old <= size; old++) {
      const tree = (n: number) => ({ size: n, root: rootOf(many.slice(0, n)) })
      const proof = consistencySpans(old, size).map((span) => hashOf(many, span))
      expect(provesConsistency(tree(old), tree(size), proof), `${old} in ${size}`).toBe(true)
      if (old > 0) expect(provesConsistency({ size: old, root: leafHash('x') }, tree(size), proof)).toBe(false)
    }
})

test('a proof with one bit changed, one hash more or one fewer proves nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 600 }), fc.nat(), fc.nat(), fc.nat(), (size, pick, at, bit) => {
      const leaves = many.slice(0, size)
      const [index, root] = [pick % size, rootOf(leaves)]
      const proof = inclusionSpans(index, size).map((span) => hashOf(leaves, span))
      const holds = (hashes: Hash[]) => provesInclusion(index, size, leaves[index]!, hashes, root)
      const bent = proof.map((hash, n) => (n === at % proof.length ? flipped(hash, bit % 256) : hash))
      return holds(proof) && !holds(bent) && !holds([...proof, EMPTY]) && !holds(proof.slice(0, -1))
    }),
    { numRuns: 60 },
  )
})

const flipped = (hash: Hash, bit: number): Hash => {
  const bent = Buffer.from(hash)
  bent[bit >> 3]! ^= 1 << (bit & 7)
  return bent
}

test('a log that grows release by release has the root of all its leaves, and keeps every whole tile', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 6 }), (steps) => {
      const { size, root, nodes } = grownBy(steps)
      expect(root).toEqual(rootOf(many.slice(0, size)))
      expect(nodes.map(({ level, idx }) => `${level}/${idx}`)).toEqual(
        Array.from({ length: Math.floor(size / TILE) }, (_, n) => `1/${n}`),
      )
      for (const { idx, hash } of nodes) expect(hash).toEqual(rootOf(many.slice(idx * TILE, (idx + 1) * TILE)))
    }),
    { numRuns: 40 },
  )
})

function grownBy(steps: number[]) {
  let [edge, size, nodes]: [Hash[][], number, Node[]] = [[], 0, []]
  for (const step of steps) {
    const grown = grow(edge, size, many.slice(size, size + step))
    ;[edge, size, nodes] = [grown.edge, size + step, [...nodes, ...grown.nodes]]
  }
  return { size, root: edgeRoot(edge), nodes }
}

test.for([255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000])(
  'a log of %i leaves proves leaves and its own past from what tiles hold',
  (size) => {
    const { root, nodes } = grownBy([size])
    expect(root).toEqual(rootOf(many.slice(0, size)))
    const held = new Map(nodes.map(({ level, idx, hash }) => [`${level}/${idx}`, hash]))
    const get = (level: number, idx: number): Hash => (level === 0 ? many[idx]! : held.get(`${level}/${idx}`)!)
    for (const index of [0, 1, 255, 256, 257, 40_000, 65_535, size - 1].filter((one) => one < size)) {
      const proof = inclusionSpans(index, size).map((span) => spanHash(span, get))
      expect(provesInclusion(index, size, many[index]!, proof, root), `leaf ${index}`).toBe(true)
    }
    for (const old of [1, 254, 256, 300, 65_536].filter((one) => one < size)) {
      const spans = consistencySpans(old, size)
      const proof = spans.map((span) => spanHash(span, get))
      expect(provesConsistency({ size: old, root: rootOf(many.slice(0, old)) }, { size, root }, proof)).toBe(true)
      for (const { count } of spans.flatMap(nodesOf)) expect(count).toBeLessThan(TILE)
    }
  },
)
