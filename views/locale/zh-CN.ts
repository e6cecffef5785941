import { account } from './zh-CN/account.ts'
import { attachments } from './zh-CN/attachments.ts'
import { audit } from './zh-CN/audit.ts'
import { billFiles } from './zh-CN/bill-files.ts'
import { calculator } from './zh-CN/calculator.ts'
import { calendar } from './zh-CN/calendar.ts'
import { caseActs } from './zh-CN/case-acts.ts'
import { caseCluster } from './zh-CN/case-cluster.ts'
import { caseFile } from './zh-CN/case-file.ts'
import { caseForms } from './zh-CN/case-forms.ts'
import { casePublication } from './zh-CN/case-publication.ts'
import { caseQueue } from './zh-CN/case-queue.ts'
import { caseWords } from './zh-CN/case-words.ts'
import { changes } from './zh-CN/changes.ts'
import { check, checkFault } from './zh-CN/check.ts'
import * as checkWords from './zh-CN/check-words.ts'
import { clocks } from './zh-CN/clocks.ts'
import { common } from './zh-CN/common.ts'
import { deskHome } from './zh-CN/desk-home.ts'
import { entity } from './zh-CN/entity.ts'
import { faults } from './zh-CN/faults.ts'
import { feeItem } from './zh-CN/fee-item.ts'
import { fees } from './zh-CN/fees.ts'
import { filing } from './zh-CN/filing.ts'
import { filingFaults } from './zh-CN/filing-faults.ts'
import { frame } from './zh-CN/frame.ts'
import { glossary } from './zh-CN/glossary.ts'
import { history } from './zh-CN/history.ts'
import { home } from './zh-CN/home.ts'
import { importFaults } from './zh-CN/import-faults.ts'
import { imports } from './zh-CN/imports.ts'
import { lineForms } from './zh-CN/line-forms.ts'
import { lint } from './zh-CN/lint.ts'
import { lintRules } from './zh-CN/lint-rules.ts'
import { outcomes } from './zh-CN/outcomes.ts'
import { owner } from './zh-CN/owner.ts'
import { part } from './zh-CN/part.ts'
import { people } from './zh-CN/people.ts'
import { policies } from './zh-CN/policies.ts'
import { ports } from './zh-CN/ports.ts'
import { preview } from './zh-CN/preview.ts'
import { print } from './zh-CN/print.ts'
import { parameter, problem } from './zh-CN/problem.ts'
import { problems } from './zh-CN/problems.ts'
import { quality } from './zh-CN/quality.ts'
import { rate } from './zh-CN/rate.ts'
import { receipt } from './zh-CN/receipt.ts'
import { retention } from './zh-CN/retention.ts'
import { review } from './zh-CN/review.ts'
import { sets } from './zh-CN/sets.ts'
import { settings } from './zh-CN/settings.ts'
import { signIn } from './zh-CN/sign-in.ts'
import { staff } from './zh-CN/staff.ts'
import { stats } from './zh-CN/stats.ts'
import { counted, steps } from './zh-CN/steps.ts'
import * as terms from './zh-CN/terms.ts'
import { times } from './zh-CN/times.ts'
import { transparency } from './zh-CN/transparency.ts'

/** 中文: the source of every word on the pages, by area. The words of a page area have a file of their own. */
export const zhCN = {
  filing,
  filingFaults,
  receipt,
  owner,
  caseWords,
  clocks,
  caseQueue,
  caseFile,
  caseActs,
  caseForms,
  caseCluster,
  casePublication,
  outcomes,
  stats,
  retention,
  calendar,
  attachments,
  signIn,
  account,
  people,
  settings,
  audit,
  deskHome,
  sets,
  review,
  lineForms,
  preview,
  imports,
  importFaults,
  lint,
  lintRules,
  quality,
  transparency,
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
  staff,
  steps,
  times,
  ...checkWords,
  ...terms,
}
