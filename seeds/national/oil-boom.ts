import type { Basis } from '../../catalogue/basis.ts'
import type { NumberRange } from '../../catalogue/facts.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { text } from '../../catalogue/text.ts'
import { fixed, govStandard, recall } from '../seed.ts'
import { TO_THE_YUAN, underArticles } from './terms.ts'

type Row = [
  voyage: 'international' | 'domestic',
  line: string,
  tons: NumberRange,
  words: [zh: string, en: string],
  amount: string,
]

const ROWS: readonly Row[] = [
  ['international', 'under-1000', { below: '1000' }, ['1,000净吨以下', 'under 1,000 NT'], '3000'],
  ['international', '1000-to-3000', { from: '1000', to: '3000' }, ['1,000–3,000净吨', '1,000 to 3,000 NT'], '3500'],
  ['international', 'over-3000', { over: '3000' }, ['3,000净吨以上', 'over 3,000 NT'], '4000'],
  ['domestic', 'under-500', { below: '500' }, ['500净吨以下', 'under 500 NT'], '500'],
  ['domestic', '500-to-1000', { from: '500', to: '1000' }, ['500–1,000净吨', '500 to 1,000 NT'], '550'],
  ['domestic', 'over-1000', { over: '1000' }, ['1,000净吨以上', 'over 1,000 NT'], '600'],
]

const NOT_FORCED = text(
  '分档两处一致，金额凭记忆、待核实。装卸非持久性油类的船舶不得强制使用围油栏（2019年通知）。',
  'The bands are confirmed by two sources, the amounts are from memory and to be verified. A boom may not be forced on ships handling non-persistent oil (2019 notice).',
)

/** 围油栏使用费: a ceiling per call by net tonnage. */
export const oilBooms = (by: Basis[]): FeeStandard[] =>
  ROWS.map(([voyage, line, tons, [zh, en], amount]) => {
    const route = voyage === 'international' ? ['国际航线', 'International'] : ['国内航线', 'Domestic']
    return govStandard({
      item: 'oil-boom',
      line: `${voyage}-${line}`,
      label: text(`${route[0]}，${zh}`, `${route[1]}, ${en}`),
      rate: fixed(amount),
      unit: 'call',
      ceiling: true,
      conditions: { voyage: [voyage], net_tonnage: tons },
      terms: underArticles(TO_THE_YUAN, by),
      posted: `围油栏使用费，${route[0]}，${zh}：${amount}元/船次。上限价。`,
      basis: by,
      provenance: recall('分档见上港集团、常州清单；金额凭记忆，可信度低'),
      remark: NOT_FORCED,
    })
  })
