import type { times as zh } from '../zh-CN/times.ts'

/** Words of the posted operating times, in English. */
export const times: Record<keyof typeof zh, string> = {
  title: 'Operating times',
  titlePort: 'Operating times at {port}',
  description:
    'How long operators at each port take at most to shift, hand over or transfer a container: hours, from which event to which, and share of cases.',
  lead: 'What operators undertake, by port and operation. The hours are the longest time from the first event to the last.',
  timeDescription: '{name} by {entity} at {port}: {says}.',
  port: 'Port',
  allPorts: 'All ports',
  filter: 'Filter',
  operation: 'Operation',
  who: 'Operator and area',
  hours: 'Limit (hours)',
  clock: 'From which event to which',
  clockSays: 'from when {starts} until {ends}',
  share: 'Share of cases',
  shareSays: 'at least {share}%',
  noShare: 'no share stated',
  detail: 'history',
  empty: 'No operating time is posted for this day.',
  emptyPort: 'No operating time is posted at this port for this day.',
  emptyMend: 'Try another day or port.',
  notNow: 'No limit is in force on this day; everything on record is below.',
  history: 'Everything on record',
  nothing: 'no longer applies',
  posted: 'As posted',
}
