import { type Checkpoint, readCheckpoint, signersOf } from '../../catalogue/log/checkpoint.ts'
import type { Hash, Span } from '../../catalogue/log/merkle.ts'
import { type Note, readNote, readVerifier, type Verifier } from '../../catalogue/log/note.ts'
import { nodesOf, type Place, placesOf, readBundle, spanHash, TILE, tilePath } from '../../catalogue/log/tiles.ts'

/** What another portal serves of its log, or nothing that can be relied on. */
export class RemoteFault extends Error {}

/** Fetches from a portal by path; waits where it asks for patience. */
export type Fetch = (path: string) => Promise<Buffer>

export const fetchingFrom = (base: string): Fetch => {
  const url = base.replace(/\/+$/, '')
  return async (path) => {
    for (let tries = 1; ; tries++) {
      const answer = await fetch(url + path, { headers: { accept: 'application/json, */*' } }).catch((error: Error) => {
        throw new RemoteFault(`${url} does not answer: ${(error.cause as Error | undefined)?.message ?? error.message}`)
      })
      if (answer.ok) return Buffer.from(await answer.arrayBuffer())
      const patience = Number(answer.headers.get('retry-after') ?? 1)
      if (answer.status !== 429 || tries === 5 || patience > 120)
        throw new RemoteFault(`${url}${path} answers ${answer.status}`)
      await new Promise((later) => setTimeout(later, patience * 1000))
    }
  }
}

/** A checkpoint with the keys that signed it. */
export type Signed = Checkpoint & { note: Note; sent: string; signers: Verifier[] }

/** The newest checkpoint, or that of a release, signed by one of these keys. Throws RemoteFault where it is not. */
export async function signedCheckpoint(fetch: Fetch, known: readonly Verifier[], release?: number): Promise<Signed> {
  const path = release === undefined ? '/log/checkpoint' : `/log/checkpoint/${release}`
  const sent = (await fetch(path)).toString()
  const note = readNote(sent)
  const checkpoint = note && readCheckpoint(note.text)
  if (!note || !checkpoint) throw new RemoteFault(`${path} is not a checkpoint`)
  const signers = signersOf(note, known)
  if (signers === null) throw new RemoteFault(`a signature of ${path} does not hold`)
  if (!signers.some(({ name }) => name === checkpoint.origin))
    throw new RemoteFault(`${path} is signed by no key that is trusted`)
  return { ...checkpoint, note, sent, signers }
}

/** A key as a portal lists it, with the first release it signed. */
export type ListedKey = { verifier: Verifier; first: number | null }

/** The keys a portal lists, the newest first. */
export async function listedKeys(fetch: Fetch): Promise<ListedKey[]> {
  const keys: ListedKey[] = []
  for (const line of (await fetch('/log/key')).toString().split('\n')) {
    const verifier = readVerifier(line)
    const first = /^# signed releases (\d+)/.exec(line)?.[1]
    if (verifier) keys.push({ verifier, first: null })
    else if (first !== undefined && keys.length > 0) keys.at(-1)!.first = Number(first)
  }
  return keys
}

/** Keys that a trusted one vouches for: it signed the first checkpoint of the new one beside it. */
export async function vouchedFor(fetch: Fetch, trusted: readonly Verifier[]): Promise<Verifier[]> {
  const known = [...trusted]
  for (const { verifier, first } of (await listedKeys(fetch)).toReversed()) {
    if (first === null || known.some(({ id, name }) => id === verifier.id && name === verifier.name)) continue
    const { signers } = await signedCheckpoint(fetch, [...known, verifier], first)
    if (signers.length > 1 && signers.includes(verifier)) known.push(verifier)
  }
  return known
}

/** All leaves of a log of this size. */
export async function remoteLeaves(fetch: Fetch, size: number): Promise<string[]> {
  const leaves: string[] = []
  for (const place of placesOf(size, 'entries')) {
    const bundle = readBundle(await fetch(`/log/tile/${tilePath(place)}`))
    if (bundle?.length !== place.width)
      throw new RemoteFault(`/log/tile/${tilePath(place)} is not a bundle of ${place.width} entries`)
    for (const leaf of bundle) leaves.push(leaf)
  }
  return leaves
}

/** Hashes over spans of a log of this size, from its tiles. */
export async function remoteHashes(fetch: Fetch, spans: readonly Span[], size: number): Promise<Hash[]> {
  const tiles = new Map<string, Buffer>()
  for (const { level, first, count } of spans.flatMap(nodesOf))
    for (let n = Math.floor(first / TILE); n * TILE < first + count; n++)
      if (!tiles.has(`${level}/${n}`)) tiles.set(`${level}/${n}`, await tileOf(fetch, tileAt(level, n, size)))
  return spans.map((span) =>
    spanHash(span, (level, idx) => {
      const at = (idx % TILE) * 32
      return tiles.get(`${level}/${Math.floor(idx / TILE)}`)!.subarray(at, at + 32)
    }),
  )
}

/** A tile as the portal serves it. */
export async function tileOf(fetch: Fetch, place: Place): Promise<Buffer> {
  const tile = await fetch(`/log/tile/${tilePath(place)}`)
  if (tile.length !== place.width * 32)
    throw new RemoteFault(`/log/tile/${tilePath(place)} is not ${place.width} hashes`)
  return tile
}

const tileAt = (level: number, n: number, size: number): Place => ({
  level,
  n,
  width: Math.min(TILE, Math.floor(size / TILE ** level) - n * TILE),
})
