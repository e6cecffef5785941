import { type Line, say, withdraw } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import { from, type SeedRelease, why } from '../seed.ts'
import { CODES, DEMO_ENTITIES } from './entities.ts'
import { PAPER_EIR, SERVICE_ITEMS } from './service-items.ts'
import { EARLY_GATE_IN, PRE_GATE_IN, TERMINAL_ITEMS } from './terminal-items.ts'

/** Items that operators' lists need, from the day the first list applies. */
const FIRST_ITEMS = [...TERMINAL_ITEMS, PRE_GATE_IN, ...SERVICE_ITEMS, PAPER_EIR]
const LATER = DEMO_ENTITIES.filter(({ code }) => code === CODES.jintang)
const AT_FIRST = DEMO_ENTITIES.filter(({ code }) => code !== CODES.jintang)

const SERVICES = why(
  '按行动计划任务24全面梳理口岸收费目录清单，统一服务项目名称。',
  'The list of charges is put in order as task 24 of the plan asks, with one name for each service.',
  'zhejiang-2021-plan',
)
const ENTITIES = why('首次报送目录的示例收费单位。', 'Example entities filing their lists for the first time.')
const RENAMED = why(
  '各码头名称不一，统一为“提前集港费”，服务内容不变。',
  'Terminals used different names; the service is the same and is now called early gate-in.',
)

/** The first release of the demonstration: services and the entities that charge for them. */
export const CATALOGUE_RELEASE: SeedRelease = {
  publishedAt: '2021-04-12T10:06:00+08:00',
  title: text(
    '示例：经营服务性收费项目与收费单位名录',
    'Demonstration: operators’ service charges and the entities that post them',
  ),
  note: text(
    '项目归并自公开的收费目录；收费单位均为虚构的示例单位。',
    'Services are merged from published lists; every entity is invented.',
  ),
  backfilled: false,
  lines: [
    ...FIRST_ITEMS.map((item) => say('item', item, from('2021-05-01'), SERVICES)),
    ...AT_FIRST.map((entity) => say('entity', entity, from('2021-05-01'), ENTITIES)),
  ],
}

/** The entity whose list the portal holds only from 2025 on. */
export const lateEntities = (): Line[] => LATER.map((entity) => say('entity', entity, from('2025-01-01'), ENTITIES))

/** 更名: 预进港费 becomes 提前集港费 on 2023-04-01. */
export const renameLines = (): Line[] => [
  withdraw('item', PRE_GATE_IN.code, from('2023-04-01'), RENAMED),
  say('item', EARLY_GATE_IN, from('2023-04-01'), RENAMED),
  say(
    'lineage',
    {
      ...{ from: PRE_GATE_IN.code, to: EARLY_GATE_IN.code, kind: 'renamed', ceiling: false, basis: [] },
      note: text('仅更名，服务内容不变。', 'A new name for the same service.'),
    },
    from('2023-04-01'),
    RENAMED,
  ),
]
