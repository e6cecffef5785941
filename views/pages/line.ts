import type { Leaf } from '../../catalogue/log/leaf.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Release } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { isAbsent } from '../words/absent.ts'
import { type ChangeLine, releaseChangeLine } from '../words/change-line.ts'
import { type Moment, published } from '../words/moment.ts'
import { type PartWords, partsOf } from '../words/parts.ts'
import { hex } from './log.ts'

/** What the page of a line is made of: the line, what it took the place of, and its leaf in the log. */
export type LineData = {
  release: Release
  line: { n: number; said: Statement; before: Statement | null }
  leaf: { idx: number; data: string; hash: Uint8Array; said: Leaf | null } | null
  reference: Reference
}

/** `/changes/:release/:n`: one published line, for ever: what it says, what it replaced, why, and the proof of it. */
export type LinePage = Omit<ChangeLine, 'proof'> & {
  frame: Frame
  title: string
  release: { href: string; text: string; title: Said }
  moment: Moment
  parts: PartWords[]
  compares: boolean
  state: string | null
  source: { says: string; file: string } | null
  proof: { says: string; href: string; data: string; hash: string } | null
  history: string | null
  logHref: string
  neighbours: { href: string; text: string; rel: string }[]
  words: Messages['transparency']
}

export function linePage(ctx: PageContext, data: LineData): LinePage {
  const t = translator(ctx.locale)
  const { release, line, reference } = data
  const words = releaseChangeLine(line, ctx, reference, t)
  const before = line.before?.payload ? line.before : null
  return {
    ...words,
    frame: frame(ctx, headOf(data, words.name, t)),
    title: titleOf(data, t),
    release: releaseOf(release, line.n, ctx, t),
    moment: published(release.publishedAt, t),
    parts: partsOf(before, line.said, { ctx, ref: reference, t, on: line.said.valid.from }),
    compares: before !== null && line.said.payload !== null,
    state: stateOf(data, t),
    source: sourceOf(data, t),
    proof: proofOf(data, t),
    history: historyOf(line.said, ctx),
    logHref: address(ctx, '/log'),
    neighbours: neighboursOf(data, ctx, t),
    words: t.words.transparency,
  }
}

const titleOf = ({ release, line }: LineData, t: Translate): string =>
  t('transparency.lineTitle', { release: String(release.seq), n: String(line.n) })

const headOf = (data: LineData, name: Said, t: Translate) => ({
  title: titleOf(data, t),
  description: t('transparency.lineDescription', {
    release: t('common.nth', { release: String(data.release.seq) }),
    n: String(data.line.n),
    name: name.text,
  }),
  bar: false,
})

/** The release, where it tells this line: a page of it begins with the line before. */
const releaseOf = ({ seq, title }: Release, n: number, ctx: PageContext, t: Translate) => ({
  href: `${address(ctx, `/changes/${seq}`, n > 100 ? { after: String(n - 1) } : {})}#n${n}`,
  text: t('common.nth', { release: String(seq) }),
  title: said(title, ctx.locale),
})

/** What there is to say where nothing can be set side by side. */
function stateOf({ line: { said, before } }: LineData, t: Translate): string | null {
  if (said.payload === null) return t.words.transparency.ends
  if (!before?.payload) return t.words.transparency.nothingBefore
  return JSON.stringify(said.payload) === JSON.stringify(before.payload) ? t.words.transparency.unchanged : null
}

function sourceOf({ leaf }: LineData, t: Translate): LinePage['source'] {
  const source = leaf?.said?.source
  if (!source) return null
  const sheet = source.sheet === null ? '' : t('transparency.sheet', { sheet: source.sheet })
  if (isAbsent(source)) return { says: t.words.transparency.sourceAbsent, file: source.file }
  return { says: t('transparency.sourceSays', { sheet, row: String(source.row) }), file: source.file }
}

function proofOf({ leaf }: LineData, t: Translate): LinePage['proof'] {
  if (leaf === null) return null
  const { idx, data, hash } = leaf
  return {
    says: t('transparency.proofSays', { idx: String(idx) }),
    href: `/log/proof/${idx}.tlog-proof`,
    data,
    hash: hex(hash),
  }
}

function historyOf({ kind, key }: Statement, ctx: PageContext): string | null {
  if (kind === 'item') return address(ctx, `/fees/${key}/history`)
  return kind === 'standard' ? address(ctx, `/fees/${key.split('/')[0]}/history`, { line: key }) : null
}

function neighboursOf({ release, line: { n } }: LineData, ctx: PageContext, t: Translate) {
  const to = (other: number, text: string, rel: string) =>
    other < 1 || other > release.lines ? [] : [{ href: address(ctx, `/changes/${release.seq}/${other}`), text, rel }]
  return [...to(n - 1, t.words.transparency.previousLine, 'prev'), ...to(n + 1, t.words.transparency.nextLine, 'next')]
}
