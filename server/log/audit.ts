import { checkpointText, checkSignature } from '../../catalogue/log/checkpoint.ts'
import { canonical, differenceOf, type Leaf, readLeaf } from '../../catalogue/log/leaf.ts'
import { consistencySpans, type Hash, leafHash, provesConsistency, type Tree } from '../../catalogue/log/merkle.ts'
import type { Verifier } from '../../catalogue/log/note.ts'
import { listing, replaying } from '../../catalogue/log/replay.ts'
import { type Edge, edgeRoot, grow, spanHash } from '../../catalogue/log/tiles.ts'
import type { Db, Reader } from '../db/database.ts'
import { linesOf, opensOf } from '../db/log.ts'
import { inOneView, releasesAndTrees, type StoredLeaf, storedLeaves, storedNodes } from '../db/log-audit.ts'
import { keysOfLog, signaturesUnder } from '../db/log-signatures.ts'
import { checkRecord } from './audit-record.ts'
import { type Collecting, collecting, type Failure, ofLine, ofRelease } from './failure.ts'

/** What was looked at, and everything wrong with it, the first line first. `unsigned` releases await the log's key. */
export type Audit = { releases: number; leaves: number; unsigned: number; failures: Failure[]; tree: Tree | null }

/**
 * 核验: works the whole log out anew from the facts and compares: leaves with statements, hashes, tiles, roots, every
 * signature, each tree with the one before, and what publish() must have made of the lines. `last` is what the log's
 * key signed last, where the one who asks knows it.
 */
export const audit = (db: Db, last: Tree | null = null): Promise<Audit> =>
  inOneView(db, async (tx) => {
    const found = collecting()
    const state: State = { tx, found, ...begun(), keys: (await keysOfLog(tx)).map(({ verifier }) => verifier) }
    const releases = await releasesAndTrees(tx)
    let unsigned = 0
    for (const { release, size, root } of releases) {
      if (size === null || root === null) await passOver(state, release)
      else if (!(await checkRelease(state, { release, size, root }))) unsigned++
    }
    await checkEnd(state, last)
    await checkRecord(tx, state.replay, state.listed, found)
    return { releases: releases.length, leaves: state.size, unsigned, failures: found.first(), tree: state.tree }
  })

type State = ReturnType<typeof begun> & { tx: Reader; found: Collecting; keys: Verifier[] }

const begun = () => ({
  edge: [] as Edge,
  size: 0,
  hashes: [] as Hash[],
  nodes: new Map<string, Hash>(),
  tree: null as Tree | null,
  astray: false,
  replay: replaying(),
  listed: listing(),
})

type Closed = Tree & { release: number }

/** One release: its lines, its root, its place after the one before. Says whether the log signed it. */
async function checkRelease(state: State, { release, size, root }: Closed): Promise<boolean> {
  const { found } = state
  await checkLines(state, release, size)
  const now = { size: state.size, root: edgeRoot(state.edge) }
  if (!state.astray && (now.size !== size || !now.root.equals(root))) {
    state.astray = true
    found.add(ofRelease(release, `its ${now.size} leaves do not hash to the root that was published with it`))
  }
  if (state.tree !== null && !state.astray && !continues(state, state.tree, now))
    found.add(ofRelease(release, 'its tree does not begin with that of the release before'))
  state.tree = now
  return checkSignatures(state, { release, size, root })
}

/** A release that the log lacks is named as such; what follows is judged as if its lines were what they say. */
async function passOver({ tx, found, replay, listed }: State, release: number): Promise<void> {
  found.add(ofRelease(release, 'it is not in the log'))
  const lines: Leaf[] = []
  for (let more = await linesOf(tx, release, 0); more.length > 0; more = await linesOf(tx, release, more.at(-1)!.n))
    for (const { source: _, ...line } of more) lines.push({ v: 1, ...line })
  replay.said(release, lines)
  listed.said(lines)
}

function continues({ hashes, nodes }: State, old: Tree, now: Tree): boolean {
  const get = (level: number, idx: number): Hash => (level === 0 ? hashes[idx]! : nodes.get(`${level}/${idx}`)!)
  return provesConsistency(
    old,
    now,
    consistencySpans(old.size, now.size).map((span) => spanHash(span, get)),
  )
}

const BATCH = 5000

/** The lines of a release, and what the release says of itself: leaf beside statement. */
async function checkLines(state: State, release: number, size: number): Promise<void> {
  const lines: Leaf[] = []
  const opens = await opensOf(state.tx, release)
  for (let after = 0; state.size < size; ) {
    const stored = await storedLeaves(state.tx, state.size, Math.min(BATCH, size - state.size))
    if (stored.length === 0) break
    const facts = new Map((await linesOf(state.tx, release, after)).map((fact) => [fact.n, fact]))
    for (const [place, leaf] of stored.entries()) {
      const said = readLeaf(leaf.data)
      const first = lines.length === 0
      if (said === null || leaf.release !== release || leaf.idx !== state.size + place)
        state.found.add(ofRelease(release, `leaf ${leaf.idx} is not a leaf of this release, or not in its place`))
      else {
        lines.push(said)
        checkLeaf(state.found, leaf, said, facts.get(said.n), first ? opens : null)
        facts.delete(said.n)
      }
    }
    const last = stored.at(-1)!.n
    for (const fact of facts.values())
      if (fact.n <= last) state.found.add(ofLine(fact, 'it stands in the record, and not in the log'))
    add(state, stored)
    after = last
  }
  for (const fact of await linesOf(state.tx, release, lines.at(-1)?.n ?? 0))
    state.found.add(ofLine(fact, 'it stands in the record, and not in the log'))
  state.replay.said(release, lines)
  state.listed.said(lines)
}

type Fact = Awaited<ReturnType<typeof linesOf>>[number]

function checkLeaf(
  found: Collecting,
  { data, hash }: StoredLeaf,
  said: Leaf,
  fact: Fact | undefined,
  opens: Leaf['opens'] | null,
) {
  if (fact === undefined) {
    found.add(ofLine(said, 'it stands in the log, and not in the record'))
    return
  }
  const { source, ...rest } = fact
  const told = { v: 1, ...rest, ...(source === null ? {} : { source }), ...(opens ? { opens } : {}) }
  const field = differenceOf(said, told)
  if (field?.startsWith('opens'))
    found.add(ofRelease(said.release, `${field.slice(6) || 'what it says of itself'} is not what was published`))
  else if (field !== null) found.add(ofLine(said, `${field} is not what was published`))
  else if (canonical(said) !== data) found.add(ofLine(said, 'its leaf is not written canonically'))
  if (!hash.equals(leafHash(data))) found.add(ofLine(said, 'its leaf does not have the hash that is stored'))
}

function add(state: State, stored: readonly StoredLeaf[]): void {
  const hashes = stored.map(({ data }) => leafHash(data))
  const { edge, nodes } = grow(state.edge, state.size, hashes)
  for (const { level, idx, hash } of nodes) state.nodes.set(`${level}/${idx}`, hash)
  for (const hash of hashes) state.hashes.push(hash)
  state.edge = edge
  state.size += stored.length
}

/** Every signature under a checkpoint; says whether one of the log's is among them. */
async function checkSignatures({ tx, found, keys }: State, tree: Closed): Promise<boolean> {
  const signatures = await signaturesUnder(tx, [tree.release])
  for (const signature of signatures) {
    const verifier = keys.find(({ name, id }) => name === signature.name && id === signature.id)
    const text = checkpointText({ ...tree, origin: signature.origin })
    if (!verifier || checkSignature(text, signature, verifier) === null)
      found.add(ofRelease(tree.release, `the signature of ${signature.name} does not hold for its checkpoint`))
  }
  return signatures.some(({ kind }) => kind === 'log')
}

/** Nothing after the last tree, the stored tiles as they come out, and what the key signed last at the beginning. */
async function checkEnd(state: State, last: Tree | null): Promise<void> {
  const { tx, found, size, tree } = state
  for (const { idx } of await storedLeaves(tx, size, 1)) found.add(ofRelease(0, `leaf ${idx} belongs to no release`))
  const stored = new Map((await storedNodes(tx)).map(({ level, idx, hash }) => [`${level}/${idx}`, hash]))
  for (const [place, hash] of state.nodes)
    if (!stored.get(place)?.equals(hash)) found.add(ofRelease(0, `the stored hash ${place} is not that of its leaves`))
  for (const place of stored.keys())
    if (!state.nodes.has(place)) found.add(ofRelease(0, `the stored hash ${place} belongs to no leaves`))
  if (last !== null && (tree === null || last.size > tree.size || !continues(state, last, tree)))
    found.add(ofRelease(0, `it does not continue what its key signed last, a tree of ${last.size} leaves`))
}
