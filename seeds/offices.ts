import { sql } from 'kysely'
import { openDatabase } from '../server/db/database.ts'

type Row = [id: number, code: string, parent: number, kind: 'market' | 'port', zh: string, en: string, path: string]

/** 示例机关: names of real offices, their places in the demonstration from memory (待核实). */
const OFFICES: readonly Row[] = [
  [10, 'ningbo-market', 1, 'market', '宁波市市场监督管理局', 'Ningbo Administration for Market Regulation', '/1/10/'],
  [
    11,
    'beilun-market',
    10,
    'market',
    '宁波市北仑区市场监督管理局',
    'Beilun Administration for Market Regulation',
    '/1/10/11/',
  ],
  [
    12,
    'zhenhai-market',
    10,
    'market',
    '宁波市镇海区市场监督管理局',
    'Zhenhai Administration for Market Regulation',
    '/1/10/12/',
  ],
  [
    13,
    'zhoushan-market',
    1,
    'market',
    '舟山市市场监督管理局',
    'Zhoushan Administration for Market Regulation',
    '/1/13/',
  ],
  [
    14,
    'dinghai-market',
    13,
    'market',
    '舟山市定海区市场监督管理局',
    'Dinghai Administration for Market Regulation',
    '/1/13/14/',
  ],
  [15, 'wenzhou-market', 1, 'market', '温州市市场监督管理局', 'Wenzhou Administration for Market Regulation', '/1/15/'],
  [20, 'ningbo-port', 2, 'port', '宁波市交通运输局（港口管理）', 'Ningbo Transport Bureau (ports)', '/2/20/'],
  [21, 'wenzhou-port', 2, 'port', '温州市交通运输局（港口管理）', 'Wenzhou Transport Bureau (ports)', '/2/21/'],
]

const AREAS: readonly [office: number, areas: readonly string[]][] = [
  [11, ['beilun', 'chuanshan', 'meishan', 'daxie']],
  [12, ['zhenhai']],
  [14, ['jintang', 'cengang', 'baiquan', 'maao', 'dinghai']],
  [13, ['liuheng', 'qushan', 'shengsi', 'daishan', 'shenjiamen', 'yangshan']],
]

const MARKET = ['samr_price', 'samr_consumer', 'platform']
const FROM_MEMORY = JSON.stringify({ mark: 'recall', source: '港区与区县的对应凭记忆，待核实' })

type Held = [track: string, port: string, area: string | null, office: number]
const HELD: readonly Held[] = [
  ...MARKET.flatMap((track): Held[] => [
    ...AREAS.flatMap(([office, areas]) => areas.map((area): Held => [track, 'CNNGB', area, office])),
    [track, 'CNNGB', null, 10],
    [track, 'CNWNZ', null, 15],
  ]),
  ['port_industry', 'CNNGB', null, 20],
  ['port_industry', 'CNWNZ', null, 21],
]

/** Which demonstration account works in which office. */
const PLACES: readonly [login: string, office: number][] = [
  ['handler', 11],
  ['supervisor', 11],
  ['casepublisher', 10],
  ['casepublisher', 20],
  ['handler2', 12],
  ['porthandler', 20],
  ['portsupervisor', 20],
]

/** Makes the demonstration's offices, what they are responsible for and who works there, where they are missing. */
export async function loadOffices(url: string): Promise<void> {
  const db = openDatabase(url, () => {}, null)
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('portal.offices'))`.execute(tx)
      const there = await sql`select from org where id >= 10 limit 1`.execute(tx)
      for (const [id, code, parent, kind, zh, en, path] of there.rows.length > 0 ? [] : OFFICES)
        await sql`insert into org (id, code, parent, kind, name, path, provenance) values (${id}, ${code}, ${parent}, ${kind}, ${JSON.stringify({ zh, en })}::jsonb, ${path}, ${FROM_MEMORY}::jsonb)`.execute(
          tx,
        )
      for (const [track, port, area, office] of there.rows.length > 0 ? [] : HELD)
        await sql`insert into jurisdiction (track, port, area, org_id, valid, provenance) values (${track}, ${port}, ${area}, ${office}, '[2020-01-01,)', ${FROM_MEMORY}::jsonb)`.execute(
          tx,
        )
      for (const [login, office] of PLACES)
        await sql`insert into staff_org (staff_id, org_id) select id, ${office}::int from staff where login = ${login} on conflict do nothing`.execute(
          tx,
        )
    })
  } finally {
    await db.destroy()
  }
}
