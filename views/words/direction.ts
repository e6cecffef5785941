import { compare } from '../../catalogue/comparison.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Translate } from '../locale/locale.ts'

/** 上调 or 下调, in a word and a shape; null where the two cannot be compared, or neither went up nor down. */
export type Direction = { word: string; shape: 'up' | 'down' }

export function directionOf(before: Statement | null, after: Statement | null, t: Translate): Direction | null {
  const [old, now] = [standardOf(before), standardOf(after)]
  if (old === null || now === null) return null
  const { verdict } = compare(now, old)
  if (verdict === 'above') return { word: t.words.changes.up, shape: 'up' }
  return verdict === 'below' ? { word: t.words.changes.down, shape: 'down' } : null
}

const standardOf = (statement: Statement | null) =>
  statement?.kind === 'standard' ? (statement as Statement<'standard'>).payload : null
