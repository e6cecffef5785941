import { inThread } from '../../files/in/apart.ts'
import { BILL_LIMITS } from '../../files/in/limits.ts'
import { BillRefusal } from '../../files/in/refusal.ts'
import { FileRefusal, type HeldBecause } from './fault.ts'
import type { FileLimits } from './limits.ts'

/** PDF looked through in a thread of its own. Gives why it is kept apart, null for nothing; throws a FileRefusal where it is none. */
export async function pdfLookedThrough(bytes: Buffer, { unpacked }: FileLimits): Promise<HeldBecause | null> {
  if (bytes.subarray(-66_000).includes(ARCHIVE_ENDS)) throw new FileRefusal('two-in-one')
  try {
    return await inThread<HeldBecause | null>(APART, 'pdf', bytes, { ...BILL_LIMITS, unpacked })
  } catch (error) {
    if (!(error instanceof BillRefusal)) throw error
    if (error.code === 'too-costly') return 'too-complex'
    if (error.code === 'busy') throw new FileRefusal('busy')
    throw new FileRefusal(error.code === 'pdf-locked' ? 'locked' : 'damaged')
  }
}

const APART = new URL('./pdf-apart.ts', import.meta.url)
const ARCHIVE_ENDS = Buffer.from('PK\x05\x06')
