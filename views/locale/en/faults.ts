import type { faults as zh } from '../zh-CN/faults.ts'

export const faults: Record<keyof typeof zh, string> = {
  'bad-request-title': 'The request could not be read',
  'bad-request-detail': 'Check that the address is complete, or start again from the home page.',
  'bad-value-title': 'Something cannot be used',
  'bad-value-detail': 'Mend what is listed below. The portal never guesses a day or a code for you.',
  'not-json-title': 'What was sent is not JSON',
  'not-json-detail': 'The body is empty or not valid JSON. Check quotes, commas and brackets.',
  'wrong-media-type-title': 'Wrong media type',
  'wrong-media-type-detail':
    'This address does not take content of that type. Send JSON with Content-Type: application/json.',
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
  'not-allowed-title': 'Your role may not do this',
  'not-allowed-detail':
    'The account that is signed in has no such right; nothing was changed. Ask an administrator if you need it.',
  'form-expired-title': 'This form has expired',
  'form-expired-detail':
    'It was not opened in this session, so nothing was done. Go back, open the page anew and send it again.',
  'conflict-title': 'Someone else changed it',
  'conflict-detail':
    'After you opened it another person changed the same thing; nothing was overwritten. Open it again, compare, and send it once more.',
  'cross-site-title': 'Sent from another site',
  'cross-site-detail':
    'Your browser says that this form was sent from another site, so nothing was done with it. Please open the portal’s own page and send it from there.',
  'no-token-title': 'A token is needed',
  'no-token-detail':
    'Please send an Authorization header with Bearer and a valid token. Tokens are made on the desk under “My account” and stop working at once when revoked.',
  'faulty-list-title': 'The list has problems and was not taken',
  'faulty-list-detail':
    'The file was read to its end; {n} {n|place|places} must be mended, named under errors with sheet, row, column and the mend. Nothing was made of it.',
  'unanswered-title': 'Questions are open',
  'unanswered-detail':
    '{n} {n|question|questions} under asks must be answered first, one by one with yes= and no=, or all with yes=all. Nothing was made of the file.',
  'unreadable-file-title': 'The file cannot be read',
  'unreadable-file-detail': '{what}. {mend}',
  'busy-title': 'Too many files at once',
  'busy-detail':
    'As many files as may be are being worked on, and others wait. Please try again in a few minutes; the file was not kept.',
  'unavailable-title': 'Not possible just now',
  'unavailable-detail':
    'The database is recovering, usually within seconds. Please send the same again in a moment; one filing is never received twice.',
  'another-body-title': 'This Idempotency-Key was used before',
  'another-body-detail':
    'Something else was filed under it; that was received and has not been changed. To file this, use a new UUID.',
  'filing-wait-title': 'Please wait before filing',
  'filing-wait-detail':
    'Some filings came from the same network within ten minutes. Please file in {minutes} {minutes|minute|minutes}: nothing was lost or refused. With a proof of work there is nothing to wait for.',
  'file-held-title': 'The file is kept apart',
  'file-held-detail':
    'Something in this file may not be safe. It can be downloaded once a supervisor has looked at it and released it; it is stored encrypted and not lost.',
  'own-file-title': 'Another person lets your own file go',
  'own-file-detail': 'You sent this file with a message. Ask another supervisor to look at it and to release it.',
  'file-gone-title': 'The file was destroyed',
  'file-gone-detail':
    'The time for which this file is kept is over; its content was destroyed and cannot be downloaded.',
  'file-damaged-title': 'The content of the file is damaged',
  'file-damaged-detail':
    'What is stored is not what was received, so it was not handed out. Tell an administrator the time and the address; it can be restored from a backup.',
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
  'not-one-value': 'One value that fits is needed here, and only one.',
  'not-text': '{value} must be written as text, in quotes: "{value}".',
  'too-long': 'That is too long. Shorten it.',
  'not-a-number': '“{value}” is not a number within the limits.',
  'unknown-parameter': 'There is no parameter “{field}”. Check its spelling or leave it out.',
  'bad-cursor': 'Leave out the cursor and start from the first page.',
  'from-after-to': 'The first day may not be after the last. Swap the two.',
  'two-days': 'Give both days, the first and the last.',
  'bad-value': '“{value}” cannot be used here.',
  'not-an-amount':
    '“{value}” is not an amount or a quantity. Write a number like 12.5, without separators or unit, with 8 decimals at most.',
  'not-a-fact':
    '“{field}” is not the name of a fact. Names are lower-case letters, digits and underscores, like net_tonnage.',
  'not-a-value-of-this-fact': '“{value}” is not a value of “{field}”. The documentation lists the values of each fact.',
  'too-many-facts': 'A line may state 30 facts at most.',
  'no-lines': 'At least one line is needed.',
  'too-many-lines': 'At most 500 lines at a time; send them in several parts.',
  'too-many-bill-lines': 'At most 2,000 lines to a bill; send it in several parts, or as a file.',
  'not-a-count': '“{value}” is not a whole number from 0 to 999999.',
  'not-work-hours': '“{value}” does not do: the work takes more than 0 and at most 24 hours.',
  'not-a-time': '“{value}” is not a time of day. Write it as 21:30.',
  'leaves-before-arrival': 'She cannot leave before she berths. Please check both days and times.',
  'both-ends': 'Give both ends of the night, or neither.',
  'port-needed': 'Please choose a port: prices differ from port to port.',
  'port-unknown': 'There is no port “{value}”. Choose one from the list.',
  'entity-unknown': 'There is no charging entity “{value}”. Choose one from the list.',
  'item-unknown': 'There is no fee item “{value}”. Choose one from the list.',
  'foreign-currency': '“{value}” is not in CNY. Convert it, or leave the row out.',
  'too-many-decimals': '“{value}” has more than 8 decimals.',
  'day-unclear': '“{value}” may be two days. Write it as 2026-03-02.',
  'no-name': 'The charge has no name.',
  'no-amount': 'There is no amount.',
  negative: '“{value}” is negative, and the amount is not.',
  'no-port': 'No port. Give port in the address, or a column “Port” in the file.',
  'no-day': 'No date of the bill. Give charged_on in the address, or a column “Bill date” in the file.',
  'several-bills':
    'The rows are not of one bill (port, entity or bill date differ). Send them apart, or ask for format=csv.',
  missing: 'This must be filled in.',
  'too-short': 'Too short. Please say when it was, what was charged and what is wrong, in 10 characters or more.',
  'not-a-phone':
    '“{value}” is not a telephone number. Please write 5 to 30 digits, with +, spaces, brackets and hyphens as you like.',
  'not-an-email': '“{value}” is not an e-mail address. Please write it like name@example.cn.',
  'not-an-area-code': '“{value}” is not the code of a port area. Codes are in lower case, for example beilun.',
  'area-unknown': 'This port has no area “{value}”. The codes are listed by /api/v1/ports.',
  'not-a-line': '“{value}” is not the code of a price line.',
  'too-many-charges': 'One filing names up to 50 charges; please send several.',
  'daily-life-is-personal':
    'Only a natural person can state that it was for daily life. A company’s price dispute is handled as a report.',
  'no-key':
    'The header Idempotency-Key is needed: a UUID, one for each filing. Kept the same in a retry, nothing is filed twice.',
  'too-many-file-lines': 'More than 2,000 lines. Ask for format=csv, which takes any number.',
}
