import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { endDocument, publishDocuments } from '../../documents.ts'
import { from, type SeedRelease, sayAll, why } from '../../seed.ts'
import { tonnageTaxes } from '../government.ts'
import { shipTonnageTax } from '../items-government.ts'
import { tonnageTaxUnderTheLaw } from '../items-later.ts'

const VALID = from('2018-07-01')
const enacted = why(
  '船舶吨税法自2018年7月1日起施行，税率与原条例相同。',
  'The Vessel Tonnage Tax Law takes effect on 1 July 2018; the rates are those of the former regulations.',
  'tonnage-tax-law',
)

/** 船舶吨税法: the tax moves from regulations to a law. */
export const tonnageTaxLaw: SeedRelease = {
  publishedAt: '2017-12-29T09:00:00+08:00',
  title: text('船舶吨税法公布', 'Vessel Tonnage Tax Law promulgated'),
  note: text('公布日、施行日凭记忆，待核实。', 'Days of promulgation and effect from memory, to be verified.'),
  backfilled: true,
  lines: [
    ...publishDocuments('2017-12-29', enacted, 'tonnage-tax-law'),
    endDocument(enacted, 'tonnage-tax-regulation-2011', '2018-06-30'),
    say('item', tonnageTaxUnderTheLaw(shipTonnageTax), VALID, enacted, 'revise'),
    ...sayAll('standard', tonnageTaxes('tonnage-tax-law'), VALID, enacted, 'revise'),
  ],
}
