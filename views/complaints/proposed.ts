import type { Proposed } from '../../complaints/case.ts'
import type { Translate } from '../locale/locale.ts'

/** What was proposed, in words: a step, the identity of a reporter to be opened, a new code. */
export const proposedText = (step: Proposed, { words: { caseActs, caseWords } }: Translate): string =>
  step === 'reveal' ? caseActs.open : step === 'code' ? caseActs.codeTitle : caseWords[`step-${step}`]
