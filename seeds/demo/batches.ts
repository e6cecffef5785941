import type { Line } from '../../catalogue/release.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { lateEntities, renameLines } from './catalogue-release.ts'
import {
  JIAXING_SHIP_SERVICES,
  JIAXING_TERMINAL,
  TAIZHOU_TERMINAL,
  WENZHOU_AGENT,
  WENZHOU_TERMINAL,
} from './lists/coast-terminals.ts'
import { HANGZHOU_AIR_CARGO, YIWU_INLAND_PORT } from './lists/inland-and-air.ts'
import { JINTANG_TERMINAL } from './lists/jintang-terminal.ts'
import { BROKER, EXAM_SITE, FORWARDER, PACKING_LIST, QUARANTINE, SHIP_AGENT } from './lists/ningbo-agents.ts'
import { CARRIER } from './lists/ningbo-carrier.ts'
import { PILOT_STATION, TALLY_COMPANY, TUG_COMPANY } from './lists/ningbo-shipside.ts'
import { NINGBO_TERMINAL } from './lists/ningbo-terminal.ts'
import { NINGBO_YARD } from './lists/ningbo-yard.ts'
import type { PriceList } from './price-list.ts'

/** Lists published together, and the instant of each publication. */
export type Batch = { name: Text; lists: PriceList[]; published: string[]; also?: Record<number, () => Line[]> }

/** Which lists are published together, and when. */
export const BATCHES: Batch[] = [
  {
    name: text('宁波示例码头、堆场', 'Ningbo terminal and yard'),
    lists: [NINGBO_TERMINAL, NINGBO_YARD],
    published: ['2021-04-20T09:36', '2023-03-17T10:21', '2024-12-13T14:08', '2026-01-16T09:27'],
    also: { 1: renameLines },
  },
  {
    name: text('宁波示例引航、拖轮、理货', 'Ningbo pilotage, towage and tally'),
    lists: [PILOT_STATION, TUG_COMPANY, TALLY_COMPANY],
    published: ['2021-05-06T10:14', '2022-03-30T15:37', '2024-04-18T09:52', '2026-02-09T10:41'],
  },
  {
    name: text(
      '宁波示例船公司、船代、货代、报关、查验、检疫处理',
      'Ningbo carrier, agents, broker, inspection and quarantine',
    ),
    lists: [CARRIER, FORWARDER, SHIP_AGENT, BROKER, QUARANTINE, EXAM_SITE, PACKING_LIST],
    published: ['2021-05-18T14:26', '2023-06-15T09:11', '2024-09-12T10:55', '2026-01-09T16:03'],
  },
  {
    name: text('温州、嘉兴、台州示例单位', 'Wenzhou, Jiaxing and Taizhou'),
    lists: [WENZHOU_TERMINAL, WENZHOU_AGENT, JIAXING_TERMINAL, JIAXING_SHIP_SERVICES, TAIZHOU_TERMINAL],
    published: ['2021-06-16T10:48', '2023-04-14T14:33', '2025-02-14T09:19', '2026-03-13T11:02'],
  },
  {
    name: text('义乌、杭州机场示例单位', 'Yiwu and Hangzhou airport'),
    lists: [YIWU_INLAND_PORT, HANGZHOU_AIR_CARGO],
    published: ['2021-08-17T09:45', '2023-08-16T10:29', '2025-06-16T14:51', '2026-04-15T09:58'],
  },
  {
    name: text('金塘示例码头', 'Jintang terminal'),
    lists: [JINTANG_TERMINAL],
    published: ['2024-12-20T10:17', '2025-09-15T15:12', '2026-05-18T10:39'],
    also: { 0: lateEntities },
  },
]
