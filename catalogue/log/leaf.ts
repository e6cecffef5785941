import canonicalize from 'canonicalize'
import type { Change, Source, Why } from '../statement.ts'
import type { SubjectKind } from '../subject.ts'
import type { Text } from '../text.ts'

/** A published line as the log holds it: all that it says, and nothing of the clock or of people. `until` is the first day it no longer holds. */
export type LoggedLine = {
  release: number
  n: number
  kind: SubjectKind
  key: string
  change: Change
  from: string
  until: string | null
  payload: unknown
  why: Why
  source: Source | null
}

/** What a release says of itself: its first line carries it, so that it is proved with the lines. */
export type Opens = { title: Text; note: Text | null; lines: number; backfilled: boolean; emergency: boolean }

export type Leaf = Omit<LoggedLine, 'source'> & { v: 1; source?: Source; opens?: Opens }

/** 叶: a line in canonical JSON (RFC 8785), the same bytes for whoever writes it. */
export function leafOf({ source, ...line }: LoggedLine, opens: Opens | null): string {
  const leaf: Leaf = { v: 1, ...line, ...(source === null ? {} : { source }), ...(opens === null ? {} : { opens }) }
  return canonical(leaf)
}

/** Reads a leaf; null where it is not one. */
export function readLeaf(data: string): Leaf | null {
  try {
    const leaf = JSON.parse(data) as Partial<Leaf> | null
    return leaf?.v === 1 && Number.isInteger(leaf.release) && Number.isInteger(leaf.n) ? (leaf as Leaf) : null
  } catch {
    return null
  }
}

/** The first field in which two leaves differ, and where within it; null where they say the same. */
export function differenceOf(one: unknown, other: unknown, path = ''): string | null {
  if (one === other || canonical(one) === canonical(other)) return null
  if (!isObject(one) || !isObject(other)) return path
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted()
  const field = fields.find((name) => canonical(one[name]) !== canonical(other[name]))!
  return differenceOf(one[field], other[field], path === '' ? field : `${path}.${field}`)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON as RFC 8785 writes it; nothing for what is not there. */
export const canonical = (value: unknown): string => canonicalize(value) ?? ''
