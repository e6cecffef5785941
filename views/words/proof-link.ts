import type { Statement } from '../../catalogue/statement.ts'
import { address, type PageContext } from '../context.ts'
import type { Translate } from '../locale/locale.ts'

/** 存证: where a published line has its own page, with its proof; `label` tells such links of one page apart. */
export type ProofLink = { href: string; text: string; label: string }

export function proofLink(
  { line: { release, n } }: Pick<Statement, 'line'>,
  ctx: PageContext,
  t: Translate,
): ProofLink {
  const text = t.words.transparency.proofLink
  const line = t('transparency.lineTitle', { release: String(release), n: String(n) })
  return { href: address(ctx, `/changes/${release}/${n}`), text, label: `${line} ${text}` }
}
