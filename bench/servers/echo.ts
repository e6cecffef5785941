import fastify from 'fastify'
import { serve } from './serve.ts'

/** Fastify with nothing on it: the JSON that is sent is read and sent back. */
const app = fastify()
app.post('/', async ({ body }) => body)
await serve(app)
