import type { problem as zh } from '../zh-CN/problem.ts'

/** Words of the error page, in English. */
export const problem: Record<keyof typeof zh, string> = {
  status: 'Error {status}',
  where: 'What is wrong where',
  field: 'Where',
  says: 'What is wrong',
  next: 'What you can do',
  home: 'Go to the home page',
  fees: 'Find a fee',
}
