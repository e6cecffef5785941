import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Who is shown a view: its maker, everybody of an office and above it, everybody. */
export type ViewScope = 'own' | 'office' | 'all'

/** 视图: filters under a name. `mine`: whoever asks may delete it; `first`: his queue opens with it. */
export type SavedView = {
  id: number
  scope: ViewScope
  office: number | null
  name: string
  filter: string
  by: string
  mine: boolean
  first: boolean
}

/** The views that are in reach of whoever asks, his own first. */
export async function viewsOf(tx: Tx, person: number): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select v.id, v.scope, v.org_id as office, v.name, v.filter, s.name as by,
      v.staff_id = ${person} or (v.scope <> 'own' and (select case_supervisor())) as mine,
      d.view_id is not null as first
    from saved_view v join staff s on s.id = v.staff_id
    left join default_view d on d.view_id = v.id and d.staff_id = ${person}
    order by array_position(array['own','office','all'], v.scope), v.name, v.id`.execute(tx)
  return rows
}

/** The filter with which somebody's queue opens; null when he chose none. */
export async function defaultFilter(tx: Tx, person: number): Promise<string | null> {
  const { rows } = await sql<{ filter: string }>`
    select v.filter from default_view d join saved_view v on v.id = d.view_id where d.staff_id = ${person}`.execute(tx)
  return rows[0]?.filter ?? null
}

export type NewView = { scope: ViewScope; office: number | null; name: string; filter: string }

/** Keeps a view; null when there is one of that name already. */
export async function keepView(tx: Tx, view: NewView, by: number, at: Date): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into saved_view (scope, org_id, staff_id, name, filter, at)
    values (${view.scope}, ${view.office}, ${by}, ${view.name}, ${view.filter}, ${at})
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Forgets a view; false when it is not theirs to forget. */
export async function dropView(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`delete from saved_view where id = ${id} returning id`.execute(tx)
  return rows.length > 0
}

/** Opens somebody's queue with this view from now on, or (null) with everything; false when there is no such view. */
export async function chooseDefault(tx: Tx, person: number, view: number | null): Promise<boolean> {
  await sql`delete from default_view where staff_id = ${person}`.execute(tx)
  if (view === null) return true
  const { rows } = await sql`
    insert into default_view (staff_id, view_id) select ${person}, id from saved_view where id = ${view} returning view_id`.execute(
    tx,
  )
  return rows.length > 0
}

/** The offices that somebody works in. */
export async function officesOf(tx: Tx, person: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select org_id as id from staff_org where staff_id = ${person} order by org_id`.execute(tx)
  return rows.map(({ id }) => id)
}
