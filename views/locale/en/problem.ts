import type { problem as zh, parameter as zhParameter } from '../zh-CN/problem.ts'

/** Words of the error page, in English. */
export const problem: Record<keyof typeof zh, string> = {
  status: 'Error {status}',
  where: 'What is wrong where',
  field: 'Where',
  says: 'What is wrong',
  again: 'Mend it and open it again',
  open: 'Open',
  next: 'Or',
  desk: 'Back to the staff desk',
  home: 'Go to the home page',
  fees: 'Find a fee',
}

export const parameter: Record<keyof typeof zhParameter, string> = {
  on: 'Day',
  as_of: 'Day',
  release: 'Release',
  port: 'Port',
  entity: 'Charging entity',
  item: 'Fee item',
  link: 'Link',
  pricing: 'Pricing',
  sort: 'Order',
  q: 'Search',
  from: 'From',
  to: 'To',
  line: 'Standard',
  cursor: 'Place in the list',
  before: 'Before release',
  after: 'After line',
  page: 'Page',
  code: 'Code',
  uscc: 'Credit code',
}
