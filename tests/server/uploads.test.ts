import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { request as send } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import fastify from 'fastify'
import { test as base, describe, expect } from 'vitest'
import type { App } from '../../server/app.ts'
import { PROBLEMS, refusalOf } from '../../server/errors.ts'
import { acceptUploads, received, spooled } from '../../server/uploads.ts'

const MB = 2 ** 20
const MOST = 5 * MB

type Server = { url: string; sockets: Socket[]; spools: string[] }

/** A listening server that takes a form at /memory and at /disk, and says what it got. */
const test = base.extend<{ server: Server }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the pattern
  server: async ({}, use) => {
    const app = fastify({ bodyLimit: 1024 }) as unknown as App
    const spools: string[] = []
    await acceptUploads(app)
    app.setErrorHandler((error, _, reply) =>
      reply.code(PROBLEMS[refusalOf(error, {}).kind]).send(refusalOf(error, {}).kind),
    )
    app.post('/memory', async (request) => {
      const { file, fields } = await received(request, { most: MOST })
      return { name: file?.name ?? null, size: file?.bytes.length ?? null, fields }
    })
    app.post('/disk', async (request) => {
      const { file, fields } = await spooled(request, { most: 50 * MB })
      const head = file && (await readFile(file.path, 'utf8')).slice(0, 10)
      await file?.discard()
      if (file) spools.push(file.path)
      return { size: file?.size, head, fields }
    })
    const sockets: Socket[] = []
    app.server.on('connection', (socket) => sockets.push(socket))
    await app.listen({ port: 0, host: '127.0.0.1' })
    await use({ url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, sockets, spools })
    await app.close()
  },
})

const formOf = (file: Blob | null, name: string, fields: Record<string, string> = {}): FormData => {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  if (file) form.append('file', file, name)
  return form
}
const post = (url: string, body: FormData) => fetch(url, { method: 'POST', body })

describe('a body that is no form', () => {
  const part = '--seam\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n费目,金额'
  test.for([
    ['says no seam', 'multipart/form-data', part],
    ['is sewn with another', 'multipart/form-data; boundary=other', part],
    ['breaks off within the file', 'multipart/form-data; boundary=seam', part],
    ['says a seam without end', `multipart/form-data; boundary=${'x'.repeat(300)}`, part],
  ])('and %s is the sender’s fault', async ([, type, body], { server }) => {
    for (const path of ['memory', 'disk']) {
      const answer = await fetch(`${server.url}/${path}`, {
        method: 'POST',
        headers: { 'content-type': type! },
        body: body!,
      })
      expect([answer.status, await answer.text()]).toEqual([400, 'bad-request'])
    }
  })
})

describe('a form with a file', () => {
  test('cut off in the middle of a character, its name can still be written in an address', async ({ server }) => {
    const form = formOf(new Blob(['费目']), `${'a'.repeat(119)}📦.csv`)
    const { name } = (await (await post(`${server.url}/memory`, form)).json()) as { name: string }
    expect(encodeURIComponent(name)).toMatch(/^a{119}%/)
  })

  test('gives the fields and the file, by the bare name its sender calls it', async ({ server }) => {
    const form = formOf(new Blob(['费目,金额\n']), '../../账单\u0007.csv', { port: 'CNNGB' })
    const answer = await (await post(`${server.url}/memory`, form)).json()
    expect(answer).toEqual({ name: '账单.csv', size: 14, fields: { port: 'CNNGB' } })
  })

  test('without one, as browsers send it when none was chosen', async ({ server }) => {
    const form = formOf(new Blob([]), '', { port: 'CNNGB' })
    expect(await (await post(`${server.url}/memory`, form)).json()).toEqual({
      name: null,
      size: null,
      fields: { port: 'CNNGB' },
    })
  })

  test('keeps a large one on disk until it is discarded', async ({ server }) => {
    const answer = await (
      await post(`${server.url}/disk`, formOf(new Blob(['费目,金额\n'.repeat(MB)]), 'a.csv'))
    ).json()
    expect(answer).toMatchObject({ size: 14 * MB, head: '费目,金额\n费目,金' })
    expect(existsSync(dirname(server.spools[0]!))).toBe(false)
  })

  test('is taken up to its limit and not a byte beyond', async ({ server }) => {
    expect((await post(`${server.url}/memory`, formOf(new Blob([new Uint8Array(MOST)]), 'a'))).status).toBe(200)
    expect((await post(`${server.url}/memory`, formOf(new Blob([new Uint8Array(MOST + 1)]), 'a'))).status).toBe(413)
  })

  test('is refused with two files, with a field that is too long, and when it is no form', async ({ server }) => {
    const two = formOf(new Blob(['a']), 'a')
    two.append('file', new Blob(['b']), 'b')
    expect((await post(`${server.url}/memory`, two)).status).toBe(413)
    expect((await post(`${server.url}/memory`, formOf(null, '', { note: 'x'.repeat(MB + 1) }))).status).toBe(413)
    expect(
      (
        await fetch(`${server.url}/memory`, {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(400)
  })
})

/** Sends a gigabyte of zeros as a file, and says what was answered and how long the connection lived. */
function sendZeros(url: string, headers: Record<string, string>): Promise<{ status: number; ended: boolean }> {
  const start = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="bill.csv"\r\n\r\n')
  const zeros = Buffer.alloc(256 * 1024)
  const body = Readable.from(
    (function* () {
      yield start
      for (let sent = 0; sent < 1024 * MB; sent += zeros.length) yield zeros
      yield Buffer.from('\r\n--x--\r\n')
    })(),
  )
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers },
    })
    let status = 0
    request.on('response', (response) => {
      status = response.statusCode!
      response.resume()
    })
    request.on('error', (error) => (status === 0 ? reject(error) : null))
    request.on('close', () => resolve({ status, ended: request.writableFinished }))
    body.pipe(request)
  })
}

describe('a gigabyte of zeros', () => {
  const length = String(1024 * MB + 200)

  test.for([
    ['that says how long it is', { 'content-length': length }, 1],
    ['that does not', { 'transfer-encoding': 'chunked' }, MOST / MB + 2],
  ] as const)('%s is answered early and never read to its end', async ([, headers, most], { server }) => {
    const before = process.memoryUsage().rss
    expect(await sendZeros(`${server.url}/memory`, headers)).toEqual({ status: 413, ended: false })
    expect(server.sockets[0]!.bytesRead).toBeLessThan(most * MB)
    expect(server.sockets[0]!.destroyed).toBe(true)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB)
  })
})
