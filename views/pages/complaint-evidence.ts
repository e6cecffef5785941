import { type FilingData, type FilingPage, filingPage } from '../complaints/filing-form.ts'
import { filingFaultText } from '../complaints/filing-words.ts'
import type { PageContext } from '../frame.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'

/** A file of the filing under way. */
export type DraftFileShown = {
  id: string
  name: string
  size: number
  state: 'clean' | 'quarantined' | 'released' | 'refused'
}

/** What a filing may have of files. */
export type EvidenceLimits = { files: number; each: number; together: number }

/** 材料: files are added several at once, listed and taken away; none is needed. */
export type ComplaintEvidencePage = FilingPage & {
  limits: string
  accept: string
  faults: string[]
  files: { id: string; name: string; size: string; state: string; remove: string }[]
  words: Messages['filing']
}

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx,.csv,.txt,.ofd,.xml'

export function complaintEvidencePage(
  ctx: PageContext,
  data: FilingData & { files: readonly DraftFileShown[]; limits: EvidenceLimits },
): ComplaintEvidencePage {
  const t = translator(ctx.locale)
  const { files, each, together } = data.limits
  return {
    ...filingPage(ctx, 'evidence', data),
    limits: t('filing.evidenceLimits', { files, each: megabytes(each), total: megabytes(together) }),
    accept: ACCEPTED,
    faults: data.faults.map((fault) => [fault.values.name ?? '', filingFaultText(fault, t)].filter(Boolean).join(' ')),
    files: data.files.map((file) => ({
      ...{ id: file.id, name: file.name, size: sizeText(file.size), state: stateText(file, t) },
      remove: t('filing.removeFile', { name: file.name }),
    })),
    words: t.words.filing,
  }
}

const megabytes = (bytes: number): number => Math.floor(bytes / 2 ** 20)

/** 1.4 MB, 320 KB. */
export const sizeText = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`

const stateText = ({ state }: DraftFileShown, { words: { filing } }: Translate): string => filing[`file-${state}`]
