import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Ask } from '../../../catalogue/import/reading.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { standsAgainst } from '../../../views/pages/staff-import-apply.ts'
import type { App } from '../../app.ts'
import { answer, applyImport } from '../../db/import-answers.ts'
import { type Import, keepLint, readAgain } from '../../db/imports.ts'
import { Refusal } from '../../errors.ts'
import { chosenLines, lintList } from '../../imports.ts'
import { type Desk, seeOther, sessionOf } from '../../staff/desk.ts'
import { readDraftWords } from '../../staff/import-draft.ts'
import { type Asking, importOf, readOf, showImport } from '../../staff/import-page.ts'
import { noteImport } from '../../staff/imports.ts'
import { sentOf } from '../../staff/sent.ts'

/** The number of an import in its address. */
export const Named = { params: z.object({ import: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }) }

/** What the sender of a file decides: the answer to each question, and that it becomes a draft. */
export function importDecisions(scope: App, desk: Desk, locale: Locale): void {
  const write = { config: { action: 'import.write' }, schema: Named } as const
  scope.post('/staff/imports/:import/answers', write, async (request, reply) => {
    const found = await importOf({ desk, locale, request, reply }, 'import.write', request.params.import)
    await takeAnswers(desk, request, found)
    return seeOther(reply, locale, `/staff/imports/${found.id}?done=answers-saved#asks`)
  })
  scope.post('/staff/imports/:import/apply', write, async (request, reply) => {
    const to = { desk, locale, request, reply }
    return apply(to, await importOf(to, 'import.write', request.params.import))
  })
}

/** Keeps the answers of a form, and what the rules say of the lines they now lead to. */
async function takeAnswers(desk: Desk, request: FastifyRequest, found: Import): Promise<void> {
  const read = await readOf(desk, found)
  if (found.state !== 'read' || read === null) throw new Refusal('conflict')
  const said = answersIn(request.body as Record<string, unknown>, read.reading.asks)
  if (said.size === 0) return
  await answer(desk.db, found.id, said, sessionOf(request).person.id, desk.now())
  await noteImport(desk, request, found.id, 'import.answer', { answers: said.size })
  const lines = chosenLines(read.reading, new Map([...read.answers, ...said]))
  await keepLint(desk.db, found.id, await lintList(desk, found.entity, lines))
}

function answersIn(body: Record<string, unknown>, asks: readonly Ask[]): Map<string, boolean> {
  if (body.all === 'yes') return new Map(asks.filter(({ kind }) => kind === body.kind).map(({ id }) => [id, true]))
  return new Map(
    asks.flatMap(({ id }): [string, boolean][] => {
      const said = body[`ask.${id}`]
      return said === 'yes' || said === 'no' ? [[id, said === 'yes']] : []
    }),
  )
}

/** Makes the draft; where the list has moved on since it was read, the file is read again first. */
async function apply(to: Asking, found: Import): Promise<FastifyReply> {
  const { desk, locale, request, reply } = to
  const read = await readOf(desk, found)
  if (found.state !== 'read' || read === null) throw new Refusal('conflict')
  if (found.release !== desk.head.release()) {
    await readAgain(desk.db, found.id)
    return seeOther(reply, locale, `/staff/imports/${found.id}?done=import-reread`)
  }
  const { words, faults } = readDraftWords(request.body)
  const refused = standsAgainst(read)
  const sent = { values: sentOf(request.body), faults, refused }
  const shown = (status: number, why = refused) => {
    reply.code(status)
    return showImport(to, found, { sent: { ...sent, refused: why } })
  }
  if (refused !== null) return shown(409)
  if (words === null) return shown(422)
  const draft = { ...words, entity: found.entity, lines: read.chosen }
  const made = await applyImport(desk.db, found.id, draft, sessionOf(request).person.id, desk.now())
  if (!made.ok && made.code === 'not-read') throw new Refusal('conflict')
  if (!made.ok) return shown(409, 'said-twice')
  await noteImport(desk, request, found.id, 'import.apply', { set: made.set, lines: read.chosen.length })
  return seeOther(reply, locale, `/staff/sets/${made.set}?done=import-applied`)
}
