import { type Locale, type Messages, translator } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'

type FileShown = {
  id: string
  name: string
  kind: string
  size: number
  state: 'clean' | 'quarantined' | 'released' | 'refused'
  why: string | null
  at: Date
  gone: boolean
}

/** 附件 as a list: `href` where it may be downloaded, `release` and `remove` where a form may do that; null else. */
export type FileLines = {
  rows: {
    name: string
    kind: string
    size: string
    at: string
    datetime: string
    state: string
    held: boolean
    why: string | null
    href: string | null
    release: string | null
    remove: string | null
    id: string
  }[]
  csrf: string | null
  words: Messages['attachments']
}

/** Where the acts of a file lead, by its id; null where a page offers none. */
type Leads = {
  href?: (id: string) => string
  release?: (id: string) => string
  remove?: (id: string) => string
  csrf?: string
}

/** The lines of `partials/file-list.hbs`: what was kept apart says why, what was destroyed says so. */
export function fileLines(files: readonly FileShown[], locale: Locale, leads: Leads): FileLines {
  const { words } = translator(locale)
  const open = ({ state, gone }: FileShown) => !gone && (state === 'clean' || state === 'released')
  return {
    rows: files.map((file) => ({
      ...{ id: file.id, name: file.name, kind: file.kind.toUpperCase(), size: sizeText(file.size) },
      ...{ at: momentText(file.at, locale), datetime: file.at.toISOString() },
      state: file.gone ? words.attachments.gone : words.attachments[`state-${file.state}`],
      held: file.state === 'quarantined' && !file.gone,
      why: file.why === null || file.gone ? null : wordOf(words.attachments, `why-${file.why}`),
      href: open(file) ? (leads.href?.(file.id) ?? null) : null,
      release: file.state === 'quarantined' && !file.gone ? (leads.release?.(file.id) ?? null) : null,
      remove: leads.remove?.(file.id) ?? null,
    })),
    csrf: leads.csrf ?? null,
    words: words.attachments,
  }
}

/** A file, and the message that it came with where it came with one. */
export type FileOfMessage = FileShown & { messageId: number | null }

/** The files that went with a message; null where none did. */
export function filesWith(
  message: number,
  files: readonly FileOfMessage[],
  locale: Locale,
  leads: Leads,
): FileLines | null {
  const own = files.filter(({ messageId }) => messageId === message)
  return own.length === 0 ? null : fileLines(own, locale, leads)
}

/** 1.2 MB, 34 KB, 120 B. */
export const sizeText = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 2 ** 20
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 2 ** 20).toFixed(1)} MB`

const wordOf = (words: Readonly<Record<string, string>>, key: string): string | null => words[key] ?? null
