import { addDays, type Day } from '../../catalogue/day.ts'
import { canonical, differenceOf, type Leaf, readLeaf } from '../../catalogue/log/leaf.ts'
import { leafHash, rootOf, type Tree } from '../../catalogue/log/merkle.ts'
import type { Verifier } from '../../catalogue/log/note.ts'
import { type Edge, edgeRoot, grow, type Node, placesOf, TILE, tilePath } from '../../catalogue/log/tiles.ts'
import { type Collecting, collecting, type Failure, ofLine, ofRelease } from './failure.ts'
import { type Fetch, listedKeys, remoteLeaves, type Signed, signedCheckpoint, tileOf } from './remote.ts'

/** What was looked at of another portal, and everything wrong with it, the first line first. */
export type RemoteAudit = { checkpoint: Signed; releases: number; failures: Failure[] }

/**
 * 异地核验: fetches another portal's whole log and the facts its API tells, and compares: leaves with lines, hashes with
 * tiles, each release's checkpoint with its leaves, and the tree with the one that was seen before.
 */
export async function remoteAudit(fetch: Fetch, known: readonly Verifier[], before: Tree | null): Promise<RemoteAudit> {
  const found = collecting()
  const checkpoint = await signedCheckpoint(fetch, known)
  const leaves = await remoteLeaves(fetch, checkpoint.size)
  const hashes = leaves.map(leafHash)
  if (!rootOf(hashes).equals(checkpoint.root))
    found.add(ofRelease(0, 'its leaves do not hash to the root of its checkpoint'))
  if (before !== null && (before.size > hashes.length || !rootOf(hashes.slice(0, before.size)).equals(before.root)))
    found.add(ofRelease(0, `it does not continue the tree of ${before.size} leaves that was seen before`))
  const releases = releasesIn(leaves, found)
  const { nodes, trees } = grown(hashes, releases)
  await checkTiles(fetch, hashes, nodes, found)
  const listed = (await listedKeys(fetch)).map(({ verifier }) => verifier)
  await checkCheckpoints(fetch, [...known, ...listed], trees, found)
  await checkFacts(fetch, releases, found)
  return { checkpoint, releases: releases.length, failures: found.first() }
}

/** Leaves by release; every release must follow the one before. */
function releasesIn(leaves: readonly string[], found: Collecting): Leaf[][] {
  const releases: Leaf[][] = []
  for (const [idx, data] of leaves.entries()) {
    const leaf = readLeaf(data)
    if (leaf === null || canonical(leaf) !== data) found.add(ofRelease(0, `leaf ${idx} is not written as a leaf`))
    else if (leaf.release === releases.length + 1 && leaf.opens) releases.push([leaf])
    else if (leaf.release === releases.length && !leaf.opens) releases.at(-1)!.push(leaf)
    else found.add(ofLine(leaf, `leaf ${idx} is not in its place`))
  }
  return releases
}

function grown(hashes: readonly Buffer[], releases: readonly Leaf[][]) {
  const [nodes, trees]: [Node[], Tree[]] = [[], []]
  let [edge, size]: [Edge, number] = [[], 0]
  for (const { length } of releases) {
    const more = grow(edge, size, hashes.slice(size, size + length))
    ;[edge, size] = [more.edge, size + length]
    nodes.push(...more.nodes)
    trees.push({ size, root: edgeRoot(edge) })
  }
  return { nodes, trees }
}

async function checkTiles(fetch: Fetch, hashes: readonly Buffer[], nodes: readonly Node[], found: Collecting) {
  for (let level = 0; level === 0 || TILE ** level <= hashes.length; level++) {
    const row = level === 0 ? hashes : nodes.filter((node) => node.level === level).map(({ hash }) => hash)
    for (const place of placesOf(hashes.length, level)) {
      const should = Buffer.concat(row.slice(place.n * TILE, place.n * TILE + place.width))
      if (!(await tileOf(fetch, place)).equals(should))
        found.add(ofRelease(0, `tile ${tilePath(place)} is not that of its leaves`))
    }
  }
}

async function checkCheckpoints(fetch: Fetch, known: readonly Verifier[], trees: readonly Tree[], found: Collecting) {
  for (const [place, tree] of trees.entries()) {
    const release = place + 1
    const fault = await signedCheckpoint(fetch, known, release).then(
      (stored) =>
        stored.size === tree.size && stored.root.equals(tree.root) ? null : 'its checkpoint is not that of its leaves',
      (error: Error) => error.message,
    )
    if (fault !== null) found.add(ofRelease(release, fault))
  }
}

type SaidOut = Pick<Leaf, 'kind' | 'key' | 'change' | 'payload' | 'why'> & {
  effective_from: string
  effective_to: string | null
}
type ReleaseOut = NonNullable<Leaf['opens']> & { content: { n: number; said: SaidOut }[] }

/** Lines of one answer of the API. */
const PAGE = 1000

/** What the API tells of every release beside what the log holds of it. */
async function checkFacts(fetch: Fetch, releases: readonly Leaf[][], found: Collecting): Promise<void> {
  for (const [place, leaves] of releases.entries()) {
    const release = place + 1
    const told = new Map<number, SaidOut>()
    for (let after: number | null = 0; after !== null; ) {
      const path: string = `/api/v1/releases/${release}?limit=${PAGE}&after=${after}`
      const answer = JSON.parse((await fetch(path)).toString()) as { data: ReleaseOut; next_after: number | null }
      if (after === 0) checkOpens(leaves[0]!, answer.data, found)
      for (const { n, said } of answer.data.content) told.set(n, said)
      after = answer.next_after
    }
    for (const leaf of leaves) {
      checkFact(leaf, told.get(leaf.n), found)
      told.delete(leaf.n)
    }
    for (const [n, { kind, key }] of told)
      found.add(ofLine({ release, n, kind, key }, 'the portal tells it, and the log does not hold it'))
  }
}

function checkOpens(
  { release, opens }: Leaf,
  { title, note, lines, backfilled, emergency }: ReleaseOut,
  found: Collecting,
) {
  const field = differenceOf(opens, { title, note, lines, backfilled, emergency })
  if (field !== null) found.add(ofRelease(release, `${field} is told otherwise than the log holds it`))
}

function checkFact(leaf: Leaf, said: SaidOut | undefined, found: Collecting): void {
  if (said === undefined) {
    found.add(ofLine(leaf, 'the log holds it, and the portal does not tell it'))
    return
  }
  const { kind, key, change, from, until, payload, why } = leaf
  const told = {
    ...{ kind: said.kind, key: said.key, change: said.change, payload: said.payload, why: said.why },
    ...{ from: said.effective_from, until: said.effective_to && addDays(said.effective_to as Day, 1) },
  }
  const field = differenceOf({ kind, key, change, from, until, payload, why }, told)
  if (field !== null) found.add(ofLine(leaf, `${field} is told otherwise than the log holds it`))
}
