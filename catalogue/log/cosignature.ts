import { sign } from 'node:crypto'
import { type Signature, type Signer, signed, type Verifier } from './note.ts'

/** What a witness signs: that at this second it saw this checkpoint, and none that contradicts it (C2SP tlog-cosignature). */
const messageOf = (checkpoint: string, seconds: bigint): string => `cosignature/v1\ntime ${seconds}\n${checkpoint}`

/** 见证签名: a witness's signature over a checkpoint. */
export function cosign(checkpoint: string, { verifier: { name, id }, key }: Signer, at: Date): Signature {
  const seconds = BigInt(Math.floor(at.getTime() / 1000))
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(seconds)
  return { name, id, bytes: Buffer.concat([time, sign(null, Buffer.from(messageOf(checkpoint, seconds)), key)]) }
}

/** When a witness says it saw a checkpoint; null where its signature does not hold. */
export function cosignedAt(checkpoint: string, { bytes }: Signature, verifier: Verifier): Date | null {
  if (bytes.length !== 72) return null
  const seconds = bytes.readBigUInt64BE(0)
  if (seconds > LATEST || !signed(messageOf(checkpoint, seconds), bytes.subarray(8), verifier)) return null
  return new Date(Number(seconds) * 1000)
}

/** The last second of the year 9999. */
const LATEST = 253_402_300_799n
