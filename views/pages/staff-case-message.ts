import { caseAddress } from '../complaints/case-form.ts'
import type { CaseTold } from '../complaints/case-told.ts'
import { type FileLines, fileLines } from '../complaints/files.ts'
import { said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** 将发送给提交人: a message as the complainant will read it, before it goes. */
export type StaffCaseMessagePage = {
  frame: StaffFrame
  no: string
  from: { text: string; lang: string | null }
  paragraphs: string[]
  files: FileLines | null
  asks: boolean
  action: string
  fields: { name: string; value: string }[]
  words: Messages['caseFile']
}

/** What goes; `files` came before and are found again by `draft`. */
type MessagePreviewed = {
  told: CaseTold
  words: string
  asks: boolean
  tells: boolean
  draft: string
  files: Parameters<typeof fileLines>[0]
}

export function staffCaseMessagePage(
  ctx: StaffContext,
  { told, words, asks, tells, draft, files }: MessagePreviewed,
): StaffCaseMessagePage {
  const t = translator(ctx.locale)
  const { caseFile } = t.words
  return {
    frame: staffFrame(ctx, caseFile.previewTitle),
    no: told.no,
    from: said(told.office, t.locale),
    paragraphs: words.split(/\n+/),
    files: files.length === 0 ? null : fileLines(files, t.locale, {}),
    asks,
    action: caseAddress(ctx, told.no, '/messages'),
    fields: [
      { name: 'csrf', value: ctx.csrf },
      { name: 'words', value: words },
      ...(asks ? [{ name: 'asks', value: 'yes' }] : []),
      ...(tells ? [{ name: 'tells', value: 'yes' }] : []),
      ...(files.length === 0 ? [] : [{ name: 'draft', value: draft }]),
      { name: 'files-seen', value: String(files.length) },
    ],
    words: caseFile,
  }
}
