import { readVerifier, verifierText, WITNESS_KEY } from '../../catalogue/log/note.ts'
import { type Db, openDatabase } from '../db/database.ts'
import { catchUpLog } from '../db/log.ts'
import { keepKey } from '../db/log-signatures.ts'
import { keyFileOf, type LogSettings, originOf } from '../log/keeping.ts'
import { makeKey } from '../log/key-file.ts'
import { rotateKey, signNew } from '../log/signing.ts'

type Work = { db: Db; settings: LogSettings; given: readonly string[]; now: Date }

/** What may be done to the log by hand, and what each says when it is done. */
const ACTS: Record<string, (work: Work) => Promise<string>> = {
  key: async ({ settings }) => verifierText((await makeKey(keyFileOf(settings), originOf(settings))).verifier),
  sign: async ({ db, settings, now }) => {
    const entered = await catchUpLog(db)
    const signing = await signNew(db, keyFileOf(settings), now)
    if (!signing.ok) throw new Error(`nothing was signed: ${signing.code}`)
    return `${entered} releases entered, ${signing.releases.length} signed`
  },
  rotate: async ({ db, settings, now }) => {
    const { made, old } = await rotateKey(db, keyFileOf(settings), originOf(settings), now)
    const beside =
      old === null ? 'no old key vouches for it' : `the newest checkpoint is signed by it and by ${old.verifier.id}`
    return `${verifierText(made.verifier)}\n${beside}`
  },
  witness: async ({ db, given: [vkey = ''], now }) => {
    const verifier = readVerifier(vkey)
    if (verifier?.type !== WITNESS_KEY) throw new Error('that is not the verifier key of a witness: name+id+base64')
    await keepKey(db, verifier, 'witness', now)
    return `cosignatures of ${verifier.name} are taken from now on`
  },
}

export const LOG_ACTS = Object.keys(ACTS)

/** `portal log <act>`: makes or rotates the key, signs what waits, makes a witness known. */
export async function logAct(
  url: string,
  settings: LogSettings,
  act: string,
  given: readonly string[],
  now: Date,
): Promise<string> {
  const work = ACTS[act]
  if (work === undefined) throw new Error(`log knows ${LOG_ACTS.join(', ')}, not ${act}`)
  const db = openDatabase(url, () => {}, null)
  try {
    return await work({ db, settings, given, now })
  } finally {
    await db.destroy()
  }
}
