import type { PersonFault } from '../views/pages/staff-person.ts'
import { clash, type Held, ROLES } from './access.ts'
import { audit } from './db/audit.ts'
import { auditsAndHandles, leavesNobody } from './db/people.ts'
import { endSessions } from './db/sessions.ts'
import { type Account, addStaff, giveRole, resetPassword, setDisabled, setTotp, takeRole } from './db/staff.ts'
import type { Desk, Person } from './staff/desk.ts'
import { hashPassword, initialPassword } from './staff/passwords.ts'

/** What came of an act on a person: done, with the password that is shown once where one was made; or why not. */
export type PersonOutcome = { ok: true; password?: string } | { ok: false; fault: PersonFault }
type By = { person: Person; address: string }

const no = (fault: PersonFault): PersonOutcome => ({ ok: false, fault })
const EVERYTHING = { but: 0 }

/** Gives a role, for a published entity where the role is held for one; who audits handles no cases, and the reverse. */
export const give = (desk: Desk, who: Account, by: By, asked: { role: string; entity: string }) =>
  told(desk, who, by, 'person.role', asked, async () => {
    const held = await roleOf(desk, asked)
    if ('fault' in held) return no(held.fault)
    if (clash([held.role, ...who.held.map(({ role }) => role)])) return no('roles-clash')
    await giveRole(desk.db, who.id, held)
    return { ok: true }
  })

/** Takes a role away; the last administrator keeps theirs. */
export const take = (desk: Desk, who: Account, by: By, asked: { role: string; entity: string }) =>
  told(desk, who, by, 'person.unrole', asked, async () => {
    const entity = asked.entity === '' ? null : asked.entity
    const held = who.held.find((one) => one.role === asked.role && one.entity === entity)
    if (held === undefined) return no('not-held')
    await takeRole(desk.db, who.id, held)
    return { ok: true }
  })

/** Disables an account, whose sessions end, or enables it again. */
export const disable = (desk: Desk, who: Account, by: By, yes: boolean) =>
  told(desk, who, by, yes ? 'person.disable' : 'person.enable', {}, async () => {
    await setDisabled(desk.db, who.id, yes ? desk.now() : null)
    return { ok: true }
  })

/** A new password to be handed over and changed at the first sign-in; sessions end. */
export const renewPassword = (desk: Desk, who: Account, by: By) =>
  told(desk, who, by, 'person.password', {}, async () => {
    const password = initialPassword()
    await resetPassword(desk.db, who.id, await hashPassword(password), desk.now())
    return { ok: true, password }
  })

/** Forgets the second factor, as when a phone is lost; sessions end, and the next sign-in asks for a new one. */
export const forgetFactor = (desk: Desk, who: Account, by: By) =>
  told(desk, who, by, 'person.second-factor', {}, async () => {
    await setTotp(desk.db, who.id, null, null)
    await endSessions(desk.db, who.id, EVERYTHING, desk.now())
    return { ok: true }
  })

/** A role as it is asked for, if it can be held. */
export async function roleOf(
  desk: Desk,
  { role, entity }: { role: string; entity: string },
): Promise<Held | { fault: PersonFault }> {
  const known = ROLES.find((one) => one === role)
  if (known === undefined) return { fault: 'role-unknown' }
  if (known !== 'entity_editor') return { role: known, entity: null }
  const code = entity.trim().toUpperCase()
  if (code === '') return { fault: 'entity-needed' }
  const { of } = await desk.reference(desk.head.release())
  return of.entity.has(code) ? { role: known, entity: code } : { fault: 'entity-unknown' }
}

/** A new account with one role and a password that is shown once. */
export async function addPerson(
  desk: Desk,
  { login, name, held }: { login: string; name: string; held: Account['held'] },
  { person, address }: By,
): Promise<{ id: number; password: string } | null> {
  const password = initialPassword()
  const id = await addStaff(
    desk.db,
    { login, name, held, password: await hashPassword(password), mustChange: true },
    desk.now(),
  )
  const outcome = id === null ? 'refused' : 'done'
  const entry = { at: desk.now(), by: person.id, login: person.login, act: 'person.add', object: login, address }
  await audit(desk.db, { ...entry, outcome, detail: id === null ? { why: 'login-taken' } : { held } })
  return id === null ? null : { id, password }
}

/** Does it and writes it down, done or refused. Nobody does this to themselves. */
async function told(
  desk: Desk,
  who: Account,
  { person, address }: By,
  act: string,
  detail: Record<string, unknown>,
  work: () => Promise<PersonOutcome>,
): Promise<PersonOutcome> {
  const outcome = who.id === person.id ? no('own-account') : await work().catch(refusedByDatabase)
  const entry = { at: desk.now(), by: person.id, login: person.login, act, object: who.login, address }
  await audit(desk.db, {
    ...entry,
    outcome: outcome.ok ? 'done' : 'refused',
    detail: outcome.ok ? detail : { ...detail, why: outcome.fault },
  })
  return outcome
}

function refusedByDatabase(error: unknown): PersonOutcome {
  if (leavesNobody(error)) return no('last-administrator')
  if (auditsAndHandles(error)) return no('roles-clash')
  throw error
}
