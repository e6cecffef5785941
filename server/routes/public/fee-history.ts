import { z } from 'zod'
import { FeeItemCode } from '../../../catalogue/codes.ts'
import { versionsOf } from '../../../catalogue/reference.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { feeHistoryPage } from '../../../views/pages/fee-history.ts'
import type { App } from '../../app.ts'
import { asOfNow, pageDay } from '../../as-of.ts'
import { historyOf, type ItemLine, linesOfItem, releasesIn } from '../../db/history.ts'
import { releasesNumbered } from '../../db/releases.ts'
import { Refusal } from '../../errors.ts'
import { contextOf } from '../../page.ts'
import type { Site } from '../../site.ts'

const Line = z.string().regex(/^[\w/-]{1,300}$/)

/** Lines that a reader chooses from on one page; any other is reached from the page of the item. */
const CHOICES = 500

/** 历史: everything ever said of one line of an item, or of the item itself. */
export function feeHistory(scope: App, site: Site, locale: Locale): void {
  const params = z.object({ code: FeeItemCode })
  const querystring = z.strictObject({ ...pageDay, line: Line.optional() })
  scope.get('/fees/:code/history', { schema: { params, querystring } }, async (request, reply) => {
    const asOf = asOfNow(site, request.query)
    const { code } = request.params
    const reference = await site.reference(asOf.release)
    if (versionsOf(reference, 'item', code).length === 0) throw new Refusal('not-found')
    const first = await linesOfItem(site.db, code, asOf.release, CHOICES)
    const { kind, key: chosen } = chosenLine(code, request.query.line ?? mainLine(first.lines)?.key)
    const statements = await told(site, kind, chosen, asOf.release)
    const releases = await releasesNumbered(site.db, releasesIn(statements))
    const lines = withChosen(first.lines, statements)
    const data = { code, chosen, lines, total: first.total, statements, releases, reference }
    return reply.page('fee-history', feeHistoryPage(contextOf(site, request, locale, asOf), data))
  })
}

/** The line to begin with: the first that government sets and that is verified; failing that, the first of all. */
const mainLine = (lines: readonly ItemLine[]): ItemLine | undefined =>
  lines.find(({ last }) => last.entity === null && last.provenance.mark !== 'recall') ?? lines[0]

/** Whose history is asked for: a line of the item, or the item itself. */
function chosenLine(code: string, line: string | undefined): { kind: 'item' | 'standard'; key: string } {
  if (line === undefined || line === code) return { kind: 'item', key: code }
  if (!line.startsWith(`${code}/`)) throw new Refusal('not-found')
  return { kind: 'standard', key: line }
}

type Told = Statement<'item'>[] | Statement<'standard'>[]

async function told({ db }: Site, kind: 'item' | 'standard', key: string, release: number): Promise<Told> {
  const statements: Told =
    kind === 'item' ? await historyOf(db, kind, key, release) : await historyOf(db, kind, key, release)
  if (statements.length === 0) throw new Refusal('not-found')
  return statements
}

/** The line that is shown is among those to choose from, wherever it stands in the list. */
function withChosen(lines: ItemLine[], statements: Told): ItemLine[] {
  const last = statements.findLast(({ kind, payload }) => kind === 'standard' && payload !== null) as
    | Statement<'standard'>
    | undefined
  if (!last?.payload || lines.some(({ key }) => key === last.key)) return lines
  return [...lines, { key: last.key, last: last.payload }]
}
