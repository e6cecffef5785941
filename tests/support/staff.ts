import type { Db } from '../../server/db/database.ts'
import { makeSession } from '../../server/db/sessions.ts'
import { findLogin } from '../../server/db/staff.ts'
import type { Session } from '../../server/staff/desk.ts'
import { randomToken, tokenHash } from '../../server/staff/secrets.ts'
import { NOW } from './now.ts'
import type { App } from './portal.ts'

/** A member of staff who has signed in: the cookie for the headers of a request, and the token of the forms. */
export type SignedIn = Record<'cookie', string> & { csrf: string }

/** Signs someone in without the forms, as far as a stage: a full session's second factor was given just now. */
export async function asStaff(db: Db, login: string, now = NOW, stage: Session['stage'] = 'full'): Promise<SignedIn> {
  const account = await findLogin(db, login)
  if (account === undefined) throw new Error(`nobody here is ${login}`)
  const [token, csrf] = [randomToken(), randomToken()]
  const endsAt = new Date(now.getTime() + 12 * 3_600_000)
  const about = { address: '127.0.0.1', agent: 'test', stage, strongAt: stage === 'full' ? now : null }
  await makeSession(db, { ...about, token: tokenHash(token), staffId: account.id, csrf, endsAt }, now)
  return { cookie: `__Host-session=${token}`, csrf }
}

/** Sends a form of the desk as a browser does; a name may come several times. */
export function post(app: App, who: SignedIn, url: string, fields: Record<string, string | readonly string[]> = {}) {
  const form = new URLSearchParams({ csrf: who.csrf })
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  const headers = { cookie: who.cookie, 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url, headers, payload: form.toString() })
}
