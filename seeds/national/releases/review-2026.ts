import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { basis, between, from, recall, type SeedRelease, sayAll, why } from '../../seed.ts'
import { type BulkRow, boxesOf2019, bulkOf } from '../cargo-port-dues.ts'
import { coverage } from '../coverage.ts'
import { specialPortFeeUnknown } from '../items-later.ts'
import { internationalOfNingbo } from '../pilotage.ts'

const checked = why(
  '本平台编辑年度复核：与公开清单核对，未见变化。',
  'Yearly review by the portal’s editors against published lists: unchanged.',
  'jsg-2019-2',
)
const corrected = why(
  '更正：2019年录入的外贸散杂货（重量吨）费率由旧费率乘0.85直接得出，保留三位小数；据回忆，官方费率表更可能为1.20/0.60、5.60/2.80、2.80/1.40元，据此改列。原表仍未见，继续标记待核实。2020年阶段性降费期间相应更正。',
  'Correction: the foreign-trade bulk rates by weight entered for 2019 were the old rates times 0.85, to three decimals. As remembered, the official table more likely reads 1.20/0.60, 5.60/2.80 and 2.80/1.40, which are shown instead. The table itself has still not been seen, so the figures stay marked as to be verified. The period of the 2020 cut is corrected likewise.',
  'jsg-2019-2',
)
const unknown = why(
  '船舶特别港务费暂停期于2026年11月10日届满，是否恢复未见公告，继续按停征列示并标记待核实。',
  'The suspension of the special port fee ran out on 10 November 2026. Whether it resumed has not been announced as far as known; it stays shown as suspended and marked as to be verified.',
  'mot-2025-55',
)
const example = why(
  '收录一份企业公示清单，作为实际列示方式的参照。',
  'A list posted by an enterprise is kept as an example of real presentation.',
  'ningbo-forwarder-list-2026',
)

const ROUNDED: readonly BulkRow[] = [
  ['1', 'weight', '1.20', '0.60'],
  ['2', 'weight', '5.60', '2.80'],
  ['3', 'weight', '2.80', '1.40'],
]
const ROUNDED_LESS_20: readonly BulkRow[] = [
  ['1', 'weight', '0.96', '0.48'],
  ['2', 'weight', '4.48', '2.24'],
  ['3', 'weight', '2.24', '1.12'],
]

const bulkAt = (rows: readonly BulkRow[], ...documents: string[]): FeeStandard[] =>
  bulkOf(rows, {
    basis: [...documents.map((document) => basis(document)), basis('jsg-2019-2', '货物港务费费率表')],
    provenance: recall('官方费率表的可能数值，凭记忆，原表未见，可信度低'),
    remark: text('官方费率表未见，待核实。', 'The official table has not been seen; to be verified.'),
  })

/** 年度复核2026: confirms what is unchanged, corrects what was entered too exactly, says what is not known. */
export const reviewOf2026: SeedRelease = {
  publishedAt: '2026-11-16T10:00:00+08:00',
  title: text('2026年度复核：确认、更正与待核实事项', 'Yearly review 2026: confirmations, corrections, open points'),
  note: text('本平台编辑所作，不改变任何收费政策。', 'Done by the portal’s editors; no policy is changed by it.'),
  backfilled: false,
  lines: [
    ...publishDocuments('2026-11-16', example, 'ningbo-forwarder-list-2026'),
    ...sayAll('standard', boxesOf2019(), from('2021-01-01'), checked, 'confirm'),
    say('standard', internationalOfNingbo(), from('2022-04-01'), checked, 'confirm'),
    ...sayAll('standard', bulkAt(ROUNDED), between('2019-04-01', '2020-03-01'), corrected, 'correct'),
    ...sayAll(
      'standard',
      bulkAt(ROUNDED_LESS_20, 'port-fee-cut-2020'),
      between('2020-03-01', '2020-07-01'),
      corrected,
      'correct',
    ),
    ...sayAll(
      'standard',
      bulkAt(ROUNDED_LESS_20, 'port-fee-cut-2020-extension'),
      between('2020-07-01', '2021-01-01'),
      corrected,
      'correct',
    ),
    ...sayAll('standard', bulkAt(ROUNDED), from('2021-01-01'), corrected, 'correct'),
    say('item', specialPortFeeUnknown, from('2026-11-10'), unknown, 'revise'),
    coverage('2026-11-16', checked, 'confirm'),
  ],
}
