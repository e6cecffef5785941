import { changes } from './en/changes.ts'
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
import { parameter, problem } from './en/problem.ts'
import { problems } from './en/problems.ts'
import { rate } from './en/rate.ts'
import * as terms from './en/terms.ts'
import { times } from './en/times.ts'
import type { Messages } from './locale.ts'

/** English: the same keys as the Chinese, or it does not compile. */
export const en: Messages = {
  changes,
  common,
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
  problem,
  problems,
  rate,
  times,
  ...terms,
}
