import { joinCluster } from '../../server/cases/acts/clustering.ts'
import { audit } from '../../server/db/audit.ts'
import { makeSession } from '../../server/db/sessions.ts'
import { changeSettings, DEFAULTS } from '../../server/db/settings.ts'
import { addStaff, findLogin, setDisabled } from '../../server/db/staff.ts'
import { runQuality } from '../../server/jobs/quality.ts'
import type { Desk } from '../../server/staff/desk.ts'
import { randomToken, tokenHash } from '../../server/staff/secrets.ts'
import { makeToken } from '../../server/staff/tokens.ts'
import { asking, person, step } from './acts.ts'
import { type DeskImports, makeImports } from './desk-imports.ts'
import { type Acting, type DeskSets, makeSets, peopleOf } from './desk-sets.ts'
import { filed } from './filed.ts'
import { NOW } from './now.ts'

/** What the desk of the prepared database shows: sets and imports by their state, people by their login, and a case. */
export type DeskData = {
  sets: DeskSets
  imports: DeskImports
  people: Record<'newcomer' | 'leaver' | 'reviewer', number>
  /** The number of a report at Beilun that waits for a supervisor to sign. */
  waiting: string
}

/** 预备数据: fills a copy of the demonstration with something in every state that the desk knows. */
export async function fillDesk(desk: Desk): Promise<DeskData> {
  const people = await makePeople(desk)
  const sets = await makeSets(desk)
  const imports = await makeImports(desk)
  await makeSettings(desk)
  await makeTrail(desk)
  await runQuality(desk)
  return { people, sets, imports, waiting: await makeCase(desk) }
}

/** A report that was accepted, that its handler asks to be investigated, and that is the first of cluster 1. */
async function makeCase(desk: Desk): Promise<string> {
  const { no } = (await filed(desk)).cases[0]!
  const by = await person(desk.db, 'handler')
  await step(desk, by, { no, step: 'accept' })
  await asking(desk, by, { no, step: 'file_case', words: '有初步证据。' })
  await joinCluster(desk, by, { no })
  return no
}

/** Somebody who has not signed in yet, somebody who left, and two devices and a token of an editor. */
async function makePeople({ db }: Acting): Promise<DeskData['people']> {
  const { terminal, reviewer } = await peopleOf({ db })
  const unused = { password: '-', mustChange: true }
  const held = [{ role: 'reviewer', entity: null } as const]
  const newcomer = await addStaff(db, { login: 'newcomer', name: '新来的审核', held, ...unused }, NOW)
  const leaver = await addStaff(db, { login: 'leaver', name: '已离职', held: [], ...unused }, NOW)
  await setDisabled(db, leaver!, NOW)
  const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36'
  const about = { agent, address: '10.1.2.3', stage: 'full', strongAt: null, csrf: randomToken() } as const
  const endsAt = new Date(NOW.getTime() + 3_600_000)
  await makeSession(db, { ...about, token: tokenHash(randomToken()), staffId: terminal.id, endsAt }, NOW)
  await makeToken(db, terminal.id, '码头系统对接', NOW)
  return { newcomer: newcomer!, leaver: leaver!, reviewer: reviewer.id }
}

async function makeSettings({ db }: Acting): Promise<void> {
  const { id: by } = (await findLogin(db, 'admin'))!
  await changeSettings(db, { ...DEFAULTS, reviewMonths: 6 }, { by, at: NOW, why: '清单每年核对两次' })
  await changeSettings(
    db,
    { ...DEFAULTS, reviewMonths: 6, emergencyConfirmDays: 5 },
    { by, at: NOW, why: '节假日较长，留足时间' },
  )
}

async function makeTrail({ db }: Acting): Promise<void> {
  const { terminal } = await peopleOf({ db })
  const who = { at: NOW, by: terminal.id, login: terminal.login, address: '10.1.2.3' }
  await audit(db, { ...who, act: 'sign-in', object: null, outcome: 'done' })
  await audit(db, { ...who, act: 'set.approve', object: 'set 5', outcome: 'refused', detail: { why: 'own-work' } })
  await audit(db, { ...who, act: 'sign-in', by: null, login: 'root', object: null, outcome: 'failed' })
}
