import { createHash, randomInt } from 'node:crypto'
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { useProof } from '../db/filing.ts'
import type { Desk } from '../staff/desk.ts'
import { keyFor } from '../staff/secrets.ts'
import { recentFilings } from './recent.ts'

/** How long a challenge may be worked on: a form may lie open for a while. */
const MINUTES = 60

/** Tries that a challenge asks for at least, in quiet times: a third of a second on a desk, a second or two on a phone. */
const TRIES = 80
/** From so many filings within ten minutes it becomes dearer, up to so many times. */
const QUIET = 60
const DEAREST = 32

/**
 * 工作量证明 (ALTCHA, second format): something for a machine to work out before it files, the dearer the more is being
 * filed. It never shuts the door: who does not solve it files all the same, a little slower.
 */
export function challengeFor(desk: Desk): Promise<Challenge> {
  const tries = TRIES * Math.min(DEAREST, Math.max(1, Math.ceil(recentFilings(desk) / QUIET)))
  return createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost: 5_000, counter: randomInt(tries, 2 * tries), deriveKey },
    ...secretsOf(desk),
    data: { until: Math.floor(desk.now().getTime() / 1000) + MINUTES * 60 },
  })
}

/**
 * Was the work done? A solution is good once; with a `key`, again for a retry of the filing under that key. What is not a
 * solution, or comes too late, is none: nobody is refused for it.
 */
export async function provenBy(desk: Desk, payload: string, key: string | null = null): Promise<boolean> {
  const sent = readPayload(payload)
  if (sent === null) return false
  const { challenge, solution } = sent as Payload & z.infer<typeof Sent>
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secretsOf(desk) })
  const until = new Date(challenge.parameters.data.until * 1000)
  if (!verified || until <= desk.now()) return false
  return useProof(desk.db, createHash('sha256').update(challenge.parameters.nonce).digest(), key, until)
}

const secretsOf = ({ secretKey }: Desk) => ({
  hmacSignatureSecret: keyFor(secretKey, 'proof').toString('hex'),
  hmacKeySignatureSecret: keyFor(secretKey, 'proof of a key').toString('hex'),
})

const Sent = z.object({
  challenge: z.object({
    parameters: z.looseObject({ nonce: z.string(), data: z.looseObject({ until: z.number() }) }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

/** What the widget sends: JSON in base64. */
function readPayload(payload: string): z.infer<typeof Sent> | null {
  if (payload.length > 4_000) return null
  try {
    return Sent.safeParse(JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}
