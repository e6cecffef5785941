import type { RuleSource } from './rule.ts'

/** 本平台发布规则: the portal's own published rules, which its design gives; not a document of the catalogue. */
export const PORTAL_RULES = 'portal-rules'

const cite = (document: string, clause: string, excerpt: string | null = null): RuleSource => ({
  ...{ document, clause, excerpt },
})
const portal = (clause: string, excerpt: string): RuleSource => cite(PORTAL_RULES, clause, excerpt)

/** The clauses that rules rest on; the words of a clause only where they stand in a text that was read. */
export const CLAUSES = {
  unpublished: cite('port-law', '第二十八条', '未公布的，不得实施'),
  offList: cite('business-environment-regulations', '第二十五条'),
  asMarked: cite('price-law', '第十三条'),
  shown: cite('samr-56', '第七条', '服务项目、服务内容、价格或计价方法'),
  conditionsAndUpdates: cite('samr-56', '第六条'),
  inRenminbi: cite('samr-56', '第九条'),
  calledOfficial: cite('samr-56', '第十九条第（一）项'),
  officialPrices: cite('price-penalty-rules', '第九条', '不执行政府指导价、政府定价'),
  guided: cite('price-penalty-rules', '第九条第（一）项', '不执行政府指导价、政府定价'),
  set: cite('price-penalty-rules', '第九条第（二）项', '不执行政府指导价、政府定价'),
  repeated: cite('price-penalty-rules', '第九条第（六）项'),
  abolished: cite('price-penalty-rules', '第九条第（七）项', '对政府明令取消的收费项目继续收费'),
  forced: cite('price-penalty-rules', '第九条第（九）项'),
  subItem: cite('jsg-2022-3', '港口设施保安费并入港口作业包干费'),
  passOn: cite('jsg-2022-3', '代收代付'),
  directory: cite(
    'jsg-2022-3',
    '目录清单和公示制度',
    '落实港口经营服务性收费目录清单和公示制度, 及时调整对外公示的收费项目名称和收费标准',
  ),
  badDate: portal(
    'product',
    'A bad date, code, file or body is a clear error naming the fault and the mend; nothing is lost, nothing silently becomes today.',
  ),
  oneTruth: portal(
    'catalogue §3.2',
    'CONSTRAINT one_truth EXCLUDE USING gist (item_id WITH =, line_key WITH =, valid WITH &&, known WITH &&)',
  ),
  notice: portal(
    'catalogue §4.1',
    'effective_from ≥ publish date + notice period unless the change lowers the cost or the law sets the date',
  ),
  moved: portal(
    'catalogue §4.1',
    'if head moved, re-run lint for touched items only; conflicts return the set to review',
  ),
  noFigure: portal('product', 'No figure is shown as law without its legal basis'),
  neverReused: portal('product', 'Code in kebab-case, never reused.'),
} as const
