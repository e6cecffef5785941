import { billFiles } from './en/bill-files.ts'
import { calculator } from './en/calculator.ts'
import { changes } from './en/changes.ts'
import { check, checkFault } from './en/check.ts'
import * as checkWords from './en/check-words.ts'
import { common } from './en/common.ts'
import { entity } from './en/entity.ts'
import { faults } from './en/faults.ts'
import { feeItem } from './en/fee-item.ts'
import { fees } from './en/fees.ts'
import { frame } from './en/frame.ts'
import { glossary } from './en/glossary.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { part } from './en/part.ts'
import { policies } from './en/policies.ts'
import { ports } from './en/ports.ts'
import { print } from './en/print.ts'
import { parameter, problem } from './en/problem.ts'
import { problems } from './en/problems.ts'
import { rate } from './en/rate.ts'
import { counted, steps } from './en/steps.ts'
import * as terms from './en/terms.ts'
import { times } from './en/times.ts'
import type { Messages } from './locale.ts'

/** English: the same keys as the Chinese, or it does not compile. */
export const en: Messages = {
  billFiles,
  calculator,
  changes,
  check,
  checkFault,
  common,
  counted,
  entity,
  faults,
  feeItem,
  fees,
  frame,
  glossary,
  history,
  home,
  parameter,
  part,
  policies,
  ports,
  print,
  problem,
  problems,
  rate,
  steps,
  times,
  ...checkWords,
  ...terms,
}
