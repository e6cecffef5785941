import { text } from '../../../catalogue/text.ts'
import { endDocument, publishDocuments } from '../../documents.ts'
import { basis, from, type SeedRelease, sayAll, verified, why } from '../../seed.ts'
import { berthages } from '../berthage.ts'
import { boxesOf2019, bulkOf2019, domesticBulk } from '../cargo-port-dues.ts'
import { coverage } from '../coverage.ts'
import { ELEVEN_OF_2019 } from '../items-later.ts'
import { oilBooms } from '../oil-boom.ts'
import { addedOf2019, domesticOf2019, internationalOf2019 } from '../pilotage.ts'
import { securityOf2019 } from '../port-facility-security.ts'
import { domesticTowageOf2019, internationalTowage } from '../towage.ts'

const RULES = [basis('jsg-2019-2')]
const VALID = from('2019-04-01')

const lowered = why(
  '2019年办法：货物港务费降15%、保安费降20%、引航（移泊）费降10%、国内航线拖轮费降5%，合并收费项目。',
  'Rules of 2019: cargo port dues down 15 %, security 20 %, pilotage and shifting 10 %, domestic towage 5 %; items merged.',
  'jsg-2019-2',
)
const restated = why(
  '2019年办法取代2017年办法，本项费率不变。',
  'The rules of 2019 replace those of 2017; this rate is unchanged.',
  'jsg-2019-2',
)

const changed = [
  ...boxesOf2019(),
  ...bulkOf2019(),
  domesticBulk(RULES, '交水规〔2019〕2号附表'),
  ...securityOf2019(),
  internationalOf2019(),
  ...addedOf2019(),
  ...domesticOf2019(),
  domesticTowageOf2019(),
]
const unchanged = [
  ...internationalTowage(RULES),
  ...berthages(RULES, verified('码头公示清单（zqhbh）与常州2024年清单一致')),
  ...oilBooms(RULES),
]

/** 交水规〔2019〕2号. */
export const rulesOf2019: SeedRelease = {
  publishedAt: '2019-03-15T10:00:00+08:00',
  title: text(
    '港口收费计费办法（2019年）：四项收费下调，项目合并为11项',
    'Port charges rules of 2019: four charges lowered, eleven items',
  ),
  note: text(
    '发布日待核实；2019年4月1日起施行，有效期5年。',
    'Day of announcement to be verified; in force from 1 April 2019 for five years.',
  ),
  backfilled: true,
  lines: [
    ...publishDocuments('2019-03-15', lowered, 'jsg-2019-2'),
    endDocument(lowered, 'jsf-2017-104', '2019-03-31'),
    ...sayAll('item', ELEVEN_OF_2019, VALID, lowered, 'revise'),
    ...sayAll('standard', changed, VALID, lowered, 'revise'),
    ...sayAll('standard', unchanged, VALID, restated, 'revise'),
    coverage('2019-04-01', restated, 'confirm'),
  ],
}
