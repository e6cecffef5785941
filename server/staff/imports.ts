import type { FastifyRequest } from 'fastify'
import { chinaDay } from '../../catalogue/day.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import type { ImportTold } from '../../views/words/import-row.ts'
import { audit } from '../db/audit.ts'
import type { Import } from '../db/imports.ts'
import { type Desk, sessionOf } from './desk.ts'

/** An import as pages tell of it: the entity by its name. */
export function importTold({ entity, ...rest }: Import, reference: Reference): ImportTold {
  const name = entity === null ? null : nearest(reference, 'entity', entity, chinaDay(rest.at))?.name
  return { ...rest, list: name === undefined ? { zh: entity!, en: null } : name }
}

/** Writes into the audit what someone did with an import. */
export const noteImport = (
  desk: Desk,
  request: FastifyRequest,
  id: number,
  act: string,
  detail: Record<string, unknown> = {},
  outcome: 'done' | 'refused' = 'done',
): Promise<void> => {
  const { id: by, login } = sessionOf(request).person
  const object = `import/${id}`
  return audit(desk.db, { at: desk.now(), by, login, act, object, outcome, detail, address: request.ip })
}
