import { billFiles } from './zh-CN/bill-files.ts'
import { calculator } from './zh-CN/calculator.ts'
import { changes } from './zh-CN/changes.ts'
import { check, checkFault } from './zh-CN/check.ts'
import * as checkWords from './zh-CN/check-words.ts'
import { common } from './zh-CN/common.ts'
import { entity } from './zh-CN/entity.ts'
import { faults } from './zh-CN/faults.ts'
import { feeItem } from './zh-CN/fee-item.ts'
import { fees } from './zh-CN/fees.ts'
import { frame } from './zh-CN/frame.ts'
import { glossary } from './zh-CN/glossary.ts'
import { history } from './zh-CN/history.ts'
import { home } from './zh-CN/home.ts'
import { part } from './zh-CN/part.ts'
import { policies } from './zh-CN/policies.ts'
import { ports } from './zh-CN/ports.ts'
import { print } from './zh-CN/print.ts'
import { parameter, problem } from './zh-CN/problem.ts'
import { problems } from './zh-CN/problems.ts'
import { rate } from './zh-CN/rate.ts'
import { counted, steps } from './zh-CN/steps.ts'
import * as terms from './zh-CN/terms.ts'
import { times } from './zh-CN/times.ts'

/** 中文: the source of every word on the pages, by area. The words of a page area have a file of their own. */
export const zhCN = {
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
