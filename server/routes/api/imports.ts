import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { chinaDay } from '../../../catalogue/day.ts'
import { type Locale, translator } from '../../../views/locale/locale.ts'
import { reaches } from '../../access.ts'
import type { App } from '../../app.ts'
import { audit } from '../../db/audit.ts'
import { Refusal } from '../../errors.ts'
import { answersFor, draftOf } from '../../import-draft.ts'
import { hasErrors, openAsks, readList, type SentList } from '../../imports.ts'
import { known } from '../../places.ts'
import { COSTLY } from '../../policy.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { IMPORT_MOST } from '../../staff/import-form.ts'
import { personOfToken } from '../../staff/tokens.ts'
import { acceptUploads, received, type SentFile } from '../../uploads.ts'
import { askOut, problemOut, readingOut } from './import-out.ts'
import { ImportAskedIn, ImportMadeOut, ImportOut } from './import-shapes.ts'
import { errors, Problem } from './shapes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const Described = {
  summary: 'Read a list from a file, and make a draft of it',
  description:
    'For staff, with a token. CSV or XLSX by the official template, as the body or as `file` of a form. Answers everything that is wrong at once (422), or what would come of the list. With `apply=draft` it becomes a draft change set when nothing is wrong and every ask is answered; nothing is published by this.',
  tags: ['imports'],
  consumes: ['text/csv', XLSX, 'multipart/form-data'],
  security: [{ token: [] }],
  querystring: ImportAskedIn,
  response: {
    200: ImportOut,
    201: ImportMadeOut,
    ...errors,
    401: Problem,
    403: Problem,
    409: Problem,
    413: Problem,
    415: Problem,
    422: Problem,
  },
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose token came with a request, in scopes that ask for one. */
    bearer: Person | null
  }
}

/** 导入接口: `POST /api/v1/imports`, for staff with a token. It knows no cookie. */
export const importApi = (desk: Desk) => async (scope: App) => {
  scope.removeContentTypeParser('application/json')
  await acceptUploads(scope)
  scope.decorateRequest('bearer', null)
  scope.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    request.bearer = await personOf(desk, request, reply)
  })
  scope.addContentTypeParser(
    ['text/csv', XLSX],
    { parseAs: 'buffer', bodyLimit: IMPORT_MOST },
    (_request, body, done) => done(null, body),
  )
  scope.post('/imports', { schema: Described, config: COSTLY, bodyLimit: IMPORT_MOST }, async (request, reply) => {
    const by = request.bearer!
    const asked = request.query
    const entity = asked.entity === 'authority' ? null : asked.entity
    await mustBeTheirs(desk, request, by, entity)
    const { name, bytes } = await fileOf(request, asked.name)
    const sent: SentList = {
      entity,
      mode: asked.mode,
      effective: asked.effective,
      attest: asked.attest === '1',
      name,
      bytes,
    }
    return answered({ desk, request, reply, by }, sent, asked)
  })
}

type Asking = { desk: Desk; request: FastifyRequest; reply: FastifyReply; by: Person }
type Asked = z.infer<typeof ImportAskedIn>

async function answered({ desk, request, reply, by }: Asking, sent: SentList, { apply, yes, no, title }: Asked) {
  const t = translator(localeOf(request))
  const read = await readList(desk, sent)
  if (hasErrors(read.reading)) {
    const found = read.reading.problems.map((problem) => problemOut(problem, t))
    const n = found.filter(({ severity }) => severity === 'error').length
    throw new Refusal('faulty-list', { n }, [], { errors: found })
  }
  if (apply === undefined) return readingOut(read, t)
  const answers = answersFor(read.reading.asks, { yes: yes ?? [], no: no ?? [] })
  const open = openAsks(read.reading, answers)
  if (open.length > 0) throw new Refusal('unanswered', { n: open.length }, [], { asks: open.map(askOut) })
  const made = await draftOf(desk, sent, read, answers, by, title === undefined ? undefined : { zh: title, en: null })
  if (!made.ok) return readingOut(read, t)
  await note({ desk, request, by }, 'done', `import/${made.import}`, { set: made.set })
  reply.code(201)
  return { ...readingOut(read, t), import: made.import, change_set: made.set }
}

async function personOf(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<Person> {
  const by = await personOfToken(desk.db, request.headers.authorization, desk.now(), desk.demo)
  if (by !== null) return by
  reply.header('www-authenticate', 'Bearer realm="portal"')
  throw new Refusal('no-token')
}

/** A list that is not theirs is refused by the same words, whether there is such an entity or not. */
async function mustBeTheirs(desk: Desk, request: FastifyRequest, by: Person, entity: string | null): Promise<void> {
  if (!reaches(by.held, 'import.write', entity)) {
    await note({ desk, request, by }, 'refused', entity, {})
    throw new Refusal('not-allowed')
  }
  known(await desk.reference(desk.head.release()), 'entity', entity, chinaDay(desk.now()))
}

const note = (
  { desk, request, by }: Omit<Asking, 'reply'>,
  outcome: 'done' | 'refused',
  object: string | null,
  detail: Record<string, unknown>,
) =>
  audit(desk.db, {
    ...{ at: desk.now(), by: by.id, login: by.login, act: 'import.api', object, outcome, detail, address: request.ip },
  })

async function fileOf(request: FastifyRequest, name: string | undefined): Promise<SentFile> {
  const file = request.isMultipart()
    ? (await received(request, { most: IMPORT_MOST })).file
    : { name: name ?? 'list', bytes: (request.body ?? Buffer.alloc(0)) as Buffer }
  if (file === null || file.bytes.length === 0)
    throw new Refusal('bad-value', {}, [{ field: 'file', code: 'not-one-value', value: null }])
  return file
}

const localeOf = ({ headers }: FastifyRequest): Locale =>
  /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh-CN'
