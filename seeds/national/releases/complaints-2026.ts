import { text } from '../../../catalogue/text.ts'
import { endDocument, publishDocuments } from '../../documents.ts'
import { type SeedRelease, why } from '../../seed.ts'

const replaced = why(
  '《市场监督管理投诉举报处理办法》（第121号令）自2026年4月15日起施行，第20号令同时废止。',
  'Order 121 on complaints and reports takes effect on 15 April 2026 and repeals Order 20.',
  'samr-121',
)

/** 市场监管总局令第121号: the rules for complaints change. */
export const complaintRulesOf2026: SeedRelease = {
  publishedAt: '2026-04-15T09:00:00+08:00',
  title: text('投诉举报处理办法施行', 'New rules for complaints and reports'),
  note: text('公布日未核，以施行日列入。', 'Day of promulgation not checked; entered on the day of effect.'),
  backfilled: true,
  lines: [...publishDocuments('2026-04-15', replaced, 'samr-121'), endDocument(replaced, 'samr-20', '2026-04-14')],
}
