import type { policies as zh } from '../zh-CN/policies.ts'

/** Words of the documents behind the fees and of the channels for complaints, in English. */
export const policies: Record<keyof typeof zh, string> = {
  title: 'Legal basis and how to complain',
  description:
    'The laws, rules and notices that port charges rest on, with their days; and where to report or complain.',
  lead: 'The documents that charges rest on, newest first. What is marked “unverified” has no reliable source and is no ground.',
  documents: 'Documents',
  channels: 'Where to report and complain',
  caption: 'Documents behind the fees',
  inForce: 'in force',
  ended: 'ended',
  notYet: 'not yet in force',
  undated: 'days unverified',
  issuer: 'Issued by',
  issued: 'issued',
  effective: 'in force from',
  endedOn: 'ended',
  days: 'Days',
  state: 'State',
  items: 'Fees that rest on it',
  noItems: 'no fee names it directly',
  moreItems: 'and others, {n} in all',
  noNumber: 'number unverified',
  empty: 'No document is on record for this day.',
  policyDescription: '{title}: number, days, summary, and the fees and prices that rest on it.',
  original: 'Original text',
  standards: 'Prices that rest on it',
  standardCount: 'Of the prices in force on this day, {n} {n|rests|rest} on it.',
  standardNone: 'Of the prices in force on this day, none rests on it.',
  restItems: 'Fees that rest on it',
  versions: 'As recorded here',
  versionSays: 'said by release {release}, for {valid}',
  all: 'All documents',
  channelsLead:
    'A company that disputes a charge may report a price offence to the market regulator of the place where it was charged; a person who paid as a consumer may complain. Keep invoices, bills, contracts and messages.',
  c12315: 'Market regulation',
  c12315does:
    'Reports of off-list charges, charges above the standard, unmarked prices and other price offences; consumer complaints. The former price line 12358 is part of it.',
  c12315how:
    'By phone, on the national 12315 platform, or in writing to the county-level market regulator of the place of the charge.',
  c12345: 'Government service line',
  c12345does: 'When you do not know who is competent: questions, suggestions and requests, passed on to the authority.',
  c12345how: 'By phone, with the city’s area code before it.',
  c12328: 'Transport service supervision',
  c12328does: 'Problems with port operators, pilotage, towage and other transport services.',
  c12328how: 'By phone, with the city’s area code before it.',
  web: 'Online',
  limitsSays:
    'Whether a complaint is accepted must be decided within seven working days of its receipt; a report must give concrete clues and facts. See',
  abroad: 'This portal is not a statutory channel and takes no complaints on anyone’s behalf.',
}
