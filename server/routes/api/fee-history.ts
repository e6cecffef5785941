import { z } from 'zod'
import { FeeItemCode } from '../../../catalogue/codes.ts'
import { versionsOf } from '../../../catalogue/reference.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow } from '../../as-of.ts'
import { historyOf, linesOfItem } from '../../db/history.ts'
import { Refusal } from '../../errors.ts'
import type { Site } from '../../site.ts'
import { lineageOut, metaOut, statementOut } from './out.ts'
import { errors, LineageOut, Meta, StatementOut } from './shapes.ts'

/** Lines of an item that one answer names. */
const MOST = 1000

const Line = z
  .string()
  .regex(/^[\w/-]{1,300}$/)
  .meta({ description: '`key` of a standard' })
const Lines = z.array(z.string()).meta({
  description: `Keys of the item's standards, the government's first, ${MOST} at most; \`lines_total\` says how many there are. Those in force are all in \`/fees/{code}\`, page by page.`,
})

const History = {
  summary: 'Everything ever said of an item, on both axes',
  description:
    'Without `line`: the item itself and the price lines it has. With `line`: the statements of that price line.',
  tags: ['fees'],
  params: z.object({ code: FeeItemCode }),
  querystring: z.strictObject({ ...apiDay, line: Line.optional() }),
  response: {
    200: z.object({
      meta: Meta,
      data: z.object({
        code: z.string(),
        line: z.string().nullable(),
        statements: z.array(StatementOut),
        lines: Lines,
        lines_total: z.int(),
        lineage: z.array(LineageOut),
      }),
    }),
    ...errors,
  },
}

/** 历史: all statements of an item, or of one line of it. */
export function feeHistory(scope: App, site: Site): void {
  scope.get('/fees/:code/history', { schema: History }, async (request) => {
    const { as_of, release, line } = request.query
    const { code } = request.params
    const asOf = asOfNow(site, { on: as_of, release })
    const reference = await site.reference(asOf.release)
    if (versionsOf(reference, 'item', code).length === 0) throw new Refusal('not-found')
    const statements = await told(site, code, line, asOf.release)
    const { lines, total } = await linesOfItem(site.db, code, asOf.release, MOST)
    const keys = { lines: lines.map(({ key }) => key), lines_total: total }
    const data = { code, line: line ?? null, statements, ...keys, lineage: lineageOut(code, reference) }
    return { meta: metaOut(asOf), data }
  })
}

async function told({ db }: Site, code: string, line: string | undefined, release: number) {
  if (line !== undefined && !line.startsWith(`${code}/`)) throw new Refusal('not-found')
  const said =
    line === undefined ? await historyOf(db, 'item', code, release) : await historyOf(db, 'standard', line, release)
  if (said.length === 0) throw new Refusal('not-found')
  return said.map(statementOut)
}
