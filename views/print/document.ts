import type { Day } from '../../catalogue/day.ts'
import type { Said } from '../locale/format.ts'
import type { Locale } from '../locale/locale.ts'

/** Words on paper; with a `lang` where they are not in the document's language. */
export type Words = string | Said

/**
 * 打印件: a document as data, for `pdfOf` in server/files. It is printed in this order: title, subtitle, the table of
 * what it is about, sections, the source; the footer stands on every page beside the page number.
 */
export type PrintedDocument = {
  locale: Locale
  title: string
  subtitle: Words | null
  facts: readonly Fact[]
  sections: readonly Section[]
  source: Source
  footer: string
}

/** A line of what the document is about: 口岸, 宁波舟山港. */
export type Fact = readonly [label: string, value: Words]

/** A heading and what stands under it; without a heading it goes on from the section before. */
export type Section = { heading: string | null; blocks: readonly Block[] }

/** `steps` is a numbered computation with what each step gives and rests on; `note` is small print. */
export type Block =
  | { kind: 'paragraph'; text: Words }
  | { kind: 'note'; text: Words }
  | { kind: 'subheading'; text: Words }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'table'; caption: string | null; columns: readonly Column[]; rows: readonly Row[] }
  | { kind: 'steps'; steps: readonly PrintedStep[] }

/** A column takes `share` of the width beside the shares of the others; figures are set to the `end`. */
export type Column = { head: string; share: number; align: 'start' | 'end' }

/** A row has a cell for each column. `strong` rows are bold, a `total` stands under a rule besides. */
export type Row = { cells: readonly Words[]; weight?: 'strong' | 'total' }

/** What is done, what comes out (empty where nothing does), and the articles it rests on. */
export type PrintedStep = { text: Words; value: string; basis: readonly Words[] }

/** What the document is told from: the day, the release and when that was published, and the address that shows the same. */
export type Source = { on: Day; release: number; publishedAt: Date; address: string }
