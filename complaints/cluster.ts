import { addDays, type Day, day } from '../catalogue/day.ts'
import type { Category } from './words.ts'

/** 并案: one charge of one entity in one period. */
export type ClusterKey = { entity: string; item: string; from: Day; until: Day }

/** The cluster that a case belongs to: a charge without an item is known by its category; without an entity there is none. */
export function clusterKey(about: {
  entity: string | null
  item: string | null
  category: Category
  chargedOn: Day
}): ClusterKey | null {
  if (about.entity === null) return null
  return { entity: about.entity, item: about.item ?? `category:${about.category}`, ...quarterOf(about.chargedOn) }
}

/** 季度: the calendar quarter of a day, up to but not including `until`. */
export function quarterOf(on: Day): { from: Day; until: Day } {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  const first = month - ((month - 1) % 3)
  const from = day(`${year}-${String(first).padStart(2, '0')}-01`)
  return { from, until: monthStart(addDays(from, 95)) }
}

const monthStart = (on: Day): Day => day(`${on.slice(0, 8)}01`)
