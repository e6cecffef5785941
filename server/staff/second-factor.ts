import { Secret, TOTP } from 'otpauth'
import { toString as qr } from 'qrcode'

const ISSUER = 'Port Fee Portal'
const PERIOD = 30
/** How long a code is the one shown. */
export const STEP_MS = PERIOD * 1000
/** A code of the step before or after is taken too: clocks differ. */
const WINDOW = 1

const totpOf = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: ISSUER, label: login, secret: Secret.fromBase32(secret), period: PERIOD, digits: 6 })

/** A new secret of a second factor, in base32: 160 bits. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The step whose code this is, at this moment; null when it is the code of none near. Spaces that people type are nothing. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const digits = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const delta = totpOf(secret, '').validate({ token: digits, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}

/** The code of this moment, as the telephone shows it. */
export const codeNow = (secret: string, now: Date): string => totpOf(secret, '').generate({ timestamp: now.getTime() })

/** What a telephone reads to keep the secret: a picture as an address, and the letters in groups for typing. */
export async function enrolment(secret: string, login: string): Promise<{ picture: string; letters: string }> {
  const svg = await qr(totpOf(secret, login).toString(), { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    letters: secret.match(/.{1,4}/g)!.join(' '),
  }
}
