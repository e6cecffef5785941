import { say } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import { between, from, type SeedRelease, why } from '../seed.ts'
import { changed, ended } from './changes.ts'
import { WENZHOU_TERMINAL } from './lists/coast-terminals.ts'
import { HANGZHOU_AIR_CARGO, YIWU_INLAND_PORT } from './lists/inland-and-air.ts'
import { FORWARDER, QUARANTINE } from './lists/ningbo-agents.ts'
import { CARRIER } from './lists/ningbo-carrier.ts'
import { TALLY_COMPANY } from './lists/ningbo-shipside.ts'
import { NINGBO_TERMINAL } from './lists/ningbo-terminal.ts'
import { NINGBO_YARD } from './lists/ningbo-yard.ts'
import { type Row, standardsOf } from './price-list.ts'

const RISE = why('人工和能源成本上升。', 'Labour and energy cost more.')
const CUT = why(
  '落实降低口岸合规成本要求，主动下调。',
  'A cut made to lower the cost of clearing goods.',
  'ndrc-2020-1235',
)
const END = why('服务停办，不再收费。', 'The service is given up and no longer charged.')
const NEW = why(
  '新开办的自愿服务，按目录清单制度先公示后收费。',
  'A new voluntary service, posted before it is charged.',
)
const SPRING = why('春节前后延长免费堆存期。', 'More free days around the Spring Festival.')

const FIRST = from('2026-12-01')
const YEAR = from('2027-01-01')
const FEBRUARY = from('2027-02-01')

const VENTILATION: Row = [
  ...(['disinfection', 'ventilation', '箱内通风散气', 'container', ''] as const),
  ['30/60'],
  { label: text('通风散气', 'ventilation after treatment') },
]

/** Published before 2026-11-20 and not yet in force: rises, cuts, one new price, one that ends, one for a month. */
export const UPCOMING: SeedRelease[] = [
  {
    publishedAt: '2026-10-27T09:42:00+08:00',
    title: text('示例：2026年12月1日起的价目调整', 'Demonstration: prices from 1 December 2026'),
    note: null,
    backfilled: false,
    lines: [
      ...changed(NINGBO_TERMINAL, ['standby', 'gang'], '1350', FIRST, RISE),
      ...changed(NINGBO_TERMINAL, ['vessel-change', 'box'], '90/135', FIRST, CUT),
      ...changed(CARRIER, ['document-fee', 'export'], '400', FIRST, CUT),
      ...changed(FORWARDER, ['dg-application', 'bill'], '480', FIRST, CUT),
      ...changed(WENZHOU_TERMINAL, ['weighing', 'box'], '13', FIRST, RISE),
    ],
  },
  {
    publishedAt: '2026-11-10T10:33:00+08:00',
    title: text('示例：2027年1月1日起的价目调整', 'Demonstration: prices from 1 January 2027'),
    note: null,
    backfilled: false,
    lines: [
      ...changed(NINGBO_TERMINAL, ['container-handling', 'foreign-laden'], '498/747', YEAR, RISE),
      ...changed(NINGBO_YARD, ['container-cleaning', 'wash'], '125/210', YEAR, RISE),
      ...changed(TALLY_COMPANY, ['tally-document', 'voyage'], '160', YEAR, CUT),
      ...standardsOf(QUARANTINE, VENTILATION, '30/60').map((standard) => say('standard', standard, YEAR, NEW)),
      ...ended(NINGBO_YARD, ['weighing', 'truck'], YEAR, END),
    ],
  },
  {
    publishedAt: '2026-11-18T16:05:00+08:00',
    title: text('示例：2027年2月1日起的价目调整', 'Demonstration: prices from 1 February 2027'),
    note: null,
    backfilled: false,
    lines: [
      ...changed(
        YIWU_INLAND_PORT,
        ['rail-storage', 'box'],
        'free15 10/free15 20',
        between('2027-02-01', '2027-03-01'),
        SPRING,
      ),
      ...changed(HANGZHOU_AIR_CARGO, ['air-cargo-handling', 'import-general'], '0.45', FEBRUARY, CUT),
      ...changed(HANGZHOU_AIR_CARGO, ['air-uld-handling', 'pallet'], '225', FEBRUARY, RISE),
    ],
  },
]
