import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { makeSigner, verifierText, WITNESS_KEY } from '../../../catalogue/log/note.ts'
import { cosign } from '../../../server/commands/cosign.ts'
import { keepKey } from '../../../server/db/log-signatures.ts'
import { writeKey } from '../../../server/log/key-file.ts'
import { query } from '../../support/cluster.ts'
import { NOW } from '../../support/portal.ts'
import { test } from './signed.ts'

/** Debian's golang-go and golang-golang-x-mod-dev, which .ci/run installs. */
const GOPATH = '/usr/share/gocode'
const GO =
  existsSync('/usr/bin/go') && existsSync(join(GOPATH, 'src/golang.org/x/mod/sumdb/tlog')) ? '/usr/bin/go' : null

const witness = makeSigner('witness.example.org', WITNESS_KEY, Buffer.alloc(32, 3))

test.skipIf(GO === null)(
  'Go’s own implementation verifies checkpoints, cosignatures, entries, tiles, proofs and consistency, and finds what was bent',
  { timeout: 240_000 },
  async ({ origin, url, db, head, signer, folder }) => {
    await keepKey(db, witness.verifier, 'witness', NOW)
    const key = join(folder, 'witness')
    await writeKey({ file: key }, witness)
    await cosign({ url: origin, key, state: join(folder, 'seen') }, NOW)
    const program = join(folder, 'verify')
    await go(['build', '-o', program, join(import.meta.dirname, 'go/verify.go')])
    const asked = [origin, verifierText(signer.verifier), verifierText(witness.verifier), String(head.release())]
    expect((await run(program, asked)).stdout).toMatch(
      new RegExp(`^\\d+ leaves, ${head.release()} releases, 2 signatures\n$`),
    )
    const bent = `set session_replication_role = replica; update log_leaf set data = replace(data, '"v":1', '"v": 1') where idx = 700`
    await query(url, bent)
    await expect(run(program, asked)).rejects.toMatchObject({ stderr: 'the entries do not hash to the root\n' })
  },
)

const run = promisify(execFile)

const go = (args: string[]) => run(GO!, args, { env: { ...process.env, GO111MODULE: 'off', GOPATH, GOFLAGS: '' } })
