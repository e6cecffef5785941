import fastify from 'fastify'
import { test as base, expect } from 'vitest'
import type { App } from '../../server/app.ts'
import { PROBLEMS, refusalOf } from '../../server/errors.ts'
import { acceptUploads, CutShort, receivedFiles } from '../../server/uploads.ts'

const LIMITS = { most: 1000, files: 3, together: 2000, fields: 10 }

/** A listening server that takes three files of 1000 bytes, 2000 together, and says what it got. */
const test = base.extend<{ url: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the pattern
  url: async ({}, use) => {
    const app = fastify({ bodyLimit: 1024 }) as unknown as App
    await acceptUploads(app)
    app.setErrorHandler((error, _, reply) => {
      const { kind } = refusalOf(error, {})
      return reply.code(PROBLEMS[kind]).send({ kind, kept: error instanceof CutShort ? error.fields : null })
    })
    app.post('/', async (request) => {
      const { files, fields } = await receivedFiles(request, LIMITS)
      return { files: files.map(({ name, bytes }) => [name, bytes.length]), fields }
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    await use(`http://127.0.0.1:${(app.server.address() as { port: number }).port}`)
    await app.close()
  },
})

function formOf(sizes: readonly number[], fields: Record<string, string> = { key: 'k1' }): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [place, size] of sizes.entries())
    form.append('files', new Blob([new Uint8Array(size)]), size === 0 ? '' : `${place}.txt`)
  return form
}
const send = async (url: string, body: FormData) => {
  const answer = await fetch(url, { method: 'POST', body })
  return [answer.status, await answer.json()]
}

test('several files come with the fields of their form; boxes left empty are none', async ({ url }) => {
  expect(await send(url, formOf([1000, 0, 500]))).toEqual([
    200,
    {
      files: [
        ['0.txt', 1000],
        ['2.txt', 500],
      ],
      fields: { key: 'k1' },
    },
  ])
})

test('a file too large, files too large together, and one too many are refused, and the fields before them are not lost', async ({
  url,
}) => {
  const refused = [413, { kind: 'too-large', kept: { key: 'k1' } }]
  expect(await send(url, formOf([1001]))).toEqual(refused)
  expect(await send(url, formOf([800, 800, 800]))).toEqual(refused)
  expect(await send(url, formOf([1, 1, 1, 1]))).toEqual(refused)
})

test('a form of 10 001 parts is given up early', async ({ url }) => {
  const fields = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`f${n}`, 'x']))
  expect((await send(url, formOf([], fields)))[0]).toBe(413)
})
