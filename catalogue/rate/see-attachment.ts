import { z } from 'zod'

/** 详见附件: the figures stand in a document of their own; `title` says which. */
export const SeeAttachment = z.strictObject({
  form: z.literal('see_attachment'),
  title: z.string().min(1).max(200),
  href: z.url({ protocol: /^https?$/ }).nullable(),
})
