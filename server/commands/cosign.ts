import { readFile } from 'node:fs/promises'
import { cosign as sign } from '../../catalogue/log/cosignature.ts'
import { consistencySpans, provesConsistency } from '../../catalogue/log/merkle.ts'
import {
  makeSigner,
  noteText,
  readSigner,
  type Signer,
  signerText,
  verifierText,
  WITNESS_KEY,
} from '../../catalogue/log/note.ts'
import { writeWhole } from '../log/key-file.ts'
import { type Fetch, fetchingFrom, RemoteFault, remoteHashes, type Signed, signedCheckpoint } from '../log/remote.ts'
import { readSeen, writeSeen } from '../log/seen-file.ts'
import { trustedKeys } from './verify.ts'

export type CosignOptions = { url: string; key: string; state: string; log?: string | undefined }

/**
 * 见证: a second party sees that a portal's log only grew since it last looked, signs the newest checkpoint and sends
 * its signature. Throws RemoteFault where the log did anything else, and signs nothing.
 */
export async function cosign({ url, key, state, log }: CosignOptions, now: Date): Promise<string> {
  const signer = await witnessIn(key)
  const fetch = fetchingFrom(url)
  const seen = await readSeen(state)
  const { keys, says } = await trustedKeys(fetch, seen.keys, log)
  const checkpoint = await signedCheckpoint(fetch, keys)
  if (seen.checkpoint !== null) await mustContinue(fetch, seen.checkpoint, checkpoint)
  await writeSeen(state, keys, checkpoint.sent)
  await send(url, noteText({ text: checkpoint.note.text, signatures: [sign(checkpoint.note.text, signer, now)] }))
  return [`cosigned the tree of ${checkpoint.size} lines of ${checkpoint.origin}`, ...says].join('\n')
}

async function mustContinue(fetch: Fetch, old: Pick<Signed, 'size' | 'root' | 'origin'>, now: Signed): Promise<void> {
  if (old.origin !== now.origin) throw new RemoteFault(`this is the log ${now.origin}, not ${old.origin}`)
  const proof = old.size > now.size ? [] : await remoteHashes(fetch, consistencySpans(old.size, now.size), now.size)
  if (!provesConsistency(old, now, proof))
    throw new RemoteFault(
      `WRONG  the log does not continue the tree of ${old.size} lines that was seen before; nothing was signed`,
    )
}

async function send(url: string, body: string): Promise<void> {
  const answer = await fetch(`${url.replace(/\/+$/, '')}/log/cosignatures`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body,
  })
  if (!answer.ok)
    throw new RemoteFault(`the portal did not take the signature (${answer.status}): is this witness known to it?`)
}

async function witnessIn(file: string): Promise<Signer> {
  const signer = readSigner(await readFile(file, 'utf8'))
  if (signer?.verifier.type !== WITNESS_KEY) throw new Error(`${file} does not hold a key of a witness`)
  return signer
}

/** Makes the key of a witness in a file of its own; returns the verifier key to tell the portal. Never over another. */
export async function makeWitness(file: string, name: string): Promise<string> {
  const there = await readFile(file).catch(() => null)
  if (there !== null) throw new Error(`${file} is there already`)
  const signer = makeSigner(name, WITNESS_KEY)
  await writeWhole(file, `${signerText(signer)}\n`)
  return verifierText(signer.verifier)
}
