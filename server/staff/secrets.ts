import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** A secret for one purpose, from the one the portal keeps: what leaks of one says nothing of another. */
export const keyFor = (secretKey: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, 'port-fee-portal', purpose, 32))

/** 32 random bytes as text, for a cookie or a form. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: whoever reads the database cannot use it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Seals a text with AES-256-GCM; it opens only with the same secret, and only as this owner's. */
export function seal(secretKey: string, owner: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, 'sealed'), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed; null when the secret is another, the owner is, or a byte was touched. */
export function unseal(secretKey: string, owner: string, sealed: Buffer): string | null {
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyFor(secretKey, 'sealed'), sealed.subarray(0, 12))
    cipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** A mark that only the portal can make of a text. */
export const mark = (secretKey: string, purpose: string, text: string): string =>
  createHmac('sha256', keyFor(secretKey, purpose)).update(text).digest('base64url')

/** Are two texts the same? The time it takes tells nothing. */
export function same(a: string, b: string): boolean {
  const [one, other] = [tokenHash(a), tokenHash(b)]
  return timingSafeEqual(one, other)
}
