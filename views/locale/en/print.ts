import type { print as zh } from '../zh-CN/print.ts'

/** Words of printed documents, in English. */
export const print: Record<keyof typeof zh, string> = {
  told: 'Told from the fees in force on {day}, {release}',
  page: 'Page {n} of {of}',
  source: 'Source',
  publisher: 'Published by',
  on: 'Fees in force on',
  release: 'Release',
  address: 'See it online',
  current: 'This file does not change with later releases; the version online is the one that counts.',
}
