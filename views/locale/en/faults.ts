import type { faults as zh } from '../zh-CN/faults.ts'

export const faults: Record<keyof typeof zh, string> = {
  'bad-request-title': 'The request could not be read',
  'bad-request-detail': 'Check that the address is complete, or start again from the home page.',
  'bad-value-title': 'Something in the address cannot be used',
  'bad-value-detail': 'Mend what is listed below. The portal never guesses a day or a code for you.',
  'bad-cursor-title': 'This place in the list is no longer valid',
  'bad-cursor-detail':
    'The paging link is incomplete, or belongs to another day, release or selection. Start again from the first page.',
  'not-found-title': 'There is no such page',
  'not-found-detail':
    'The address may be mistyped, or this code was never published. Use the navigation or the search above.',
  'not-in-force-title': 'Not in force on that day',
  'not-in-force-detail': '“{name}” was not in force on {on}. The periods in which it was are listed below.',
  'no-coverage-title': 'No data for that day',
  'no-coverage-detail': 'The portal holds no data for {on}, so it cannot say whether a charge was on the list.',
  'release-unknown-title': 'That release has not been published',
  'release-unknown-detail':
    'You asked for release {release}; the newest is {head}. Use a number up to {head}, or leave it out for the newest.',
  'method-not-allowed-title': 'That method is not supported here',
  'method-not-allowed-detail': 'This address can only be read.',
  'too-large-title': 'Too large',
  'too-large-detail': 'What was sent is over the limit. Make it smaller and try again.',
  'too-many-rows-title': 'Too many rows selected',
  'too-many-rows-detail':
    '{total} rows are more than an Excel file may hold here (20,000). Narrow the selection, or take it as CSV.',
  'rate-limited-title': 'Too many requests',
  'rate-limited-detail': 'Wait a minute and try again. For bulk use, take the downloads or the pages of the API.',
  'server-error-title': 'The server failed',
  'server-error-detail':
    'It was not something you did. Try again later; if it persists, tell us the time and the address.',
  'not-a-day':
    '“{value}” is not a day. Write it as year-month-day, like 2026-11-23, and check that the day exists (1900 to 2199).',
  'not-a-release': '“{value}” is not a release number. Releases are numbered 1, 2, 3 and so on.',
  'release-too-new': 'Release {value} has not been published.',
  'not-a-fee-code': '“{value}” is not a fee code. Codes are lower-case letters, digits and hyphens, like pilotage.',
  'not-a-port-code': '“{value}” is not a port code. CNNGB is one; Taizhou is X-TAIZHOU.',
  'not-a-credit-code':
    '“{value}” is not an 18-character unified social credit code. It has no I, O, S, V or Z, and its letters are capitals.',
  'credit-code-check': 'The check character of “{value}” does not agree. Check the credit code.',
  'not-an-option': '“{value}” is not one of the options. Choose from the list or leave it out.',
  'not-one-value': 'This parameter may be given once, with a value that fits.',
  'too-long': 'That is too long. Shorten it.',
  'not-a-number': '“{value}” is not a number within the limits.',
  'unknown-parameter': 'There is no parameter “{field}”. Check its spelling or leave it out.',
  'bad-cursor': 'Leave out the cursor and start from the first page.',
  'from-after-to': 'The first day may not be after the last. Swap the two.',
  'two-days': 'Give both days, the first and the last.',
  'bad-value': '“{value}” cannot be used here.',
  'port-unknown': 'There is no port “{value}”. Choose one from the list.',
  'entity-unknown': 'There is no charging entity “{value}”. Choose one from the list.',
  'item-unknown': 'There is no fee item “{value}”. Choose one from the list.',
}
