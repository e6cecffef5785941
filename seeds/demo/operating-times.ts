import type { OperatingTime } from '../../catalogue/operating-time.ts'
import { type Line, say } from '../../catalogue/release.ts'
import type { Why } from '../../catalogue/statement.ts'
import { type Text, text } from '../../catalogue/text.ts'
import { basis, from, recall } from '../seed.ts'
import { CODES } from './entities.ts'

type Operation = OperatingTime['operation']
type Site = [who: keyof typeof CODES, port: string, area: string | null, limits: Record<Operation, string[]>]

/** The days from which operators posted new 作业时限. */
const TIME_DAYS = ['2021-05-01', '2023-12-01', '2025-02-01', '2026-07-01']

/** Hours within which a site does each operation, `1@90` for nine cases in ten; `=` confirms, `.` says nothing. */
const SITES: Site[] = [
  [
    'terminal',
    'CNNGB',
    'beilun',
    { shift: ['6', '5', '=', '4'], pickup: ['1.5@90', '1@90', '.', '0.75@95'], transfer: ['24', '20', '.', '18'] },
  ],
  [
    'terminal',
    'CNNGB',
    'chuanshan',
    { shift: ['6', '5', '.', '4.5'], pickup: ['1.5@90', '1@90', '=', '0.8@95'], transfer: ['24', '.', '20', '='] },
  ],
  [
    'yard',
    'CNNGB',
    'meishan',
    { shift: ['8', '.', '6', '='], pickup: ['2@90', '1.5@90', '.', '1@90'], transfer: ['36', '30', '.', '24'] },
  ],
  [
    'jintang',
    'CNNGB',
    'jintang',
    { shift: ['.', '.', '6', '5'], pickup: ['.', '.', '1.2@90', '1@90'], transfer: ['.', '.', '24', '='] },
  ],
  [
    'wenzhou',
    'CNWNZ',
    'zhuangyuanao',
    { shift: ['8', '6', '.', '='], pickup: ['2@90', '.', '1.5@90', '1.2@90'], transfer: ['36', '.', '30', '24'] },
  ],
  [
    'jiaxing',
    'CNJIX',
    'zhapu',
    { shift: ['8', '.', '6', '5'], pickup: ['2@85', '1.5@90', '.', '='], transfer: ['36', '30', '.', '='] },
  ],
  [
    'taizhou',
    'X-TAIZHOU',
    'damaiyu',
    { shift: ['10', '8', '.', '6'], pickup: ['2.5@85', '2@90', '.', '1.5@90'], transfer: ['48', '.', '36', '30'] },
  ],
  [
    'yiwu',
    'CNYIW',
    null,
    { shift: ['6', '.', '5', '4'], pickup: ['2@90', '1.5@90', '=', '1@95'], transfer: ['24', '20', '.', '16'] },
  ],
]

const WORDS: Record<Operation, { name: Text; content: Text; starts: Text; ends: Text }> = {
  shift: {
    name: text('移箱', 'Shifting a container'),
    content: text(
      '应海关查验或货方申请，将集装箱移至指定箱位。',
      'Moving a container to the place named, for customs or at the cargo’s request.',
    ),
    starts: text('移箱指令下达', 'the order to shift is given'),
    ends: text('集装箱到达指定箱位', 'the container stands at the place named'),
  },
  pickup: {
    name: text('提箱', 'Picking up a container'),
    content: text(
      '已放行且单证齐全的集装箱，自集卡进闸至载箱出闸。',
      'Handing over a released container with its papers complete, from gate to gate.',
    ),
    starts: text('集卡进闸', 'the truck passes the gate in'),
    ends: text('集卡载箱出闸', 'the truck passes the gate out with the box'),
  },
  transfer: {
    name: text('场内转运', 'Transfer within the port'),
    content: text(
      '集装箱在港内码头、堆场、查验区之间转运。',
      'Carrying a container between quay, yard and inspection area of the port.',
    ),
    starts: text('转运申请受理', 'the request is accepted'),
    ends: text('集装箱到达目的场区', 'the container has reached the yard asked for'),
  },
}

/** 作业时限标准 of the `n`-th posting (from 0), as task 13 of the 2021 plan asks. */
export const operatingTimes = (n: number, why: Why): Line[] =>
  SITES.flatMap(([who, port, area, limits]) =>
    (['shift', 'pickup', 'transfer'] as const).flatMap((operation) => {
      const cells = limits[operation]
      if (cells[n] === '.') return []
      const origin = cells.findLastIndex((cell, at) => at <= n && !'=.'.includes(cell))
      const change = cells[n] === '=' ? 'confirm' : cells.slice(0, n).some((cell) => cell !== '.') ? 'revise' : 'new'
      const time = operatingTime(CODES[who], port, area, operation, cells[origin]!)
      return [say('operating_time', time, from(TIME_DAYS[n]!), why, change)]
    }),
  )

function operatingTime(
  entity: string,
  port: string,
  area: string | null,
  operation: Operation,
  cell: string,
): OperatingTime {
  const [hours, share] = cell.split('@')
  const words = WORDS[operation]
  return {
    ...{ entity, port, area, operation, line: 'standard', ...words },
    limit: { hours: hours!, share: share ?? null },
    posted: `${words.name.zh}：自${words.starts.zh}起${hours}小时内完成${share ? `，达成率不低于${share}%` : ''}`,
    basis: [basis('zhejiang-2021-plan', '二（二）13')],
    provenance: recall('示例数据，无公开来源'),
  }
}
