import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { endDocument, publishDocuments } from '../../documents.ts'
import { basis, from, recall, type SeedRelease, sayAll, why } from '../../seed.ts'
import { berthages } from '../berthage.ts'
import { bulkOf2001, domesticBoxesBefore2019, domesticBulk, foreignBoxesOf2001 } from '../cargo-port-dues.ts'
import { coverage } from '../coverage.ts'
import { ownItemsUntil2018 } from '../former.ts'
import * as former from '../items-former.ts'
import { ELEVEN_OF_2017 } from '../items-later.ts'
import { oilBooms } from '../oil-boom.ts'
import { addedUntil2019, domesticUntil2019, internationalOf2017 } from '../pilotage.ts'
import { securityOf2017 } from '../port-facility-security.ts'
import { domesticTowageBefore2019, internationalTowage } from '../towage.ts'

const RULES = [basis('jsf-2017-104')]
const TABLE = '交水发〔2017〕104号附表'
const VALID = from('2017-09-15')

const lowered = why(
  '2017年修订办法：引航费调整为0.50/0.45/0.425元/净吨，起码计费2,000净吨，附加费降为45%；保安费由20/30元降为10/15元。',
  'Rules of 2017: pilotage 0.50/0.45/0.425 per net ton with a minimum of 2,000 NT and surcharges cut to 45 %; security charge down from 20/30 to 10/15.',
  'jsf-2017-104',
)
const restated = why(
  '2017年修订办法取代2015年办法，本项费率不变。',
  'The rules of 2017 replace those of 2015; this rate is unchanged.',
  'jsf-2017-104',
)

const unchanged = [
  ...foreignBoxesOf2001(RULES),
  ...domesticBoxesBefore2019(RULES, TABLE),
  ...bulkOf2001(RULES),
  domesticBulk(RULES, TABLE),
  ...addedUntil2019(RULES),
  ...domesticUntil2019(RULES),
  ...internationalTowage(RULES),
  domesticTowageBefore2019(RULES, TABLE),
  ...berthages(RULES, recall('2019年以前的费率原文未见，按2019年费率推定')),
  ...oilBooms(RULES),
  ...ownItemsUntil2018(RULES, TABLE),
]

/** 交水发〔2017〕104号. */
export const rulesOf2017: SeedRelease = {
  publishedAt: '2017-07-20T10:00:00+08:00',
  title: text(
    '港口收费计费办法（2017年修订）：引航费、保安费下调',
    'Port charges rules of 2017: pilotage and security lowered',
  ),
  note: text(
    '发布日待核实；2017年9月15日起施行。',
    'Day of announcement to be verified; in force from 15 September 2017.',
  ),
  backfilled: true,
  lines: [
    ...publishDocuments('2017-07-20', lowered, 'jsf-2017-104'),
    endDocument(lowered, 'jsf-2015-206', '2017-09-14'),
    ...sayAll('item', ELEVEN_OF_2017, VALID, restated, 'revise'),
    ...sayAll(
      'item',
      [former.lighterage, former.trimming].map((item) => ({ ...item, basis: RULES })),
      VALID,
      restated,
      'revise',
    ),
    say('standard', internationalOf2017(), VALID, lowered, 'revise'),
    ...sayAll('standard', securityOf2017(), VALID, lowered, 'revise'),
    ...sayAll('standard', unchanged, VALID, restated, 'revise'),
    coverage('2017-09-15', lowered),
  ],
}
