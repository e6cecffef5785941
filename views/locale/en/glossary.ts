import type { glossary as zh } from '../zh-CN/glossary.ts'

/** Words of the glossary, in English. */
export const glossary: Record<keyof typeof zh, string> = {
  title: 'Glossary',
  description: 'Terms of port charges in English and Chinese, with notes.',
  lead: 'The terms this portal uses, in order of their English.',
  letters: 'By first letter',
  other: 'Other',
  tally: '{n} {n|term|terms}',
  empty: 'There are no terms yet.',
}
