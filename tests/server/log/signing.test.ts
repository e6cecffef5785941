import type { KyselyPlugin } from 'kysely'
import { expect } from 'vitest'
import { text } from '../../../catalogue/text.ts'
import type { Db } from '../../../server/db/database.ts'
import { publish } from '../../../server/db/publish.ts'
import { signNew } from '../../../server/log/signing.ts'
import { aRule } from '../../support/lines.ts'
import { NOW } from '../../support/portal.ts'
import { test } from './signed.ts'

const released = async (owner: Db) => {
  const made = await publish(owner, { title: text('又一次发布'), note: null, backfilled: false, lines: [aRule] }, NOW)
  return made.ok ? made.release : 0
}

/** Publishes once, right after the first question was answered. */
function publishing(owner: Db): KyselyPlugin {
  let before = true
  return {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (before) {
        before = false
        await released(owner)
      }
      return result
    },
  }
}

test('a release that is published while the log is signed is no fork, and is signed the next time', async ({
  db,
  owner,
  keep,
  signer,
}) => {
  expect(signer.verifier.name).toBe('fees.example.cn/log')
  const release = await released(owner)
  expect(await signNew(db.withPlugin(publishing(owner)), keep, NOW)).toEqual({ ok: true, releases: [release] })
  expect(await signNew(db, keep, NOW)).toEqual({ ok: true, releases: [release + 1] })
})
