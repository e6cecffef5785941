import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Mark } from '../../catalogue/basis.ts'
import { Day } from '../../catalogue/day.ts'
import { FORMS } from './forms.ts'

/** 文书内容: a form as it is written, in Chinese, for a page and for paper. `number` is null until it is issued. */
export const FormContent = z.strictObject({
  form: z.enum(FORMS),
  title: z.string(),
  number: z.string().nullable(),
  case: z.string(),
  office: z.string(),
  addressee: z.string().nullable(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  paragraphs: z.array(z.string()),
  articles: z.array(z.strictObject({ says: z.string(), mark: Mark })),
  remedies: z.array(z.string()),
  signers: z.array(z.string()),
  day: Day,
})
export type FormContent = z.infer<typeof FormContent>

/** The one form of a content as text (RFC 8785): what is sealed, and what its digest is taken of. */
export const contentText = (content: FormContent): string => canonicalize(content)!

/** SHA-256 of a content in its one form. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
