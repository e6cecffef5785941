import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { between, type SeedRelease, sayAll, why } from '../../seed.ts'
import { boxesOf2020, bulkOf2020 } from '../cargo-port-dues.ts'
import { securityOf2020 } from '../port-facility-security.ts'

const cut = why(
  '2020年3月1日至6月30日，货物港务费、港口设施保安费再降20%；到期后恢复2019年标准。',
  'From 1 March to 30 June 2020 cargo port dues and the security charge are 20 % lower; afterwards the rates of 2019 stand again.',
  'port-fee-cut-2020',
)
const prolonged = why(
  '降低20%的措施延长至2020年12月31日。',
  'The 20 % cut is prolonged to 31 December 2020.',
  'port-fee-cut-2020-extension',
)

const reduced = (document: string) => [...boxesOf2020(document), ...bulkOf2020(document), ...securityOf2020(document)]

/** The temporary cut of 2020, announced while it already ran. */
export const temporaryCutOf2020: SeedRelease = {
  publishedAt: '2020-03-13T17:00:00+08:00',
  title: text(
    '阶段性降低货物港务费、港口设施保安费20%',
    'Temporary 20 % cut of cargo port dues and the security charge',
  ),
  note: text('发布日待核实；自2020年3月1日起算。', 'Day of announcement to be verified; it counts from 1 March 2020.'),
  backfilled: true,
  lines: [
    ...publishDocuments('2020-03-13', cut, 'port-fee-cut-2020'),
    ...sayAll('standard', reduced('port-fee-cut-2020'), between('2020-03-01', '2020-07-01'), cut, 'revise'),
  ],
}

/** Its extension to the end of the year, told only when the first term ran out. */
export const extensionOf2020: SeedRelease = {
  publishedAt: '2020-06-30T17:30:00+08:00',
  title: text('阶段性降低港口收费延长至2020年底', 'Temporary cut prolonged to the end of 2020'),
  note: text('发布日待核实。', 'Day of announcement to be verified.'),
  backfilled: true,
  lines: [
    ...publishDocuments('2020-06-30', prolonged, 'port-fee-cut-2020-extension'),
    ...sayAll(
      'standard',
      reduced('port-fee-cut-2020-extension'),
      between('2020-07-01', '2021-01-01'),
      prolonged,
      'revise',
    ),
  ],
}
