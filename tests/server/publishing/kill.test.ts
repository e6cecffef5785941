import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { scheduleAt } from '../../../server/db/change-set-acts.ts'
import { audit } from '../../../server/log/audit.ts'
import { query } from '../../support/cluster.ts'
import { AT, approved, FIRST, price, test } from './sets.ts'

const KILLS = 50
const DUE = new Date(AT.getTime() + 600_000)
const PUBLISHER = new URL('./publisher.ts', import.meta.url).pathname

/** Starts a publisher and kills it so many milliseconds after it began to publish; null lets it finish. */
async function publishing(url: string, killedAfter: number | null): Promise<'killed' | 'done'> {
  const child = spawn(process.execPath, [PUBLISHER, url, DUE.toISOString()], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let done = false
  for await (const line of createInterface(child.stdout)) {
    if (line === 'ready' && killedAfter !== null) setTimeout(() => child.kill('SIGKILL'), killedAfter)
    if (line === 'done') done = true
  }
  const [code] = await ended
  if (killedAfter === null) expect(code).toBe(0)
  return done ? 'done' : 'killed'
}

test('a process killed at any moment of publishing leaves each set published once or not at all', {
  timeout: 240_000,
}, async ({ db, url, people }) => {
  const sets: number[] = []
  const schedule = async (lines: Parameters<typeof approved>[2]) => {
    const id = await approved(db, people, lines)
    await scheduleAt(db, id, DUE, people.publisher, AT)
    sets.push(id)
  }
  await schedule(FIRST)
  await publishing(url, null)
  const many = (set: number) =>
    Array.from({ length: 30 }, (_, n) => price(`${n + 1}.00`, '2027-01-01', `set-${set}-${n}`))
  let killed = 0
  for (let round = 0; round < KILLS; round++) {
    for (let one = 0; one < 3; one++) await schedule(many(sets.length))
    if ((await publishing(url, Math.random() * 40)) === 'killed') killed++
  }
  await publishing(url, null)

  expect(killed, 'processes were killed while they published').toBeGreaterThan(KILLS / 2)
  const [found] = await query(
    url,
    `
    select (select count(*) from change_set where state = 'published') as published, (select max(seq) from release) as newest,
      (select count(*) from release) as releases, (select count(distinct change_set) from release) as once,
      (select count(*) from release r where r.lines <> (select count(*) from statement s where s.line_release = r.seq)) as torn,
      (select count(*) from release r left join log_tree t on t.release = r.seq where t.release is null) as unlogged,
      (select count(*) from statement) - (select count(*) from log_leaf) as unproved`,
  )
  const all = String(sets.length)
  expect(found).toEqual({
    published: all,
    newest: all,
    releases: all,
    once: all,
    torn: '0',
    unlogged: '0',
    unproved: '0',
  })
  expect(await audit(db)).toMatchObject({ releases: sets.length, failures: [] })
})
