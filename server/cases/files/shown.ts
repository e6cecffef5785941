import type { CaseKeys } from '../keys.ts'

/** A file as a page shows it: `gone` where its time was over and it was destroyed. */
export type FileShown = {
  id: string
  name: string
  kind: string
  size: number
  state: 'clean' | 'quarantined' | 'released' | 'refused'
  why: string | null
  at: Date
  gone: boolean
}

/** A file of what was filed: from whom, to which case, with which message. */
export type FiledShown = FileShown & {
  sender: 'complainant' | 'desk' | 'portal'
  caseId: number | null
  messageId: number | null
}

type Row = Omit<FileShown, 'name' | 'gone'> & { name: Buffer | null }

/** A row as a page shows it, its name opened. */
export const shown = (keys: CaseKeys, { id, name, kind, size, state, why, at }: Row): FileShown => ({
  ...{ id, kind, size, state, why, at },
  name: (name && keys.open(`attachment/${id}/name`, name)) ?? `${id.slice(0, 8)}.${kind}`,
  gone: name === null,
})
