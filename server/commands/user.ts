import { CreditCode } from '../../catalogue/codes.ts'
import { clash, type Held, ROLES, type Role } from '../access.ts'
import { audit } from '../db/audit.ts'
import { type Db, openDatabase } from '../db/database.ts'
import { addStaff, findLogin, listStaff, resetPassword, setDisabled, setTotp } from '../db/staff.ts'
import { hashPassword, initialPassword } from '../staff/passwords.ts'

/** What was asked cannot be done; the message says why and how to mend it. */
export class UserFault extends Error {}

export type NewUser = { name: string; role: string[]; entity?: string }

/** Makes an account whose password is printed this once and changed at the first sign-in. */
export const addUser = (url: string, login: string, { name, role, entity }: NewUser, now: Date): Promise<string> =>
  working(url, async (db) => {
    if (!/^[a-z][a-z0-9._-]{2,39}$/.test(login)) throw new UserFault(LOGIN)
    if (name.trim() === '') throw new UserFault('--name is empty: give the name of the person')
    const password = initialPassword()
    const held = role.map((one) => heldOf(one, entity))
    if (clash(held.map((one) => one.role))) throw new UserFault(CLASH)
    const who = { login, name: name.trim(), held, mustChange: true, password: await hashPassword(password) }
    if ((await addStaff(db, who, now)) === null) throw new UserFault(`there is an account ${login} already`)
    await entry(db, 'person.add', login, now, { roles: role, ...(entity === undefined ? {} : { entity }) })
    return `${login} may sign in at /staff with this password, and must change it then:\n${password}`
  })

const CLASH = 'who audits handles no cases: make two accounts for two people, one auditor and one with the case roles'
const LOGIN = 'a login is 3 to 40 lower-case letters, digits, dots, hyphens and underscores, and begins with a letter'

function heldOf(role: string, entity: string | undefined): Held {
  if (!ROLES.includes(role as Role)) throw new UserFault(`there is no role ${role}; roles are ${ROLES.join(', ')}`)
  if (role !== 'entity_editor') return { role: role as Role, entity: null }
  if (entity === undefined) throw new UserFault('an entity_editor edits one entity: give its credit code with --entity')
  if (!CreditCode.safeParse(entity).success)
    throw new UserFault(`${entity} is not a unified social credit code, or its check character does not agree`)
  return { role, entity }
}

/** Ends every session of an account and lets nobody in with it; the account and what it did stay. */
export const disableUser = (url: string, login: string, now: Date): Promise<string> =>
  working(url, async (db) => {
    const { id } = await known(db, login)
    await setDisabled(db, id, now)
    await entry(db, 'person.disable', login, now)
    return `${login} is disabled and signed out everywhere; its tokens are revoked`
  })

/** Lets a disabled account in again. */
export const enableUser = (url: string, login: string, now: Date): Promise<string> =>
  working(url, async (db) => {
    const { id } = await known(db, login)
    await setDisabled(db, id, null)
    await entry(db, 'person.enable', login, now)
    return `${login} may sign in again`
  })

/** A new password, printed this once, and no second factor: for who forgot the one or lost the other. */
export const resetUser = (url: string, login: string, now: Date): Promise<string> =>
  working(url, async (db) => {
    const { id } = await known(db, login)
    const password = initialPassword()
    await resetPassword(db, id, await hashPassword(password), now)
    await setTotp(db, id, null, null)
    await entry(db, 'person.password', login, now, { secondFactor: 'removed' })
    return `${login} is signed out everywhere, keeps no second factor, and must change this password at once:\n${password}`
  })

/** Everyone with an account, a line each: login, state, second factor, roles, name. */
export const listUsers = (url: string): Promise<string> =>
  working(url, async (db) => {
    const lines = (await listStaff(db)).map(({ login, name, held, totp, disabledAt, demo }) =>
      [
        login.padEnd(16),
        (disabledAt === null ? 'active' : 'disabled').padEnd(9),
        (totp === null ? 'password' : 'two-step').padEnd(9),
        held.map(({ role, entity }) => (entity === null ? role : `${role}(${entity})`)).join(' ') || 'no role',
        demo ? `${name} (demo)` : name,
      ].join('  '),
    )
    return lines.length === 0
      ? 'no account yet: npm run portal -- user add <login> --name … --role …'
      : lines.join('\n')
  })

async function working<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(url, () => {})
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

async function known(db: Db, login: string) {
  const account = await findLogin(db, login)
  if (account === undefined) throw new UserFault(`there is no account ${login}; npm run portal -- user list names all`)
  return account
}

const entry = (db: Db, act: string, object: string, at: Date, detail: Record<string, unknown> = {}): Promise<void> =>
  audit(db, { at, by: null, login: null, act, object, outcome: 'done', detail, address: 'command line' })
