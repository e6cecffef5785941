import { readdirSync, readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import type { CalculatorPage } from './pages/calculator.ts'
import type { ChangesPage } from './pages/changes.ts'
import type { CheckPage } from './pages/check.ts'
import type { CheckBulkPage } from './pages/check-bulk.ts'
import type { CheckBulkJobPage } from './pages/check-bulk-job.ts'
import type { CheckColumnsPage } from './pages/check-columns.ts'
import type { CheckResultPage } from './pages/check-result.ts'
import type { ComplaintChargesPage } from './pages/complaint-charges.ts'
import type { ComplaintCheckPage } from './pages/complaint-check.ts'
import type { ComplaintEvidencePage } from './pages/complaint-evidence.ts'
import type { ComplaintOpensPage } from './pages/complaint-opens.ts'
import type { ComplaintQuestionsPage } from './pages/complaint-questions.ts'
import type { ComplaintsPage } from './pages/complaints.ts'
import type { DiffPage } from './pages/diff.ts'
import type { EntityPage } from './pages/entity.ts'
import type { FeeHistoryPage } from './pages/fee-history.ts'
import type { FeeItemPage } from './pages/fee-item.ts'
import type { FeeItemNotInForcePage } from './pages/fee-item-not-in-force.ts'
import type { FeesPage } from './pages/fees.ts'
import type { GlossaryPage } from './pages/glossary.ts'
import type { HomePage } from './pages/home.ts'
import type { LinePage } from './pages/line.ts'
import type { LogPage } from './pages/log.ts'
import type { LookupPage } from './pages/lookup.ts'
import type { OperatingTimePage } from './pages/operating-time.ts'
import type { OperatingTimesPage } from './pages/operating-times.ts'
import type { OutcomePage } from './pages/outcome.ts'
import type { OutcomeGonePage } from './pages/outcome-gone.ts'
import type { OutcomesPage } from './pages/outcomes.ts'
import type { OwnerCasePage } from './pages/owner-case.ts'
import type { OwnerConfirmPage } from './pages/owner-confirm.ts'
import type { PoliciesPage } from './pages/policies.ts'
import type { PolicyPage } from './pages/policy.ts'
import type { PortPage } from './pages/port.ts'
import type { PortsPage } from './pages/ports.ts'
import type { ProblemPage } from './pages/problem.ts'
import type { ProblemsPage } from './pages/problems.ts'
import type { QualityPage } from './pages/quality.ts'
import type { ReceiptPage } from './pages/receipt.ts'
import type { ReleasePage } from './pages/release.ts'
import type { StaffAccountPage } from './pages/staff-account.ts'
import type { StaffAuditPage } from './pages/staff-audit.ts'
import type { StaffCalendarPage } from './pages/staff-calendar.ts'
import type { StaffCasePage } from './pages/staff-case.ts'
import type { StaffCaseClusterPage } from './pages/staff-case-cluster.ts'
import type { StaffCaseClusterDonePage } from './pages/staff-case-cluster-done.ts'
import type { StaffCaseConflictPage } from './pages/staff-case-conflict.ts'
import type { StaffCaseDocumentPage } from './pages/staff-case-document.ts'
import type { StaffCaseDocumentNewPage } from './pages/staff-case-document-new.ts'
import type { StaffCaseMessagePage } from './pages/staff-case-message.ts'
import type { StaffCasePublicationPage } from './pages/staff-case-publication.ts'
import type { StaffCaseShownPage } from './pages/staff-case-shown.ts'
import type { StaffCasesPage } from './pages/staff-cases.ts'
import type { StaffCasesBulkPage } from './pages/staff-cases-bulk.ts'
import type { StaffCasesDonePage } from './pages/staff-cases-done.ts'
import type { StaffCasesExportPage } from './pages/staff-cases-export.ts'
import type { StaffCasesKeysPage } from './pages/staff-cases-keys.ts'
import type { StaffCasesViewsPage } from './pages/staff-cases-views.ts'
import type { StaffEffectsPage } from './pages/staff-effects.ts'
import type { StaffHomePage } from './pages/staff-home.ts'
import type { StaffImportPage } from './pages/staff-import.ts'
import type { StaffImportFormPage } from './pages/staff-import-form.ts'
import type { StaffImportsPage } from './pages/staff-imports.ts'
import type { StaffLinePage } from './pages/staff-line.ts'
import type { StaffLineChoosePage } from './pages/staff-line-choose.ts'
import type { StaffNewPasswordPage } from './pages/staff-new-password.ts'
import type { StaffPeoplePage } from './pages/staff-people.ts'
import type { StaffPersonPage } from './pages/staff-person.ts'
import type { StaffPersonNewPage } from './pages/staff-person-new.ts'
import type { StaffPreviewFault } from './pages/staff-preview-fault.ts'
import type { StaffPreviewStrip } from './pages/staff-preview-strip.ts'
import type { StaffReleaseConfirmPage } from './pages/staff-release-confirm.ts'
import type { StaffRetentionPage } from './pages/staff-retention.ts'
import type { StaffSecondFactorPage } from './pages/staff-second-factor.ts'
import type { StaffSetPage } from './pages/staff-set.ts'
import type { StaffSetFormPage } from './pages/staff-set-form.ts'
import type { StaffSetReviewPage } from './pages/staff-set-review.ts'
import type { StaffSetsPage } from './pages/staff-sets.ts'
import type { StaffSettingsPage } from './pages/staff-settings.ts'
import type { StaffSignInPage } from './pages/staff-sign-in.ts'
import type { StaffSignInCodePage } from './pages/staff-sign-in-code.ts'
import type { StatsPage } from './pages/stats.ts'
import type { UpcomingPage } from './pages/upcoming.ts'
import type { VerifyPage } from './pages/verify.ts'

/** Every page of the portal: the name of its template, and what that template is given. */
export type Pages = {
  outcomes: OutcomesPage
  outcome: OutcomePage
  'outcome-gone': OutcomeGonePage
  'staff-case-publication': StaffCasePublicationPage
  complaints: ComplaintsPage
  'complaint-questions': ComplaintQuestionsPage
  'complaint-opens': ComplaintOpensPage
  'complaint-charges': ComplaintChargesPage
  'complaint-evidence': ComplaintEvidencePage
  'complaint-check': ComplaintCheckPage
  receipt: ReceiptPage
  verify: VerifyPage
  home: HomePage
  fees: FeesPage
  'fee-item': FeeItemPage
  'fee-item-not-in-force': FeeItemNotInForcePage
  'fee-history': FeeHistoryPage
  ports: PortsPage
  port: PortPage
  entity: EntityPage
  calculator: CalculatorPage
  check: CheckPage
  'check-bulk': CheckBulkPage
  'check-bulk-job': CheckBulkJobPage
  'check-columns': CheckColumnsPage
  'check-result': CheckResultPage
  changes: ChangesPage
  release: ReleasePage
  line: LinePage
  log: LogPage
  diff: DiffPage
  upcoming: UpcomingPage
  policies: PoliciesPage
  policy: PolicyPage
  quality: QualityPage
  stats: StatsPage
  glossary: GlossaryPage
  'operating-times': OperatingTimesPage
  'operating-time': OperatingTimePage
  'staff-settings': StaffSettingsPage
  'staff-retention': StaffRetentionPage
  'staff-calendar': StaffCalendarPage
  'staff-sets': StaffSetsPage
  'staff-set': StaffSetPage
  'staff-set-form': StaffSetFormPage
  'staff-set-review': StaffSetReviewPage
  'staff-release-confirm': StaffReleaseConfirmPage
  'staff-audit': StaffAuditPage
  'staff-effects': StaffEffectsPage
  'staff-preview-strip': StaffPreviewStrip
  'staff-preview-fault': StaffPreviewFault
  'staff-new-password': StaffNewPasswordPage
  'staff-second-factor': StaffSecondFactorPage
  'staff-sign-in': StaffSignInPage
  'staff-sign-in-code': StaffSignInCodePage
  'staff-account': StaffAccountPage
  'staff-home': StaffHomePage
  'staff-cases': StaffCasesPage
  'staff-cases-keys': StaffCasesKeysPage
  'staff-cases-views': StaffCasesViewsPage
  'staff-cases-bulk': StaffCasesBulkPage
  'staff-cases-done': StaffCasesDonePage
  'staff-cases-export': StaffCasesExportPage
  'staff-people': StaffPeoplePage
  'staff-person': StaffPersonPage
  'staff-person-new': StaffPersonNewPage
  problems: ProblemsPage
  problem: ProblemPage
  lookup: LookupPage
  'owner-case': OwnerCasePage
  'owner-confirm': OwnerConfirmPage
  'staff-imports': StaffImportsPage
  'staff-import-form': StaffImportFormPage
  'staff-import': StaffImportPage
  'staff-line': StaffLinePage
  'staff-line-choose': StaffLineChoosePage
  'staff-case': StaffCasePage
  'staff-case-cluster': StaffCaseClusterPage
  'staff-case-cluster-done': StaffCaseClusterDonePage
  'staff-case-conflict': StaffCaseConflictPage
  'staff-case-document': StaffCaseDocumentPage
  'staff-case-document-new': StaffCaseDocumentNewPage
  'staff-case-message': StaffCaseMessagePage
  'staff-case-shown': StaffCaseShownPage
}

/** The page as HTML. A field that the model does not have throws. */
export function render<Name extends keyof Pages>(name: Name, model: Pages[Name]): string {
  const template = templates.get(name)
  if (!template) throw new Error(`no template ${name}`)
  return template(model)
}

const strict: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { 'safe-href': true, 'json-ld': true } as CompileOptions['knownHelpers'],
  preventIndent: true,
}

const SCHEMES = new Set(['http', 'https', 'mailto', 'tel'])

const house = Handlebars.create()
house.registerHelper('safe-href', safeHref)
house.registerHelper('json-ld', jsonLd)
for (const [name, source] of sourcesIn('partials')) house.registerPartial(name, compiled(source))
const templates = new Map(sourcesIn('pages').map(([name, source]) => [name, compiled(source)]))

/** An address that may stand in an `href`: of the portal itself, or http(s), mailto, tel. Anything else goes nowhere. */
export function safeHref(address: string): string {
  const scheme = /^[\s\p{Cc}]*([^/?#:]*):/u.exec(address)?.[1]?.toLowerCase()
  return scheme === undefined || SCHEMES.has(scheme) ? address : '#'
}

/** Data for search engines inside a script element, where `</script>` must not end it. */
export function jsonLd(data: object): InstanceType<typeof Handlebars.SafeString> {
  return new Handlebars.SafeString(JSON.stringify(data).replaceAll('<', '\\u003c'))
}

/** The templates of a folder by name. Their indentation is for the writer and is not sent. */
function sourcesIn(folder: 'pages' | 'partials'): [name: string, source: string][] {
  const place = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(place)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => [file.slice(0, -4), readFileSync(new URL(file, place), 'utf8').replace(/\n\s*/g, '\n')])
}

/** Compiles now and not at first use, so that a fault in a template stops the start. */
function compiled(source: string): HandlebarsTemplateDelegate {
  house.precompile(source, strict)
  return house.compile(source, strict)
}
