import { textAt } from '../../catalogue/draft/draft.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import { documentGroups, itemGroups, lineageGroups } from './catalogue-groups.ts'
import type { Group, Make } from './field.ts'
import { coverageGroups, entityGroups, portGroups, timeGroups } from './place-groups.ts'
import type { Drawing } from './shared-fields.ts'
import { standardGroups } from './standard-groups.ts'

/** The form of each kind of subject. */
export const SUBJECT_GROUPS: { [K in SubjectKind]: (drawing: Drawing) => Group[] } = {
  standard: standardGroups,
  item: itemGroups,
  entity: entityGroups,
  port: portGroups,
  document: documentGroups,
  lineage: lineageGroups,
  coverage: coverageGroups,
  operating_time: timeGroups,
}

/** Does a draft say that its subject ends? Then there is nothing else to fill in. */
export const isWithdrawn = ({ draft }: Make): boolean => textAt(draft, 'change') === 'withdraw'
