import type { Translate } from '../locale/locale.ts'
import type { StepWords } from '../words/steps.ts'
import type { PrintedStep } from './document.ts'

/** 计算过程 for paper: every step with its articles on one line. */
export const printedSteps = (steps: readonly StepWords[], t: Translate): PrintedStep[] =>
  steps.map(({ text, value, basis }) => ({
    text,
    value: value ?? '',
    basis: basis
      .slice(0, 1)
      .map(({ lang }) => ({ text: basis.map(({ text }) => text).join(t.words.common.semicolon), lang })),
  }))
