import type { Basis, Mark } from '../catalogue/basis.ts'
import type { Day } from '../catalogue/day.ts'
import { type Text, text } from '../catalogue/text.ts'
import { ORDER_121 } from './articles.ts'
import type { CaseType, Track } from './words.ts'

/** 法定事由: why something may be refused or ended, with the article that says so and how well that is known. */
export type Ground = { code: string; says: Text; basis: Basis; mark: Mark }

const of121 = (article: string) => ({ basis: { document: 'samr-121', article }, mark: 'verified' }) as const
const of20 = (article: string) => ({ basis: { document: 'samr-20', article }, mark: 'recall' }) as const
const ground = (code: string, zh: string, en: string, from: Pick<Ground, 'basis' | 'mark'>): Ground => ({
  code,
  says: text(zh, en),
  ...from,
})

/** 不予受理 of a complaint received from 2026-04-15: the seven items of Order 121, article 16. */
const COMPLAINT_121: readonly Ground[] = [
  ground(
    'not_competent',
    '不属于市场监督管理部门职责，或者本机关没有处理权限',
    'Not within our duties or powers',
    of121('第十六条第（一）项'),
  ),
  ground(
    'dealt_with',
    '法院、仲裁机构、行政机关、消费者协会或者其他调解组织已经受理或者处理过',
    'A court, arbitrator, authority or consumer association has already taken it up',
    of121('第十六条第（二）项'),
  ),
  ground(
    'not_daily_life',
    '不是为生活消费需要购买、使用商品或者接受服务，或者不能证明存在争议',
    'Not bought for daily life, or no dispute is shown',
    of121('第十六条第（三）项'),
  ),
  ground(
    'over_three_years',
    '知道或者应当知道权益受损之日起超过三年',
    'More than three years have passed',
    of121('第十六条第（四）项'),
  ),
  ground(
    'incomplete_or_false',
    '未提供规定的材料，或者材料虚假',
    'Required material is missing or false',
    of121('第十六条第（五）项'),
  ),
  ground(
    'identity',
    '冒用他人名义，或者拒不配合核实身份',
    'Another was impersonated, or identity is not shown',
    of121('第十六条第（六）项'),
  ),
  ground('other_law', '法律、法规、规章规定的其他情形', 'Another ground laid down by law', of121('第十六条第（七）项')),
]

/** 不予受理 of a complaint received before: the six items of Order 20, article 15, from memory. */
const COMPLAINT_20: readonly Ground[] = [
  ground(
    'not_competent',
    '不属于市场监督管理部门职责，或者本机关不具有处理权限',
    'Not within our duties or powers',
    of20('第十五条第（一）项'),
  ),
  ground(
    'dealt_with',
    '法院、仲裁机构、行政机关、消费者协会或者其他调解组织已经受理或者处理过',
    'Already taken up elsewhere',
    of20('第十五条第（二）项'),
  ),
  ground(
    'not_daily_life',
    '不是为生活消费需要，或者不能证明存在争议',
    'Not bought for daily life, or no dispute is shown',
    of20('第十五条第（三）项'),
  ),
  ground(
    'over_three_years',
    '知道或者应当知道权益受损之日起超过三年',
    'More than three years have passed',
    of20('第十五条第（四）项'),
  ),
  ground('incomplete', '未提供规定的材料', 'Required material is missing', of20('第十五条第（五）项')),
  ground(
    'other_law',
    '法律、法规、规章规定不予受理的其他情形',
    'Another ground laid down by law',
    of20('第十五条第（六）项'),
  ),
]

/** What a report may be refused for: no clue (arts. 24, 28), no power (arts. 29, 34), and from Order 121 the same facts again (art. 35). */
const REPORT_20: readonly Ground[] = [
  ground('no_clue', '没有提供涉嫌违法行为的具体线索', 'No concrete clue is given', {
    ...of20('第二十四条'),
    mark: 'verified',
  }),
  ground('not_competent', '本机关没有处理权限，请向有权机关举报', 'Another authority is competent', {
    ...of20('第二十九条'),
    mark: 'verified',
  }),
]
const REPORT_121: readonly Ground[] = [
  ground(
    'no_clue',
    '没有提供具体线索和相应的事实依据',
    'No concrete clue with facts behind it is given',
    of121('第二十八条'),
  ),
  ground(
    'not_competent',
    '本机关没有处理权限，请向有权机关举报',
    'Another authority is competent',
    of121('第三十四条'),
  ),
  ground(
    'same_facts',
    '就同一事实重复举报，没有新的事实',
    'The same facts were reported before, with nothing new',
    of121('第三十五条'),
  ),
]

/** What a question may be refused for: it is a matter of reconsideration, discipline or disclosure (Order 121, art. 44). */
const CONSULTATION: readonly Ground[] = [
  ground(
    'outside',
    '属于信息公开、行政复议、纪检监察等事项，请依其程序提出',
    'It belongs to another procedure',
    of121('第四十四条'),
  ),
  ground('not_competent', '不属于本平台答复的范围', 'This portal does not answer such questions', {
    ...of121('第四十四条'),
    mark: 'recall',
  }),
]

/** Order 121, art. 43: other complaints are handled by reference; a port complaint need not be one of daily life. */
const byReference = (grounds: readonly Ground[], article: string, document: string): readonly Ground[] =>
  grounds
    .filter(({ code }) => code !== 'not_daily_life')
    .map((one) => ({ ...one, basis: { document, article: `${article}，参照${one.basis.article}` }, mark: 'recall' }))

const IN_FORCE = {
  samr_121: { complaint: COMPLAINT_121, report: REPORT_121, consultation: CONSULTATION },
  samr_20: { complaint: COMPLAINT_20, report: REPORT_20, consultation: CONSULTATION },
} as const

/** 不予受理事由 that the law knew on the day on which the case was received. */
export function refusalGrounds(about: { type: CaseType; track: Track; receivedOn: Day }): readonly Ground[] {
  const isNew = about.receivedOn >= ORDER_121
  const grounds = IN_FORCE[isNew ? 'samr_121' : 'samr_20'][about.type]
  if (about.track !== 'port_industry') return grounds
  return isNew ? byReference(grounds, '第四十三条', 'samr-121') : byReference(grounds, '第三十八条', 'samr-20')
}
