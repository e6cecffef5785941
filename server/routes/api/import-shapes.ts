import { z } from 'zod'
import { CreditCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import { Change } from '../../../catalogue/statement.ts'
import { SubjectKind } from '../../../catalogue/subject.ts'

const Answers = z
  .union([z.string().max(300), z.array(z.string().max(300)).max(20_000)])
  .transform((given) => [given].flat())
  .optional()

/** 导入请求: whose list the file is, how it is meant, and from which day. */
export const ImportAskedIn = z.strictObject({
  entity: z
    .union([CreditCode, z.literal('authority')])
    .meta({ description: 'Whose list: a credit code, or `authority` for government prices and items' }),
  mode: z.enum(['full', 'changes']).meta({ description: 'The whole list, or only what changes' }),
  effective: Day.meta({ description: 'The day from which rows without one of their own hold' }),
  attest: z.literal('1').optional().meta({ description: 'What is unchanged is confirmed' }),
  apply: z.literal('draft').optional().meta({ description: 'Make a draft change set of it' }),
  yes: Answers.meta({ description: 'Ids of asks that are right; `all` for all' }),
  no: Answers.meta({ description: 'Ids of asks that are not' }),
  name: z.string().min(1).max(120).optional().meta({ description: 'Name of the file, where it is the body' }),
  title: z.string().min(1).max(200).optional().meta({ description: 'Title of the draft, in Chinese' }),
})

const ProblemOut = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  column: z.object({ letters: z.string(), name: z.string() }).nullable(),
  message: z.string(),
  mend: z.string(),
})

const LineOut = z.object({
  kind: SubjectKind,
  key: z.string(),
  change: Change,
  effective_from: Day,
  effective_until: Day.nullable().meta({ description: 'First day on which it holds no longer' }),
  source: z.object({ file: z.string(), sheet: z.string().nullable(), row: z.int() }).nullable(),
})

const AskOut = z.object({
  id: z.string(),
  kind: z.enum(['new', 'likely', 'ending']),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  name: z.string(),
  item: z.string().nullable().meta({ description: 'What it was matched with' }),
  line: LineOut,
})

/** 导入结果: what was read of a list, beside the newest release. */
export const ImportOut = z
  .object({
    release: z.int(),
    file: z.string().meta({ description: 'SHA-256 of the file' }),
    counts: z.object({
      ...{ rows: z.int(), added: z.int(), changed: z.int(), ended: z.int(), unchanged: z.int(), asked: z.int() },
    }),
    problems: z.array(ProblemOut),
    lines: z.array(LineOut),
    asks: z.array(AskOut),
    findings: z.array(
      z.object({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'note']),
        lines: z.array(z.int()),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'Import' })

/** The same with the draft that was made of it. */
export const ImportMadeOut = ImportOut.extend({ import: z.int(), change_set: z.int() }).meta({ id: 'ImportMade' })
