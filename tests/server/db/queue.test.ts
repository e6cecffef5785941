import { expect } from 'vitest'
import { startQueue } from '../../../server/db/queue.ts'
import { query } from '../../support/cluster.ts'
import { test } from '../../support/portal.ts'

test('a queue that cannot write down how a job ended begins again by itself, with the jobs it held', async ({
  url,
}) => {
  const jobs = 'graphile_worker._private_jobs'
  const add = (name: string) => query(url, `select graphile_worker.add_job('${name}')`)
  const done: string[] = []
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const tasks = {
    lose: async () => {
      done.push('lose')
      if (done.length === 1) await query(url, `alter table ${jobs} rename to lost`)
    },
    work: async () => {
      done.push('work')
      end()
    },
  }
  const told: string[] = []
  const isEnd = (message: string) => message.startsWith('the queue ended')
  const onError = (message: string) => {
    if (told.push(message) && told.filter(isEnd).length === 1 && isEnd(message))
      void query(url, `alter table graphile_worker.lost rename to _private_jobs`).then(() => add('work'))
  }
  await add('lose')
  const queue = await startQueue(url, tasks, [], onError)
  try {
    await over
    expect(told.some((message) => message.startsWith('Failed to complete jobs'))).toBe(true)
    expect(done.filter((name) => name === 'work')).toHaveLength(1)
  } finally {
    await queue.stop()
  }
  expect(await query(url, `select count(*)::int as n from ${jobs} where locked_at is not null`)).toEqual([{ n: 0 }])
})
