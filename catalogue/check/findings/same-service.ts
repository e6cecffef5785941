import type { FeeItemCode } from '../../codes.ts'
import type { Reference } from '../../reference.ts'

/** 内容相同的项目: charges of different links for one and the same thing (R09): a container is sealed once. */
const SAME_CONTENT: readonly (readonly FeeItemCode[])[] = [
  ['seal-fee', 'tally-seal'],
  ['eir', 'eir-paper'],
]

/** Of some items, those that are for the same service: by content, or because one is only another name of the other. */
export function alikeIn(items: readonly FeeItemCode[], reference: Reference): FeeItemCode[][] {
  const renamed = [...reference.of.lineage.values()].flatMap((versions) => {
    const said = versions.findLast(({ payload }) => payload !== null)?.payload
    return said?.kind === 'renamed' || said?.kind === 'replaced_by' ? [[said.from, said.to]] : []
  })
  return [...SAME_CONTENT, ...renamed]
    .map((alike) => alike.filter((item) => items.includes(item)))
    .filter(({ length }) => length > 1)
}
