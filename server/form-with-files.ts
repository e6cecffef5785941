import type { FastifyRequest } from 'fastify'
import type { Values } from '../views/locale/locale.ts'
import { FILE_LIMITS } from './cases/files/limits.ts'
import { type Fields, textOf } from './staff/form.ts'
import { CutShort, receivedFiles, type SentFile } from './uploads.ts'

/** A form about a case: its fields, and the files chosen with it. `cut` where the files were too large to be read. */
export type Form = { fields: Record<string, string>; files: SentFile[]; cut: Values | null }

const MANY = { files: FILE_LIMITS.files, most: FILE_LIMITS.most, together: FILE_LIMITS.together }

/** Reads a form, with or without files. */
export async function receivedForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) return { fields: plainFields(request.body as Fields | null), files: [], cut: null }
  try {
    return { ...(await receivedFiles(request, MANY)), cut: null }
  } catch (error) {
    if (!(error instanceof CutShort) || error.kind === 'busy' || error.fields.csrf === undefined) throw error
    return { fields: error.fields, files: [], cut: error.values }
  }
}

const plainFields = (body: Fields | null): Record<string, string> =>
  Object.fromEntries(Object.keys(body ?? {}).map((name) => [name, textOf(body, name)]))
