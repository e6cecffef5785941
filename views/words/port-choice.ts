import { allOn, type Reference } from '../../catalogue/reference.ts'
import type { PageContext } from '../context.ts'
import { said } from '../locale/format.ts'

/** A port to choose in a form; the first choice is all of them. */
export type PortOption = { value: string; text: string; lang: string | null; selected: boolean }
export const portChoice = (
  chosen: string | null,
  all: string,
  { on, locale }: PageContext,
  ref: Reference,
): PortOption[] => [
  { value: '', text: all, lang: null, selected: chosen === null },
  ...allOn(ref, 'port', on)
    .filter(({ reference }) => !reference)
    .map(({ code, name }) => ({ value: code, ...said(name, locale), selected: code === chosen })),
]

/** The day and release the reader asked for, kept by a form. */
export const keptPins = ({ pinned, on, release }: PageContext): { name: string; value: string }[] => [
  ...(pinned.on ? [{ name: 'on', value: on }] : []),
  ...(pinned.release ? [{ name: 'release', value: String(release) }] : []),
]
