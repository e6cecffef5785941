import { type Line, say, withdraw } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { basis, from, type SeedRelease, why } from '../../seed.ts'
import { lumpsumOf2018 } from '../items-later.ts'

const VALID = from('2018-06-20')
const merged = why(
  '驳船取送费、特殊平舱费改为市场调节价，并入港口作业包干费，不再单列。',
  'Lighterage and special trimming become market-regulated, are merged into the port operation lump sum and are no longer items of their own.',
  'jsf-2018-77',
)

const ended: Line[] = ['lighterage', 'trimming'].flatMap((code) => [
  withdraw('item', code, VALID, merged),
  withdraw('standard', `${code}/-/-/-/national`, VALID, merged),
  say(
    'lineage',
    {
      from: code,
      to: 'port-operation-lumpsum',
      kind: 'merged_into',
      ceiling: false,
      basis: [basis('jsf-2018-77')],
      note: text('2018年6月20日起并入港口作业包干费。', 'Part of the port operation lump sum since 20 June 2018.'),
    },
    VALID,
    merged,
  ),
])

/** 交水发〔2018〕77号. */
export const deregulationOf2018: SeedRelease = {
  publishedAt: '2018-06-12T10:00:00+08:00',
  title: text(
    '放开驳船取送费、特殊平舱费，并入港口作业包干费',
    'Lighterage and special trimming merged into the lump sum',
  ),
  note: text('发布日待核实；2018年6月20日起施行。', 'Day of announcement to be verified; in force from 20 June 2018.'),
  backfilled: true,
  lines: [
    ...publishDocuments('2018-06-12', merged, 'jsf-2018-77'),
    say('item', lumpsumOf2018, VALID, merged, 'revise'),
    ...ended,
  ],
}
