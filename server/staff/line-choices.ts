import { REFERENCE_KINDS } from '../../catalogue/reference.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { ChooseData } from '../../views/pages/staff-line-choose.ts'
import type { ChangeSet } from '../db/change-sets.ts'
import type { Desk } from './desk.ts'
import { isOwn, kindsFor, type Subjects, standardsOf, subjectsFor } from './line-subjects.ts'

/** What a set may change: the subjects within its reach, and the standards of an item that was chosen. */
export async function choices(desk: Desk, set: ChangeSet, asked: { kind?: string; item: string }): Promise<ChooseData> {
  const from = await subjectsFor(desk, set, null)
  const chosen = asked.kind === 'standard' && from.reference.of.item.has(asked.item) ? asked.item : null
  return {
    ...{ set, from, kinds: kindsFor(set) },
    keys: keysOf(set, from),
    listed: chosen === null ? null : { item: chosen, standards: await listed(desk, set, chosen) },
  }
}

const keysOf = (set: ChangeSet, { reference }: Subjects): ChooseData['keys'] =>
  Object.fromEntries(
    REFERENCE_KINDS.map((kind) => {
      const all = [...(reference.of[kind] as ReadonlyMap<string, readonly Statement[]>)]
      const own = all.filter(([key, [first]]) => isOwn(set, { kind, key, payload: first?.payload ?? null } as Line))
      return [kind, own.map(([key]) => key)]
    }),
  )

/** An entity's own set lists its own prices. */
async function listed(desk: Desk, { entity }: ChangeSet, item: string): Promise<Statement<'standard'>[]> {
  const all = await standardsOf(desk, item, entity === null ? 'all' : [entity])
  return all.filter(({ key }) => entity === null || key.split('/')[3] === entity)
}
