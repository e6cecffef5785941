import { z } from 'zod'

/** Words that stand where they seem to stand: no control characters, and nothing that turns the direction of others. */
const Words = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\r\n\t])*$/u)

/** What people read, Chinese first; where there is no English yet the page shows the Chinese, marked as such. */
export const Text = z.object({ zh: Words, en: Words.nullable() })
export type Text = z.infer<typeof Text>

/** A short way to write one in seeds and tests. */
export const text = (zh: string, en: string | null = null): Text => ({ zh, en })
