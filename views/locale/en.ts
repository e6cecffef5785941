import { account } from './en/account.ts'
import { attachments } from './en/attachments.ts'
import { audit } from './en/audit.ts'
import { billFiles } from './en/bill-files.ts'
import { calculator } from './en/calculator.ts'
import { calendar } from './en/calendar.ts'
import { caseActs } from './en/case-acts.ts'
import { caseCluster } from './en/case-cluster.ts'
import { caseFile } from './en/case-file.ts'
import { caseForms } from './en/case-forms.ts'
import { casePublication } from './en/case-publication.ts'
import { caseQueue } from './en/case-queue.ts'
import { caseWords } from './en/case-words.ts'
import { changes } from './en/changes.ts'
import { check, checkFault } from './en/check.ts'
import * as checkWords from './en/check-words.ts'
import { clocks } from './en/clocks.ts'
import { common } from './en/common.ts'
import { deskHome } from './en/desk-home.ts'
import { entity } from './en/entity.ts'
import { faults } from './en/faults.ts'
import { feeItem } from './en/fee-item.ts'
import { fees } from './en/fees.ts'
import { filing } from './en/filing.ts'
import { filingFaults } from './en/filing-faults.ts'
import { frame } from './en/frame.ts'
import { glossary } from './en/glossary.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { importFaults } from './en/import-faults.ts'
import { imports } from './en/imports.ts'
import { lineForms } from './en/line-forms.ts'
import { lint } from './en/lint.ts'
import { lintRules } from './en/lint-rules.ts'
import { outcomes } from './en/outcomes.ts'
import { owner } from './en/owner.ts'
import { part } from './en/part.ts'
import { people } from './en/people.ts'
import { policies } from './en/policies.ts'
import { ports } from './en/ports.ts'
import { preview } from './en/preview.ts'
import { print } from './en/print.ts'
import { parameter, problem } from './en/problem.ts'
import { problems } from './en/problems.ts'
import { quality } from './en/quality.ts'
import { rate } from './en/rate.ts'
import { receipt } from './en/receipt.ts'
import { retention } from './en/retention.ts'
import { review } from './en/review.ts'
import { sets } from './en/sets.ts'
import { settings } from './en/settings.ts'
import { signIn } from './en/sign-in.ts'
import { staff } from './en/staff.ts'
import { stats } from './en/stats.ts'
import { counted, steps } from './en/steps.ts'
import * as terms from './en/terms.ts'
import { times } from './en/times.ts'
import { transparency } from './en/transparency.ts'
import type { Messages } from './locale.ts'

/** English: the same keys as the Chinese, or it does not compile. */
export const en: Messages = {
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
