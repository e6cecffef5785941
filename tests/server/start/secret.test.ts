import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { withSecretKey } from '../../../server/start.ts'

test('with no SECRET_KEY one is made under DATA_DIR, for its owner alone, and is the same at the next start', async () => {
  const dir = join(await mkdtemp(join(tmpdir(), 'portal-secret-')), 'data')
  const config = readConfig({ DATA_DIR: dir })
  const { secretKey } = await withSecretKey(config)
  expect(secretKey).toMatch(/^[0-9a-f]{64}$/)
  expect(await readFile(join(dir, 'secret-key'), 'utf8')).toBe(secretKey)
  expect((await stat(join(dir, 'secret-key'))).mode & 0o777).toBe(0o600)
  expect(await readdir(dir)).toEqual(['secret-key'])
  expect((await withSecretKey(config)).secretKey).toBe(secretKey)
  await rm(dir, { recursive: true })
})

test('a SECRET_KEY that is given is used, and nothing is written', async () => {
  const config = readConfig({ DATA_DIR: '/nonexistent', SECRET_KEY: 'k'.repeat(32) })
  expect((await withSecretKey(config)).secretKey).toBe('k'.repeat(32))
})
