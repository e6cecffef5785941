import { z } from 'zod'

/** What people read, Chinese first; where there is no English yet the page shows the Chinese, marked as such. */
export const Text = z.object({ zh: z.string().min(1).max(4000), en: z.string().min(1).max(4000).nullable() })
export type Text = z.infer<typeof Text>

/** A short way to write one in seeds and tests. */
export const text = (zh: string, en: string | null = null): Text => ({ zh, en })
