import { CALL_EXTRAS } from '../../catalogue/call-lines.ts'
import type { Fieldset, Make } from './calculator-field.ts'

/** The form of a ship's call. */
export const callSections = (make: Make): Fieldset[] => [
  section(make, 'ship', [
    make.choice('ship_type'),
    make.choice('voyage'),
    make.choice('trade'),
    make.choice('use'),
    make.number('net_tonnage'),
    make.number('loa_m'),
    make.number('gross_tonnage', { hint: make.words.onlyWithout }),
    make.number('deadweight', { hint: make.words.onlyWithout }),
  ]),
  section(make, 'times', [
    make.date('arrival'),
    make.time('arrival_time'),
    make.date('departure'),
    make.time('departure_time'),
    make.number('hours', { hint: make.words.hoursHint }),
  ]),
  {
    ...section(make, 'moving', [
      make.number('distance_nm'),
      make.number('work_hours', { hint: make.words.workHint }),
      make.count('tugs_in'),
      make.count('tugs_out'),
      make.count('shifts'),
      make.count('locks'),
    ]),
    ticks: [{ title: null, ticks: [make.tick('non_basic_port', 'true', make.words.non_basic_port)] }],
  },
  {
    ...section(make, 'boxesWorked', [make.number('box_m3', { hint: make.words.boxVolumeHint })]),
    boxes: make.boxes(),
    ticks: [{ title: null, ticks: [make.tick('transhipment', 'true', make.words.transhipment)] }],
  },
  {
    ...section(make, 'extras', []),
    ticks: [{ title: null, ticks: CALL_EXTRAS.map((code) => make.tick('extra', code, make.words[`extra_${code}`])) }],
  },
  surcharges(make),
]

const section = (
  { words }: Make,
  title: 'ship' | 'times' | 'moving' | 'boxesWorked' | 'extras',
  fields: Fieldset['fields'],
): Fieldset => ({
  ...{ id: title, title: words[title], hint: null, fold: null, fields, boxes: null, ticks: [], picks: null },
})

const JUDGED = ['night_in', 'night_out', 'holiday_in', 'holiday_out'] as const

/** 夜班与节假日: how long the work takes, the night of the port, and what a person says against the working-out. */
function surcharges(make: Make): Fieldset {
  const { words } = make
  return {
    ...{ id: 'surcharges', title: words.surcharges, hint: words.surchargesHint, boxes: null, ticks: [] },
    fold: { open: make.touched('night_from', 'night_until', ...JUDGED) || isOpen(make), aside: nightOf(make) },
    fields: [
      make.time('night_from'),
      make.time('night_until'),
      ...JUDGED.map((name) => make.yesNo(name, words.workOut)),
    ],
    picks: null,
  }
}

/** Could night or holiday not be told, so that a person has to? */
const isOpen = ({ data: { working } }: Make): boolean =>
  working !== null &&
  [working.inward, working.outward].some(
    ({ night, holiday }) => night.how === 'no_night' || holiday.how === 'no_calendar',
  )

function nightOf({ data, t, words }: Make): string | null {
  const { port } = data
  if (port === null) return null
  if (port.night === undefined) return words.noNight
  const { from, until, provenance } = port.night
  const mark =
    provenance.mark === 'recall' ? t.words.common.open + t.words.common.unverified + t.words.common.close : ''
  return t('calculator.nightOfPort', { from, until, mark })
}
