import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { readIfThere, writeWhole } from '../log/key-file.ts'

/** The secrets of a file of keys: 32 bytes each by number; the highest is the one in use, older ones still open and find. */
const Secrets = z.strictObject({
  seal: z.record(z.string().regex(/^\d{1,3}$/), z.string()),
  pepper: z.record(z.string().regex(/^\d{1,3}$/), z.string()),
})
export type Secrets = z.infer<typeof Secrets>

/**
 * 密钥 of personal data, kept apart from the database. `seal`: AES-256-GCM with a nonce of its own, bound to its owner (what
 * it is and whose); `open` is null when it is another's or was touched. `tag` finds a submission by receipt and code.
 */
export type CaseKeys = {
  seal(owner: string, text: string): Buffer
  open(owner: string, sealed: Buffer): string | null
  /** The number of the key something was sealed with: what is not `newest` waits for its rotation. */
  sealedWith(sealed: Buffer): number
  newest: number
  blind(field: 'phone' | 'credit_code', value: string): Buffer
  tag(receipt: string, code: string, pepper?: number): Buffer
  /** The peppers, newest first. */
  peppers: readonly number[]
}

/** Keys from their secrets. */
export function caseKeys({ seal, pepper }: Secrets): CaseKeys {
  const sealing = new Map(Object.entries(seal).map(([n, secret]) => [Number(n), keyOf(secret, 'sealed')]))
  const peppers = new Map(Object.entries(pepper).map(([n, secret]) => [Number(n), keyOf(secret, 'pepper')]))
  const blinding = keyOf(seal[String(Math.min(...sealing.keys()))]!, 'blind')
  const newest = Math.max(...sealing.keys())
  const newestPepper = Math.max(...peppers.keys())
  return {
    newest,
    peppers: [...peppers.keys()].toSorted((a, b) => b - a),
    sealedWith: (sealed) => sealed[0]!,
    seal: (owner, text) => Buffer.concat([Buffer.of(newest), sealed(sealing.get(newest)!, owner, text)]),
    open: (owner, box) => opened(sealing.get(box[0]!), owner, box.subarray(1)),
    blind: (field, value) =>
      createHmac('sha256', blinding)
        .update(`${field}:${plain(field, value)}`)
        .digest(),
    tag: (receipt, code, n = newestPepper) =>
      createHmac('sha256', peppers.get(n)!).update(`v1:${receipt}:${code}`).digest(),
  }
}

/** A phone by its digits, without the country's own code before a mobile number; a credit code in capitals. */
const plain = (field: 'phone' | 'credit_code', value: string): string =>
  field === 'phone' ? value.replace(/\D/g, '').replace(/^(00)?86(?=1\d{10}$)/, '') : value.trim().toUpperCase()

const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), 'port-fee-portal cases', purpose, 32))

function sealed(key: Buffer, owner: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function opened(key: Buffer | undefined, owner: string, box: Buffer): string | null {
  if (key === undefined) return null
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12))
    cipher.setAAD(Buffer.from(owner)).setAuthTag(box.subarray(12, 28))
    return Buffer.concat([cipher.update(box.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** New secrets of one key and one pepper. */
export const newSecrets = (): Secrets => ({ seal: { 1: fresh() }, pepper: { 1: fresh() } })

/** The same with one key or pepper more, in use from now on. */
export function withAnother(secrets: Secrets, which: keyof Secrets): Secrets {
  const next = Math.max(...Object.keys(secrets[which]).map(Number)) + 1
  if (next > 255) throw new Error('no more than 255 keys')
  return { ...secrets, [which]: { ...secrets[which], [next]: fresh() } }
}

const fresh = (): string => randomBytes(32).toString('base64')

/** The secrets in a file that only its owner may read; made the first time. Throws where the file holds something else. */
export async function secretsIn(file: string): Promise<Secrets> {
  const kept = await readIfThere(file)
  if (kept !== null) return readSecrets(kept)
  const made = newSecrets()
  await keepSecrets(file, made)
  return made
}

/** What the text of such a file says; throws where it says something else. */
export const readSecrets = (text: string): Secrets => Secrets.parse(JSON.parse(text))

/** Writes them, whole or not at all. */
export const keepSecrets = (file: string, secrets: Secrets): Promise<void> =>
  writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`)
