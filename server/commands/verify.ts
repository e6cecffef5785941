import type { Verifier } from '../../catalogue/log/note.ts'
import { readVerifier } from '../../catalogue/log/note.ts'
import { auditChains, type Chains } from '../db/case-chains.ts'
import { openDatabase } from '../db/database.ts'
import { audit } from '../log/audit.ts'
import { type Failure, inWords } from '../log/failure.ts'
import { keyFileOf, type LogSettings } from '../log/keeping.ts'
import { lastSigned } from '../log/key-file.ts'
import { type Fetch, fetchingFrom, listedKeys, vouchedFor } from '../log/remote.ts'
import { remoteAudit } from '../log/remote-audit.ts'
import { readSeen, writeSeen } from '../log/seen-file.ts'

/** What verification came to, in lines for a person. */
export type Verified = { ok: boolean; says: string[] }

/** 核验 of the database: the whole log worked out anew from the facts, what the key in its file signed last, and the chain of every case. */
export async function verifyDatabase(url: string, settings: LogSettings): Promise<Verified> {
  const db = openDatabase(url, () => {}, null)
  try {
    const last = await lastSigned(keyFileOf(settings))
    const { releases, leaves, unsigned, failures } = await audit(db, last)
    const chains = await auditChains(db)
    const waits = unsigned === 0 ? [] : [`${unsigned} releases are not signed by the log's key`]
    return withCases(
      chains,
      verdict(failures, [`${releases} releases, ${leaves} lines: what is published is what the log holds`, ...waits]),
    )
  } finally {
    await db.destroy()
  }
}

/** What is said of the log, and of the cases beside it. */
function withCases({ cases, events, broken }: Chains, { ok, says }: Verified): Verified {
  if (broken.length === 0)
    return { ok, says: [...says, `${cases} cases, ${events} events: the chain of every case holds from end to end`] }
  const wrong = broken.slice(0, SAID).map(({ no, seq }) => `WRONG  the chain of case ${no} breaks at its event ${seq}`)
  return { ok: false, says: [...says, ...wrong] }
}

export type RemoteOptions = { url: string; key?: string | undefined; state?: string | undefined }

/** 核验 of a portal from outside. Without a key or a state file it trusts the keys that the portal lists, and says so. */
export async function verifyRemote({ url, key, state }: RemoteOptions): Promise<Verified> {
  const fetch = fetchingFrom(url)
  const seen = await readSeen(state ?? null)
  const trusted = await trustedKeys(fetch, seen.keys, key)
  const { checkpoint, releases, failures } = await remoteAudit(fetch, trusted.keys, seen.checkpoint)
  if (failures.length === 0 && state !== undefined) await writeSeen(state, trusted.keys, checkpoint.sent)
  return verdict(failures, [
    `${releases} releases, ${checkpoint.size} lines: what ${url} tells is what its log holds, signed by ${checkpoint.origin}`,
    ...(seen.checkpoint ? [`it continues the tree of ${seen.checkpoint.size} lines that was seen before`] : []),
    ...trusted.says,
  ])
}

/** The keys to trust: those given or remembered, and those they vouch for; else what the portal lists. */
export async function trustedKeys(fetch: Fetch, remembered: readonly Verifier[], key: string | undefined) {
  const given = key === undefined ? null : readVerifier(key)
  if (key !== undefined && given === null) throw new Error('--key is not a verifier key: name+id+base64')
  const start = given ? [given] : remembered
  if (start.length > 0) return { keys: await vouchedFor(fetch, start), says: [] }
  const keys = (await listedKeys(fetch)).map(({ verifier }) => verifier)
  return {
    keys,
    says: [`its keys were taken from the portal itself: ${keys.map(({ name, id }) => `${name}+${id}`).join(', ')}`],
  }
}

/** Lines said of failures; of many only the first tell anything. */
const SAID = 20

const verdict = (failures: readonly Failure[], sound: string[]): Verified =>
  failures.length === 0
    ? { ok: true, says: sound }
    : {
        ok: false,
        says: [
          `WRONG  ${inWords(failures[0]!)}`,
          ...failures.slice(1, SAID).map((failure) => `       ${inWords(failure)}`),
          ...(failures.length > SAID ? [`       and ${failures.length - SAID} more`] : []),
        ],
      }
