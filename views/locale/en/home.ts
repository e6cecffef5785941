import type { home as zh } from '../zh-CN/home.ts'

/** Words of the home page, in English. */
export const home: Record<keyof typeof zh, string> = {
  title: 'Home',
  description:
    'Charges at the ports of Zhejiang: today, on any past day and to come, with their legal basis and every change.',
  heading: 'Look up a port charge',
  lead: 'What it is today, what it was on any past day, what it will be, and by what right.',
  calculator: 'Cost a call or a shipment',
  check: 'Check a bill',
  browse: 'Browse all fees',
  counts: 'Now on the list: {items} fee items, {standards} prices and {entities} charging entities at {ports} ports.',
  ports: 'By port',
  allPorts: 'All ports',
  recent: 'Latest changes',
  allChanges: 'All releases',
  lines: '{n} {n|change|changes}',
  upcoming: 'Taking effect soon',
  allUpcoming: 'Everything to come',
  noUpcoming: 'Nothing has been published that is yet to take effect.',
  fromDay: 'from {day}',
  becomes: '{before} becomes {after}',
  begins: '{after}',
  ends: 'no longer charged',
  kinds: 'Three kinds of pricing',
  govSet: 'Exactly the published price: not more, not less.',
  govGuided: 'The published price is a ceiling: less is allowed, more is not.',
  market: 'The charging entity sets it, and must post it before charging.',
  complain: 'Charged what you should not be?',
  complainLead:
    'A charge that is not on the list, is above what is posted or set, or is for a service you were made to take can be reported. Keep invoices, bills and messages.',
  call12315: 'Market regulators: price reports and complaints, national 12315 platform.',
  call12345: 'Government service line: when you do not know whom to ask.',
  call12328: 'Transport supervision: port operations and pilotage.',
  file: 'Report or complain online',
  channels: 'All channels and their basis',
  popular: 'Often looked up',
}
