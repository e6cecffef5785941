import { text } from '../../../catalogue/text.ts'
import { BY_NET_TON } from '../../national/terms.ts'
import { CODES } from '../entities.ts'
import type { PriceList } from '../price-list.ts'
import { SOURCES } from '../sources.ts'

const YGRTT = { real: 2 }

/** 金塘: a terminal whose list the portal holds only from 2025 on; before it there is no data. */
export const JINTANG_TERMINAL: PriceList = {
  ...{ entity: CODES.jintang, port: 'CNNGB', area: 'jintang', source: SOURCES.ygrtt },
  days: ['2025-01-01', '2025-10-01', '2026-06-01'],
  rows: [
    [
      'port-facility-security',
      'foreign-laden',
      '保安费（包干费子项）',
      'container',
      'trade=foreign load=laden',
      ['8/12', '=', '7/10'],
      {},
    ],
    [
      'berthage',
      'international-productive',
      '停泊费',
      'net_ton_day',
      'voyage=international use=productive',
      ['free0 0.25', '=', 'free0 0.23'],
      { terms: BY_NET_TON },
    ],
    [
      'container-handling',
      'foreign-laden',
      '装卸包干费',
      'container',
      'trade=foreign load=laden',
      ['460/690', '465/697.5', '472/708'],
    ],
    [
      'container-handling',
      'foreign-empty',
      '装卸包干费',
      'container',
      'trade=foreign load=empty',
      ['360/540', '=', '366/549'],
    ],
    [
      'restow',
      'via-quay',
      '捣箱费',
      'container',
      '',
      ['145/217.5', '=', '150/225'],
      { label: text('落地', 'via the quay') },
    ],
    ['standby', 'gang', '待时费', 'hour', '', ['1150', '1200', '1250']],
    ['early-gate-in', 'box', '提前集港费', 'container', '', ['50/75', '=', '80/120']],
    ['late-gate-in', 'box', '晚进港费', 'container', '', ['80/120', '=', '100/150'], YGRTT],
    ['short-haul', 'yongzhou', '甬舟短驳费', 'container', '', ['40/60', '45/67.5', '50/75'], YGRTT],
    [
      'container-storage',
      'export',
      '堆存费',
      'container_day',
      'direction=export',
      ['free3 4/free3 8/free3 16', '=', 'free2 4/free2 8/free2 16'],
      YGRTT,
    ],
    [
      'reefer-plug',
      'box',
      '冷箱插电费',
      'container_day',
      'cargo_class=reefer',
      ['free3 75/free3 135', '=', 'free3 80/free3 145'],
      YGRTT,
    ],
    ['vessel-change', 'box', '改船费', 'container', '', ['80/120', '90/135', '100/150'], YGRTT],
  ],
}
