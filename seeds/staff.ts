import { openDatabase } from '../server/db/database.ts'
import { addStaff, findLogin, type NewStaff, setTotp } from '../server/db/staff.ts'
import { CODES } from './demo/entities.ts'

/** The second factor of every demonstration account that needs one, in base32. It is no secret. */
export const DEMO_TOTP = 'HARBOURDEMOPORTFEEPORTALNINGBO26'

/** The hash of `demo-Harbour-2026`, argon2id of 19 MiB. */
const DEMO_HASH = '$argon2id$v=19$m=19456,t=2,p=1$YX3WkG9tHwp+XJ0JI6E8sg$SppIoWRj/Ou6WKuAI9SCqdMX8A/zFBtrpTMw4HFio5U'

type Held = NewStaff['held'][number]
const role = (name: Held['role'], entity: string | null = null): Held => ({ role: name, entity })

/** 示例账号: who, under which name, in which role, and whether a second factor is kept. */
const PEOPLE: [login: string, name: string, held: Held, totp: boolean][] = [
  ['terminal', '示例码头编辑', role('entity_editor', CODES.terminal), false],
  ['forwarder', '示例货代编辑', role('entity_editor', CODES.forwarder), false],
  ['editor', '示例目录编辑', role('catalogue_editor'), false],
  ['reviewer', '示例审核甲', role('reviewer'), true],
  ['reviewer2', '示例审核乙', role('reviewer'), true],
  ['publisher', '示例发布', role('publisher'), true],
  ['handler', '示例办案', role('case_handler'), false],
  ['supervisor', '示例办案督导', role('case_supervisor'), true],
  ['casepublisher', '示例结果公开', role('case_publisher'), true],
  ['handler2', '示例办案（镇海）', role('case_handler'), false],
  ['porthandler', '示例港口办案', role('case_handler'), false],
  ['portsupervisor', '示例港口督导', role('case_supervisor'), true],
  ['admin', '示例管理员', role('administrator'), true],
  ['auditor', '示例审计', role('auditor'), false],
]

/** Every login of the demonstration. */
export const DEMO_LOGINS = PEOPLE.map(([login]) => login)

/** Before anything was ever tried in the demonstration. */
const MADE_AT = new Date('2026-01-05T09:00:00+08:00')

/**
 * Makes the demonstration accounts that are missing; returns how many. What was changed of one since stays. `seal` keeps
 * the secret of a second factor as this portal does.
 */
export async function loadStaff(url: string, seal: (login: string, secret: string) => Buffer): Promise<number> {
  const db = openDatabase(url, () => {}, null)
  try {
    let made = 0
    for (const [login, name, held, totp] of PEOPLE) {
      if ((await findLogin(db, login)) !== undefined) continue
      const who = { login, name, held: [held], password: DEMO_HASH, mustChange: false, demo: true }
      const id = await addStaff(db, who, MADE_AT)
      if (id === null) continue
      if (totp) await setTotp(db, id, seal(login, DEMO_TOTP), null)
      made += 1
    }
    return made
  } finally {
    await db.destroy()
  }
}
