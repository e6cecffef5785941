import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Writable } from 'node:stream'
import { z } from 'zod'
import { CreditCode } from '../../catalogue/codes.ts'
import { Day } from '../../catalogue/day.ts'
import { translator } from '../../views/locale/locale.ts'
import { saidProblem } from '../../views/words/import.ts'
import { reaches } from '../access.ts'
import { audit } from '../db/audit.ts'
import { openDatabase } from '../db/database.ts'
import { openHead } from '../db/head.ts'
import { referenceReader } from '../db/reference.ts'
import { findLogin } from '../db/staff.ts'
import { answersFor, type DraftMade, draftOf } from '../import-draft.ts'
import { hasErrors, type ListRead, type Lists, openAsks, readList, type SentList } from '../imports.ts'
import type { Person } from '../staff/desk.ts'

const Options = z.object({
  entity: z.union([CreditCode, z.literal('authority')]),
  mode: z.enum(['full', 'changes']),
  effective: Day,
  attest: z.boolean().optional(),
  as: z.string().optional(),
  yes: z.array(z.string()).optional(),
  no: z.array(z.string()).optional(),
  yesAll: z.boolean().optional(),
  draft: z.boolean().optional(),
  lang: z.enum(['zh', 'en']),
})
type Options = z.infer<typeof Options>

/**
 * 导入: reads a list as the page does, says everything that is wrong, what it comes to and what is asked; with `--draft`
 * makes the draft. Gives false where something keeps it from becoming one.
 */
export async function importList(
  url: string,
  path: string,
  given: unknown,
  now: Date,
  out: Writable,
): Promise<boolean> {
  const options = optionsOf(given)
  const db = openDatabase(url, () => {})
  const head = await openHead(db, url, () => {})
  try {
    const lists: Lists = { db, head, reference: referenceReader(db), now: () => now }
    const by = await personNamed(lists, options)
    return await imported(lists, await sentFrom(path, options), options, by, (line) => void out.write(`${line}\n`))
  } finally {
    await head.close()
    await db.destroy()
  }
}

function optionsOf(given: unknown): Options {
  const read = Options.safeParse(given)
  if (read.success) return read.data
  throw new Error(read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'))
}

async function sentFrom(path: string, { entity, mode, effective, attest = false }: Options): Promise<SentList> {
  const whose = entity === 'authority' ? null : entity
  return { entity: whose, mode, effective, attest, name: basename(path), bytes: await readFile(path) }
}

/** Who makes the draft: someone who may, and only then. */
async function personNamed({ db }: Lists, { as, draft, entity }: Options): Promise<Person | null> {
  if (as === undefined) {
    if (draft) throw new Error('--draft needs --as LOGIN: a draft has someone who made it')
    return null
  }
  const found = await findLogin(db, as)
  if (found === undefined || found.disabledAt !== null) throw new Error(`nobody who may work here is ${as}`)
  if (!reaches(found.held, 'import.write', entity === 'authority' ? null : entity))
    throw new Error(`${as} may not import the list of ${entity}`)
  return found
}

type Say = (line: string) => void

async function imported(lists: Lists, sent: SentList, options: Options, by: Person | null, say: Say): Promise<boolean> {
  const read = await readList(lists, sent)
  tell(read, options, say)
  if (hasErrors(read.reading)) return false
  if (!options.draft || by === null) return true
  const given = { yes: [...(options.yes ?? []), ...(options.yesAll ? ['all'] : [])], no: options.no ?? [] }
  const answers = answersFor(read.reading.asks, given)
  const open = openAsks(read.reading, answers)
  if (open.length > 0) {
    say(`${open.length} asks are not answered: give each --yes ID or --no ID, or --yes-all`)
    return false
  }
  const made = await draftOf(lists, sent, read, answers, by)
  if (made.ok) await noted(lists, by, made)
  say(made.ok ? `change set ${made.set}, import ${made.import}` : `no draft: ${WHY[made.code]}`)
  return made.ok
}

const noted = ({ db, now }: Lists, { id, login }: Person, { import: of, set }: DraftMade & { ok: true }) =>
  audit(db, {
    ...{ at: now(), by: id, login, act: 'import.apply', object: `import/${of}`, outcome: 'done' },
    ...{ detail: { set }, address: 'command line' },
  })

const WHY = { nothing: 'nothing differs from the list in force', 'said-twice': 'the same thing is said twice' }

/** Every problem with its place and mend, what was read, what is asked, and what the rules found. */
function tell({ reading, lint, release }: ListRead, { lang }: Options, say: Say): void {
  const t = translator(lang === 'en' ? 'en' : 'zh-CN')
  for (const problem of reading.problems) {
    const { where, text, mend } = saidProblem(problem, t)
    say(`${problem.severity}\t${where}\t${text}\t${mend}`)
  }
  const { rows, added, changed, ended, unchanged, asked } = reading.counts
  say(
    `rows ${rows}  added ${added}  changed ${changed}  ended ${ended}  unchanged ${unchanged}  asked ${asked}  release ${release}`,
  )
  for (const { id, name, matched } of reading.asks) say(`ask\t${id}\t${name}\t${matched.item ?? ''}`)
  const found = lint?.findings ?? []
  if (found.length > 0) say(`findings ${found.map(({ rule, severity }) => `${rule} ${severity}`).join(', ')}`)
}
