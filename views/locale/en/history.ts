import type { history as zh } from '../zh-CN/history.ts'

/** Words of the history of an item on both axes, in English. */
export const history: Record<keyof typeof zh, string> = {
  title: 'History of {name}',
  description:
    'Everything on record for {name}: what each release said, for which days, why it changed, by which document.',
  lead: 'Across: the days a price applies. Down: the releases of this portal. A statement that a later release replaced stays readable.',
  choose: 'Choose a line',
  show: 'Show',
  ofItem: 'The fee item itself',
  government: 'Set by government',
  posted: 'Posted by charging entities',
  region: 'Picture of the history, scrolls sideways',
  picture: '{name}: days it applies across, releases down',
  pictureSays:
    '{n} {n|statement|statements} from {releases} {releases|release|releases}. The table below says the same.',
  axes: 'release ↓  day →',
  today: 'today',
  chosen: 'chosen day',
  legend: 'Key',
  current: 'standing',
  past: 'replaced',
  corrected: 'correction',
  withdrawn: 'not charged',
  table: 'All statements',
  valid: 'Applies on',
  known: 'On record',
  knownNow: 'since release {from}, standing',
  knownUntil: 'since release {from}, replaced by release {until}',
  what: 'Change',
  says: 'What it says',
  nothing: 'Not charged',
  remainder: 'carried on',
  why: 'Reason and document',
  none: 'Nothing is on record for this fee.',
  inForce: 'Item in force',
  backfilled: 'entered later',
}
