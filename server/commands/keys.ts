import { existsSync } from 'node:fs'
import { caseKeys, keepSecrets, type Secrets, secretsIn, withAnother } from '../cases/keys.ts'
import { resealAll } from '../cases/rotation.ts'
import { type Config, caseKeyFile } from '../config.ts'
import { audit } from '../db/audit.ts'
import { asClerk } from '../db/case-doors.ts'
import { type Db, openDatabase } from '../db/database.ts'
import { sealedOtherwise } from '../db/sealed.ts'

type Keeping = Pick<Config, 'caseKeyFile' | 'dataDir'>
type Said = { ok: boolean; says: string[] }

/** `portal keys rotate seal|pepper`: adds a key to the file of keys, in use from now on; what was sealed before is sealed anew with it. A pepper is for new codes: older ones are found with theirs. */
export async function rotateKeys(url: string, config: Keeping, which: string, now: Date): Promise<Said> {
  if (which !== 'seal' && which !== 'pepper') throw new Error(`keys rotates seal or pepper, not ${which}`)
  const file = caseKeyFile(config)
  const secrets = withAnother(await knownSecrets(file), which)
  await keepSecrets(file, secrets)
  const newest = Math.max(...Object.keys(secrets[which]).map(Number))
  const says = [
    `${which} ${newest} is in use from now on; ${file} has changed: keep a copy of it apart from the database`,
  ]
  await onDb(url, (db) => entry(db, `keys.${which}`, newest, now))
  if (which === 'pepper')
    return { ok: true, says: [...says, 'codes given out before are found with the older peppers'] }
  const sealed = await resealKeys(url, config)
  return { ok: sealed.ok, says: [...says, ...sealed.says] }
}

/** `portal keys reseal`: seals anew what is still sealed with an older key; a rotation that broke off goes on with it. */
export async function resealKeys(url: string, config: Keeping): Promise<Said> {
  const keys = caseKeys(await knownSecrets(caseKeyFile(config)))
  const { anew, unopened, left } = await onDb(url, (db) => resealAll(db, keys))
  const says = [`${anew} values sealed anew with seal ${keys.newest}; ${left} are still sealed with another`]
  if (unopened > 0) says.push(`${unopened} cannot be opened with any key of the file: was another file in use?`)
  return { ok: left === 0, says }
}

/** `portal keys status`: which keys there are, and how much waits for a rotation. */
export async function keysStatus(url: string, config: Keeping): Promise<Said> {
  const keys = caseKeys(await knownSecrets(caseKeyFile(config)))
  const left = await onDb(url, (db) => asClerk(db, (tx) => sealedOtherwise(tx, keys.newest)))
  const says = [
    `seal ${keys.newest} and pepper ${keys.peppers[0]} are in use; ${left} values are sealed with another key`,
  ]
  return { ok: left === 0, says }
}

/** The secrets of a file that is there: a command never makes one, as it would open nothing. */
function knownSecrets(file: string): Promise<Secrets> {
  if (!existsSync(file)) throw new Error(`${file} is not there: set CASE_KEY_FILE to the file of keys in use`)
  return secretsIn(file)
}

async function onDb<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(url, () => {})
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const entry = (db: Db, act: string, newest: number, at: Date): Promise<void> =>
  audit(db, { at, by: null, login: null, act, object: String(newest), outcome: 'done', address: 'command line' })
