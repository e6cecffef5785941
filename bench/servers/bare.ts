import { get, type IncomingMessage } from 'node:http'
import fastify from 'fastify'
import { serve } from './serve.ts'

/** Fastify with nothing on it, answering `/fees` with the bytes it fetched once from the address in its argument. */
const { headers, body } = await fetched(process.argv[2]!)
const etag = headers.etag!
const encoding = headers['content-encoding']!

const app = fastify()
app.get('/fees', (request, reply) => {
  if (request.headers['if-none-match'] === etag) return reply.code(304).header('etag', etag).send()
  return reply
    .type('text/html; charset=utf-8')
    .headers({ etag, 'content-encoding': encoding, vary: 'accept-encoding' })
    .send(body)
})
await serve(app)

/** As it comes over the wire, compressed as browsers ask for it. */
async function fetched(address: string): Promise<{ headers: IncomingMessage['headers']; body: Buffer }> {
  const response = await new Promise<IncomingMessage>((done) =>
    get(address, { headers: { 'accept-encoding': 'br' } }, done),
  )
  return { headers: response.headers, body: Buffer.concat(await response.toArray()) }
}
