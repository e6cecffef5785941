import { say, withdraw } from '../../../catalogue/release.ts'
import { keyOf } from '../../../catalogue/subject.ts'
import { text } from '../../../catalogue/text.ts'
import { publishDocuments } from '../../documents.ts'
import { between, from, type SeedRelease, why } from '../../seed.ts'
import { coverage } from '../coverage.ts'
import { specialPortFees } from '../government.ts'
import { specialPortFee } from '../items-government.ts'
import { specialPortFeeSuspended } from '../items-later.ts'

const imposed = why(
  '对美船舶收取船舶特别港务费，分四步：400、640、880、1,120元/净吨。',
  'A special port fee on US-linked ships in four steps: 400, 640, 880 and 1,120 per net ton.',
  'mot-2025-54',
)
const suspended = why(
  '自2025年11月10日13时01分（北京时间）起暂停一年。本平台以日计：11月10日13时01分以前仍适用，故自11月11日起停止列示。',
  'Suspended for one year from 13:01 Beijing time on 10 November 2025. The portal counts in days: the fee still applied on the 10th before 13:01, so it ends here from the 11th.',
  'mot-2025-55',
)

/** 交通运输部公告2025年第54号: all four steps told at once. */
export const specialPortFeeOf2025: SeedRelease = {
  publishedAt: '2025-10-10T16:00:00+08:00',
  title: text('对美船舶收取船舶特别港务费', 'Special port fee for US-linked ships'),
  note: text(
    '公告日待核实；2025年10月14日起施行。',
    'Day of announcement to be verified; in force from 14 October 2025.',
  ),
  backfilled: true,
  lines: [
    ...publishDocuments('2025-10-10', imposed, 'mot-2025-54'),
    say('item', specialPortFee, from('2025-10-14'), imposed),
    say('standard', specialPortFees('400'), between('2025-10-14', '2026-04-17'), imposed),
    say('standard', specialPortFees('640'), between('2026-04-17', '2027-04-17'), imposed, 'revise'),
    say('standard', specialPortFees('880'), between('2027-04-17', '2028-04-17'), imposed, 'revise'),
    say('standard', specialPortFees('1120'), from('2028-04-17'), imposed, 'revise'),
  ],
}

/** 暂停: every step ahead is withdrawn, the item stays to say so. */
export const suspensionOf2025: SeedRelease = {
  publishedAt: '2025-11-10T11:30:00+08:00',
  title: text('暂停收取船舶特别港务费', 'Special port fee suspended'),
  note: text(
    '2025年11月10日13时01分起暂停一年；发布时刻为推定。',
    'Suspended for one year from 13:01 on 10 November 2025; the hour of publication is assumed.',
  ),
  backfilled: true,
  lines: [
    ...publishDocuments('2025-11-10', suspended, 'mot-2025-55'),
    say('item', specialPortFeeSuspended, from('2025-11-11'), suspended, 'revise'),
    withdraw('standard', keyOf.standard(specialPortFees('400')), from('2025-11-11'), suspended),
    coverage('2025-11-10', suspended, 'confirm'),
  ],
}
