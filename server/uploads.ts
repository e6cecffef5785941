import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import type { FastifyError, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { Refusal } from './errors.ts'

/** A file that was sent with a form: its name is only what the sender calls it. */
export type SentFile = { name: string; bytes: Buffer }
/** A large file kept on disk until `discard`. */
export type SpooledFile = { name: string; path: string; size: number; discard(): Promise<void> }
/**
 * Bytes of the file; how many fields, and bytes of each, where a form has more than most. `fieldsFirst`: the fields stand
 * before the file and are wanted even when that is too large, so it is read up to its limit.
 */
export type Limits = { most: number; fields?: number; text?: number; fieldsFirst?: boolean }
type Sent<File> = { file: File | null; fields: Record<string, string> }
/** Bytes of each file, how many files, and how many bytes together. */
export type ManyLimits = Limits & { files: number; together: number }

const FIELDS = { fields: 60, fieldSize: 2 ** 20, fieldNameSize: 100, files: 1, parts: 61, headerPairs: 50 }
/** Room for the fields and the seams of a form around its file. */
const AROUND = 4 * 2 ** 20

/** Lets the routes of a scope take forms with one file: `multipart/form-data`. */
export const acceptUploads = async (scope: App): Promise<void> =>
  void (await scope.register(multipart, { throwFileSizeLimit: false }))

/**
 * A form with one file of at most `most` bytes, in memory; `file` is null when none was chosen. What is larger is cut off
 * where it passes the limit and refused as `too-large` (413): the rest is never read.
 */
export const received = (request: FastifyRequest, limits: Limits): Promise<Sent<SentFile>> =>
  formOf(request, limits, async (name, stream) => {
    const chunks: Buffer[] = []
    for await (const chunk of counted(stream, limits.most)) chunks.push(chunk)
    return { name, bytes: Buffer.concat(chunks) }
  })

/** The same with the file on disk, for files too large for memory. The caller discards it, whatever happens. */
export const spooled = (request: FastifyRequest, limits: Limits): Promise<Sent<SpooledFile>> =>
  formOf(request, limits, (name, stream) => spool(name, stream, limits.most))

/**
 * A form with several files, in memory: so many, of so many bytes each and together. What is more is cut off where it
 * passes a limit and refused as `too-large` (413), with the fields that came before it (CutShort).
 */
export async function receivedFiles(
  request: FastifyRequest,
  { files: count, together, ...limits }: ManyLimits,
): Promise<{ files: SentFile[]; fields: Record<string, string> }> {
  const files: SentFile[] = []
  let [room, mine] = [together, 0]
  const keep = async (name: string, stream: Readable) => {
    const chunks: Buffer[] = []
    for await (const chunk of counted(stream, Math.min(limits.most, room), limits.most)) {
      mine += chunk.length
      coming += chunk.length
      if (coming > MOST_COMING) throw new Refusal('busy')
      chunks.push(chunk)
    }
    const bytes = Buffer.concat(chunks)
    room -= bytes.length
    files.push({ name, bytes })
  }
  try {
    const { fields } = await formOf(request, { ...limits, whole: together, count }, keep)
    return { files, fields }
  } finally {
    coming -= mine
  }
}

/** Bytes of files that are coming in just now, of all forms together, and how many may be: who comes then is asked to come back. */
let coming = 0
const MOST_COMING = 400 * 2 ** 20

/** A file that is the whole body of a request, on disk. The caller discards it, whatever happens. */
export async function spooledBody(request: FastifyRequest, { most }: Pick<Limits, 'most'>): Promise<SpooledFile> {
  try {
    if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(most)
    return await spool('', request.body as Readable, most)
  } catch (error) {
    cutOff(request)
    throw error
  }
}

async function spool(name: string, stream: Readable, most: number): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), 'port-fees-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'upload')
  const target = createWriteStream(path, { mode: 0o600 })
  try {
    await pipeline(counted(stream, most), target)
  } catch (error) {
    await discard()
    throw error
  }
  return { name, path, size: target.bytesWritten, discard }
}

/** A form that was refused for its size, with the fields that came before. */
export class CutShort extends Refusal {
  readonly fields: Record<string, string>

  constructor({ kind, values }: Refusal, fields: Record<string, string>) {
    super(kind, values)
    this.fields = fields
  }
}

async function formOf<File>(
  request: FastifyRequest,
  {
    most,
    fields = FIELDS.fields,
    text = FIELDS.fieldSize,
    fieldsFirst = false,
    whole = most,
    count = 1,
  }: Limits & {
    whole?: number
    count?: number
  },
  keep: (name: string, stream: Readable) => Promise<File>,
): Promise<Sent<File>> {
  if (!request.isMultipart()) throw new Refusal('bad-request')
  const sent: Sent<File> = { file: null, fields: {} }
  try {
    if (!fieldsFirst && Number(request.headers['content-length'] ?? 0) > whole + AROUND) throw tooLarge(whole)
    for await (const part of request.parts({
      limits: { ...FIELDS, fields, fieldSize: text, files: count, parts: fields + count, fileSize: most + 1 },
    })) {
      if (part.type === 'file' && !part.filename) part.file.resume()
      else if (part.type === 'file') sent.file = await keep(plainName(part.filename), part.file)
      else if (part.valueTruncated) throw tooLarge(text)
      else sent.fields[part.fieldname] = String(part.value).replaceAll('\0', '')
    }
  } catch (error) {
    cutOff(request)
    await (sent.file as Partial<SpooledFile> | null)?.discard?.()
    if (error instanceof Refusal) throw new CutShort(error, sent.fields)
    if ((error as FastifyError).statusCode === 413) throw new CutShort(tooLarge(whole), sent.fields)
    throw isNoForm(error) ? new Refusal('bad-request') : error
  }
  return sent
}

/** A body that is no form of parts, or breaks off within one, as the parser says it. */
const isNoForm = (error: unknown): boolean =>
  /^Multipart: Boundary not found|unexpected end of multipart data|^The needle cannot/i.test(
    String((error as Error).message),
  )

async function* counted(stream: Readable, most: number, said = most): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw tooLarge(said)
    yield chunk
  }
}

const tooLarge = (most: number) => new Refusal('too-large', { limit: Math.ceil(most / 2 ** 20) })

/** How long the sender has to read why, before the connection is closed on what it is still sending. */
const GRACE = 500

/**
 * Stops reading a request. The sender blocks, reads the answer, and finds the connection closed. What nobody has begun
 * to read Node would drain to its end once it is answered; so it is begun.
 */
function cutOff({ raw }: FastifyRequest): void {
  if (raw.complete) return
  raw.unpipe()
  raw.read(0)
  raw.pause()
  setTimeout(() => raw.destroy(), GRACE).unref()
}

/** A name without folders or control characters, as long as a name may be. */
const plainName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 120)
    .toWellFormed()
