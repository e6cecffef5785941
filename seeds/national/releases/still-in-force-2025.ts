import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { documentOf } from '../../documents.ts'
import { from, type SeedRelease, why } from '../../seed.ts'
import { coverage } from '../coverage.ts'

const cited = why(
  '2019年办法票面有效期至2024年3月31日，此后常州2024年6月30日清单、南通引航站2024年6月和2025年3月7日公布的收费情况仍以其为收费依据，按继续执行处理；延期文件未见。',
  'The rules of 2019 expired on paper on 31 March 2024. The Changzhou list of 30 June 2024 and the statements of the Nantong pilot station of June 2024 and 7 March 2025 still cite them, so they are treated as in force; no act of extension has been found.',
  'jsg-2019-2',
)

const rules = documentOf('jsg-2019-2')

/** The note on practice: expired on paper, still the basis of charges. */
export const stillInForceIn2025: SeedRelease = {
  publishedAt: '2025-03-14T10:00:00+08:00',
  title: text(
    '2019年办法票面到期后继续作为收费依据',
    'Rules of 2019 still the basis of charges after their paper expiry',
  ),
  note: text('依据各地公布的收费清单整理，不是部门文件。', 'Compiled from published lists; not an act of a ministry.'),
  backfilled: true,
  lines: [
    say(
      'document',
      {
        ...rules,
        summary: text(
          `${rules.summary.zh}实践说明：票面有效期于2024年3月31日届满，但各地清单和引航站此后仍引用为收费依据（常州2024-06-30、南通2024-06-03和2025-03-07），按继续执行处理；延期文件未见，待核实。`,
          `${rules.summary.en} Practice: the five years ended on paper on 31 March 2024, yet lists and pilot stations still cite the rules (Changzhou 2024-06-30, Nantong 2024-06-03 and 2025-03-07), so they are treated as in force; no act of extension has been found, to be verified.`,
        ),
      },
      from('2024-04-01'),
      cited,
      'revise',
    ),
    coverage('2025-03-07', cited, 'confirm'),
  ],
}
