import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { checkSignature, readCheckpoint, signersOf } from '../../../catalogue/log/checkpoint.ts'
import { cosign } from '../../../catalogue/log/cosignature.ts'
import { leafHash, rootOf } from '../../../catalogue/log/merkle.ts'
import { LOG_KEY, makeSigner, noteText, readNote, readVerifier, WITNESS_KEY } from '../../../catalogue/log/note.ts'
import { proves } from '../../../catalogue/log/proof.ts'
import { placesOf, readBundle, TILE, tilePath } from '../../../catalogue/log/tiles.ts'
import type { Db } from '../../../server/db/database.ts'
import { keepKey } from '../../../server/db/log-signatures.ts'
import { publish } from '../../../server/db/publish.ts'
import { signNew } from '../../../server/log/signing.ts'
import { textOf } from '../../support/form.ts'
import { aDraft, aLine, anItem, aRule } from '../../support/lines.ts'
import { type App, NOW } from '../../support/portal.ts'
import { test } from './signed.ts'

const plain = async (app: App, url: string) => (await app.inject({ url })).body

test('the checkpoint is a note of the newest release, signed by the key that is listed', async ({
  app,
  head,
  signer,
}) => {
  const answer = await app.inject({ url: '/log/checkpoint' })
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'public, max-age=5',
    'access-control-allow-origin': '*',
  })
  const note = readNote(answer.body)!
  const [listed] = (await plain(app, '/log/key')).split('\n')
  expect(readVerifier(listed!)).toEqual(signer.verifier)
  expect(signersOf(note, [signer.verifier])).toHaveLength(1)
  expect(await plain(app, `/log/checkpoint/${head.release()}`)).toBe(answer.body)
  expect(readCheckpoint(note.text)!.origin).toBe('fees.example.cn/log')
})

test('tiles and entries are served as C2SP says, hash to the root, and never change', async ({ app, signer }) => {
  const { size, root } = readCheckpoint(readNote(await plain(app, '/log/checkpoint'))!.text)!
  expect(signer.verifier.type).toBe(LOG_KEY)
  const leaves: string[] = []
  for (const place of placesOf(size, 'entries')) {
    const answer = await app.inject({ url: `/log/tile/${tilePath(place)}`, headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    leaves.push(...readBundle(gunzipSync(answer.rawPayload))!)
  }
  const hashes = leaves.map(leafHash)
  expect([hashes.length, rootOf(hashes)]).toEqual([size, root])
  for (const level of [0, 1])
    for (const place of placesOf(size, level)) {
      const { rawPayload, headers } = await app.inject({ url: `/log/tile/${tilePath(place)}` })
      const row =
        level === 0 ? hashes : placesOf(size, 0).map(({ n }) => rootOf(hashes.slice(n * TILE, (n + 1) * TILE)))
      expect(rawPayload).toEqual(Buffer.concat(row.slice(place.n * TILE, place.n * TILE + place.width)))
      const again = await app.inject({
        url: `/log/tile/${tilePath(place)}`,
        headers: { 'if-none-match': headers.etag! },
      })
      expect(again.statusCode).toBe(304)
    }
})

test('what the log does not hold is not found, and a bad path neither', async ({ app, signer }) => {
  expect(signer.verifier.name).toBe('fees.example.cn/log')
  const { size } = readCheckpoint(readNote(await plain(app, '/log/checkpoint'))!.text)!
  const past = tilePath({ level: 0, n: Math.floor(size / TILE), width: (size % TILE) + 1 })
  for (const path of [past, '0/999', '9/000', '0/000.p/0', '0/0', 'entries/x001/000', '0/000.p/256'])
    expect((await app.inject({ url: `/log/tile/${path}` })).statusCode, path).toBe(404)
  for (const url of [`/log/proof/${size}.tlog-proof`, '/log/checkpoint/9999'])
    expect((await app.inject({ url })).statusCode, url).toBe(404)
  expect((await app.inject({ url: '/log/proof/01.tlog-proof' })).statusCode).toBe(400)
})

test('the page of a line shows its leaf and leads to a proof of it that holds offline', async ({ app, db, signer }) => {
  const line = await db
    .selectFrom('log_leaf')
    .select(['idx', 'release', 'n', 'data'])
    .where('idx', '=', 300)
    .executeTakeFirstOrThrow()
  const page = await plain(app, `/changes/${line.release}/${line.n}`)
  expect(page).toContain(`href="/log/proof/${line.idx}.tlog-proof"`)
  const shown = /<pre class="raw"[^>]*>([\s\S]*?)<\/pre>/.exec(page)![1]!
  expect(textOf(shown).trim()).toBe(line.data.replace(/\s+/g, ' '))
  const answer = await app.inject({ url: `/log/proof/${line.idx}.tlog-proof` })
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="${line.idx}.tlog-proof"`)
  expect(proves(answer.body, line.data, [signer.verifier])).toBe(true)
  expect(proves(answer.body, line.data.replace('"v":1', '"v":2'), [signer.verifier])).toBe(false)
})

test('every line of a release and of a history leads to its own page', async ({ app }) => {
  expect(await plain(app, '/changes/12')).toContain('href="/changes/12/1"')
  expect(await plain(app, '/en/changes/12')).toContain('href="/en/changes/12/1"')
  expect(await plain(app, '/fees/port-facility-security/history?line=port-facility-security')).toMatch(
    /href="\/changes\/\d+\/\d+"/,
  )
  for (const url of ['/changes/12/99999', '/changes/9999/1', '/changes/12/0'])
    expect((await app.inject({ url })).statusCode, url).toBeGreaterThanOrEqual(400)
})

test('a line that came from a file names its hash, sheet and row; one that changes a price says from what to what', async ({
  app,
  owner,
  head,
}) => {
  const file = 'ab'.repeat(32)
  await publish(owner, aDraft([aRule, anItem(), aLine('1.00', day('2024-01-01'), null)]), NOW)
  await publish(
    owner,
    aDraft([{ ...aLine('2.00', day('2025-01-01'), null, 'base', 'revise'), source: { file, sheet: '收费', row: 7 } }]),
    NOW,
  )
  await head.refresh()
  const zh = textOf(await plain(app, `/changes/${head.release()}/1`))
  expect(zh).toContain('工作表“收费”第 7 行')
  expect(zh).toContain(file)
  expect(zh).toMatch(/价格 1\.00 元\/吨 2\.00 元\/吨/)
  expect(textOf(await plain(app, `/en/changes/${head.release()}/1`))).toContain('sheet “收费”, row 7')
})

test('before the key has signed anything people and machines are told so, and what is published is served', async ({
  app,
}) => {
  const answer = await app.inject({ url: '/log/checkpoint' })
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
  expect(answer.body).toContain('密钥尚未签署')
  expect((await app.inject({ url: '/log/proof/0.tlog-proof' })).statusCode).toBe(503)
  expect((await app.inject({ url: '/log/tile/0/000' })).statusCode).toBe(200)
  expect(textOf(await plain(app, '/en/log'))).toContain('has not signed any release yet')
})

test('a checkpoint follows its release when it is signed', async ({ app, db, owner, head, keep, signer }) => {
  expect(signer.verifier.type).toBe(LOG_KEY)
  const before = await plain(app, '/log/checkpoint')
  await publish(owner, aDraft([aRule, anItem(), aLine('1.00', day('2024-01-01'), null)]), NOW)
  await head.refresh()
  expect(await plain(app, '/log/checkpoint'), 'not signed yet').toBe(before)
  expect(textOf(await plain(app, '/log'))).toContain('有 1 次发布尚未签署')
  await signNew(db, keep, NOW)
  const [old, now] = [before, await plain(app, '/log/checkpoint')].map(
    (note) => readCheckpoint(readNote(note)!.text)!.size,
  )
  expect(now).toBe(old! + 3)
})

const witness = makeSigner('witness.example.org', WITNESS_KEY, Buffer.alloc(32, 3))
const known = (db: Db) => keepKey(db, witness.verifier, 'witness', NOW)
const send = (app: App, payload: string, type = 'text/plain') =>
  app.inject({ method: 'POST', url: '/log/cosignatures', payload, headers: { 'content-type': type } })

test('a witness that is known has its cosignature taken and shown with the checkpoint', async ({ app, db, signer }) => {
  await known(db)
  const { text } = readNote(await plain(app, '/log/checkpoint'))!
  expect((await send(app, noteText({ text, signatures: [cosign(text, witness, NOW)] }))).statusCode).toBe(204)
  const { signatures } = readNote(await plain(app, '/log/checkpoint'))!
  expect(signatures.map(({ name }) => name)).toEqual([signer.verifier.name, 'witness.example.org'])
  expect(checkSignature(text, signatures[1]!, witness.verifier)).toEqual({ at: NOW })
  expect(await plain(app, '/log/proof/0.tlog-proof')).toContain('— witness.example.org ')
  expect(textOf(await plain(app, '/log'))).toContain('witness.example.org')
})

test('whatever else is sent as a cosignature is refused in the same words', async ({ app, db, signer }) => {
  await known(db)
  const { text } = readNote(await plain(app, '/log/checkpoint'))!
  const stranger = makeSigner('witness.example.org', WITNESS_KEY, Buffer.alloc(32, 4))
  const other = text.replace(/\n\d+\n/, '\n1\n')
  const late = new Date(NOW.getTime() + 3_600_000)
  const bad = [
    noteText({ text, signatures: [cosign(text, stranger, NOW)] }),
    noteText({ text: other, signatures: [cosign(other, witness, NOW)] }),
    noteText({ text, signatures: [cosign(other, witness, NOW)] }),
    noteText({ text, signatures: [cosign(text, witness, late)] }),
    noteText({ text, signatures: [{ ...cosign(text, witness, NOW), bytes: signer.verifier.publicKey }] }),
    'hello',
    '',
  ]
  const answers = await Promise.all(bad.map((note) => send(app, note)))
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
  expect(answers[0]!.statusCode).toBe(400)
  expect((await send(app, 'x'.repeat(20_000))).statusCode).toBe(413)
  expect(
    await db.selectFrom('log_signature').select('name').where('name', '=', 'witness.example.org').execute(),
  ).toEqual([])
})
