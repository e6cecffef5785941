import type { SeedRelease } from '../seed.ts'
import { actionPlanOf2020, priceMarkingOf2022, zhejiangPlanOf2021 } from './releases/action-plans.ts'
import { baseline } from './releases/baseline.ts'
import { complaintRulesOf2026 } from './releases/complaints-2026.ts'
import { endOfConstructionFee } from './releases/construction-fee-2021.ts'
import { deregulationOf2018 } from './releases/deregulation-2018.ts'
import { noticeOf2022 } from './releases/notice-2022.ts'
import { reviewOf2026 } from './releases/review-2026.ts'
import { rulesOf2017 } from './releases/rules-2017.ts'
import { rulesOf2019 } from './releases/rules-2019.ts'
import { specialPortFeeOf2025, suspensionOf2025 } from './releases/special-port-fee-2025.ts'
import { stillInForceIn2025 } from './releases/still-in-force-2025.ts'
import { extensionOf2020, temporaryCutOf2020 } from './releases/temporary-cut-2020.ts'
import { tonnageTaxLaw } from './releases/tonnage-tax-2017.ts'
import { tugScopeOf2016 } from './releases/tug-scope-2016.ts'

/** Everything government has said of the national items, release by release, in the order it was announced. */
export const nationalReleases: readonly SeedRelease[] = [
  baseline,
  tugScopeOf2016,
  rulesOf2017,
  tonnageTaxLaw,
  deregulationOf2018,
  rulesOf2019,
  temporaryCutOf2020,
  extensionOf2020,
  actionPlanOf2020,
  endOfConstructionFee,
  zhejiangPlanOf2021,
  noticeOf2022,
  priceMarkingOf2022,
  stillInForceIn2025,
  specialPortFeeOf2025,
  suspensionOf2025,
  complaintRulesOf2026,
  reviewOf2026,
]
