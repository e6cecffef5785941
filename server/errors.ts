import type { FastifyError } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Messages, translator, type Values } from '../views/locale/locale.ts'
import { BadCursor } from './db/cursor.ts'
import { isUnavailable } from './db/unavailable.ts'

/** Every way the portal says no, and its HTTP status. `/problems` explains each to people. */
export const PROBLEMS = {
  'bad-request': 400,
  'not-json': 400,
  'bad-value': 400,
  'bad-cursor': 400,
  'no-token': 401,
  'cross-site': 403,
  'not-allowed': 403,
  'form-expired': 403,
  conflict: 409,
  unanswered: 409,
  'not-found': 404,
  'not-in-force': 404,
  'no-coverage': 404,
  'release-unknown': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'wrong-media-type': 415,
  'too-many-rows': 413,
  'unreadable-file': 422,
  'faulty-list': 422,
  'another-body': 422,
  'filing-wait': 429,
  'rate-limited': 429,
  'file-held': 409,
  'own-file': 403,
  'file-gone': 410,
  'file-damaged': 500,
  'server-error': 500,
  busy: 503,
  unavailable: 503,
} as const
export type ProblemKind = keyof typeof PROBLEMS

/** One field that is wrong: its name in the address or its place in the body (`lines.3.item`), and the code of what is wrong with it. */
export type FieldFault = { field: string; code: keyof Messages['faults']; value: string | null }

/** A refusal on purpose: it becomes a page for a person and a problem document for a machine. */
export class Refusal extends Error {
  readonly kind: ProblemKind
  readonly values: Values
  readonly faults: FieldFault[]
  readonly extra: Record<string, unknown>

  constructor(kind: ProblemKind, values: Values = {}, faults: FieldFault[] = [], extra: Record<string, unknown> = {}) {
    super(kind)
    this.kind = kind
    this.values = values
    this.faults = faults
    this.extra = extra
  }
}

/** Whatever was thrown, as a refusal; the unexpected is `server-error` and keeps its secrets. */
export function refusalOf(error: unknown, asked: Record<string, unknown>): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof BadCursor)
    return new Refusal('bad-cursor', {}, [{ field: 'cursor', code: 'bad-cursor', value: null }])
  if (hasZodFastifySchemaValidationErrors(error)) return new Refusal('bad-value', {}, faultsOf(error, asked))
  if (isUnavailable(error)) return new Refusal('unavailable')
  return new Refusal(kindOf(error as FastifyError))
}

type ZodFault = { keyword: string; instancePath: string; message?: string; params: Record<string, unknown> }

function faultsOf(error: { validation: ZodFault[] }, asked: Record<string, unknown>): FieldFault[] {
  return error.validation.flatMap((fault): FieldFault[] => {
    const path = fault.instancePath.split('/').filter(Boolean)
    if (fault.keyword === 'unrecognized_keys')
      return (fault.params.keys as string[]).map((key) => ({
        field: [...path, shown(key)].join('.'),
        code: 'unknown-parameter',
        value: null,
      }))
    const value = path.reduce<unknown>((within, name) => (within as Record<string, unknown> | undefined)?.[name], asked)
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return [
      { field: path.map(shown).join('.'), code: codeOf(fault, value), value: plain ? shown(String(value)) : null },
    ]
  })
}

const OF_ZOD: Record<string, keyof Messages['faults']> = {
  invalid_value: 'not-an-option',
  invalid_type: 'not-one-value',
  too_big: 'too-long',
  invalid_key: 'not-a-fact',
}

/** The domain's own codes are said as they are; what zod found by itself gets the nearest of them. */
function codeOf({ keyword, message, params }: ZodFault, value: unknown): keyof Messages['faults'] {
  if (keyword === 'invalid_type' && params.expected === 'string' && typeof value === 'number') return 'not-text'
  if (message !== undefined && message in translator('zh-CN').words.faults) return message as keyof Messages['faults']
  return OF_ZOD[keyword] ?? 'bad-value'
}

/** What a reader typed, short enough to be said back. */
const shown = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\p{Cc}/gu, '\uFFFD')

const OF_STATUS: Record<number, ProblemKind> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'wrong-media-type',
  429: 'rate-limited',
}

function kindOf({ statusCode: status, code, name }: FastifyError): ProblemKind {
  if (/_JSON_BODY$/.test(code) || (status === 400 && name === 'SyntaxError')) return 'not-json'
  const known = OF_STATUS[status ?? 0]
  if (known !== undefined) return known
  return status !== undefined && status >= 400 && status < 500 ? 'bad-request' : 'server-error'
}
