import { createPrivateKey, createPublicKey, hash, type KeyObject, randomBytes, sign, verify } from 'node:crypto'

/** What a key signs: a log its notes, a witness its cosignatures (C2SP signed-note, signature types). */
export const LOG_KEY = 1
export const WITNESS_KEY = 4
export type KeyType = typeof LOG_KEY | typeof WITNESS_KEY

/** 验证公钥: what a signature is checked with. `id` is the first four bytes of a hash over name, type and key. */
export type Verifier = { name: string; id: string; type: KeyType; publicKey: Buffer }

/** 签名私钥: a verifier and the secret that signs for it. */
export type Signer = { verifier: Verifier; seed: Buffer; key: KeyObject }

/** One signature under a note, by the name and id of the key that made it. */
export type Signature = { name: string; id: string; bytes: Buffer }

/** A text, ending with a newline, and the signatures under it. */
export type Note = { text: string; signatures: Signature[] }

/** Makes a signer of this name; with a seed always the same one. */
export function makeSigner(name: string, type: KeyType, seed: Buffer = randomBytes(32)): Signer {
  if (!NAME.test(name)) throw new Error(`“${name}” cannot name a key: no spaces and no plus`)
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url')
  return { verifier: verifierOf(name, type, publicKey), seed, key }
}

/** `name+id+base64`, as signed-note writes a verifier key, and read back; null where it is not one of ours or its id is wrong. */
export const verifierText = ({ name, id, type, publicKey }: Verifier): string =>
  `${name}+${id}+${Buffer.concat([Buffer.from([type]), publicKey]).toString('base64')}`

export function readVerifier(text: string): Verifier | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(encoded ?? '', 'base64')
  const type = bytes[0]
  if (name === undefined || bytes.length !== 33 || (type !== LOG_KEY && type !== WITNESS_KEY)) return null
  const verifier = verifierOf(name, type, bytes.subarray(1))
  return verifier.id === id ? verifier : null
}

/** `PRIVATE+KEY+name+id+base64`, as Go's sumdb/note keeps a secret, and read back. */
export const signerText = ({ verifier: { name, id, type }, seed }: Signer): string =>
  `PRIVATE+KEY+${name}+${id}+${Buffer.concat([Buffer.from([type]), seed]).toString('base64')}`

export function readSigner(text: string): Signer | null {
  const [, name, id, encoded] = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(encoded ?? '', 'base64')
  const type = bytes[0]
  if (name === undefined || bytes.length !== 33 || (type !== LOG_KEY && type !== WITNESS_KEY)) return null
  const signer = makeSigner(name, type, bytes.subarray(1))
  return signer.verifier.id === id ? signer : null
}

/** A note as it is sent. */
export const noteText = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`

const signatureLine = ({ name, id, bytes }: Signature): string =>
  `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), bytes]).toString('base64')}\n`

const MOST_SIGNATURES = 64
const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/

/** Reads a note; null where it is not one. What it says counts only once a known key's signature has been checked. */
export function readNote(sent: string): Note | null {
  const cut = sent.lastIndexOf('\n\n')
  if (cut < 0 || !sent.endsWith('\n') || /[\0-\x09\x0b-\x1f]/.test(sent)) return null
  const lines = sent.slice(cut + 2, -1).split('\n')
  const signatures = lines.map((line) => LINE.exec(line)).map((found) => found && signatureOf(found[1]!, found[2]!))
  if (lines.length > MOST_SIGNATURES || signatures.some((one) => one === null)) return null
  return { text: sent.slice(0, cut + 1), signatures: signatures as Signature[] }
}

function signatureOf(name: string, encoded: string): Signature | null {
  const bytes = Buffer.from(encoded, 'base64')
  return bytes.length < 5 ? null : { name, id: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) }
}

/** A log's signature over a text. */
export const signText = (text: string, { verifier: { name, id }, key }: Signer): Signature => ({
  name,
  id,
  bytes: sign(null, Buffer.from(text), key),
})

/** Did the holder of this key sign this very message? */
export const signed = (message: string, signature: Buffer, { publicKey }: Verifier): boolean =>
  signature.length === 64 && verify(null, Buffer.from(message), keyOf(publicKey), signature)

const keyOf = (publicKey: Buffer): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' })

const verifierOf = (name: string, type: KeyType, publicKey: Buffer): Verifier => {
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), publicKey]), 'hex')
  return { name, id: id.slice(0, 8), type, publicKey }
}

const NAME = /^[^\s+]+$/

/** What stands before the 32 bytes of an Ed25519 secret in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
