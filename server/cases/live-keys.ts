import { readFileSync, statSync } from 'node:fs'
import { type CaseKeys, caseKeys, readSecrets, secretsIn } from './keys.ts'

/**
 * The keys of a file, read anew as soon as it is another: a running portal takes up a rotation at once. A file that is
 * gone or holds something else changes nothing.
 */
export async function keysIn(file: string): Promise<CaseKeys> {
  let [keys, read] = [caseKeys(await secretsIn(file)), stampOf(file)]
  const current = (): CaseKeys => {
    const stamp = stampOf(file)
    if (stamp === read || stamp === null) return keys
    const anew = secretsNow(file)
    read = stamp
    if (anew !== null) keys = anew
    return keys
  }
  return {
    seal: (owner, text) => current().seal(owner, text),
    open: (owner, sealed) => current().open(owner, sealed),
    sealedWith: (sealed) => current().sealedWith(sealed),
    blind: (field, value) => current().blind(field, value),
    tag: (receipt, code, pepper) => current().tag(receipt, code, pepper),
    get newest() {
      return current().newest
    },
    get peppers() {
      return current().peppers
    },
  }
}

/** A file is written whole beside and then put in its place, so another one has another number. */
function stampOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? null : `${found.ino}:${found.mtimeMs}:${found.size}`
}

function secretsNow(file: string): CaseKeys | null {
  try {
    return caseKeys(readSecrets(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
