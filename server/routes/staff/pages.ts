import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { Desk } from '../../staff/desk.ts'
import { guardStaff } from '../../staff/guard.ts'
import { accountPages } from './account.ts'
import { auditPages } from './audit.ts'
import { calendarPages } from './calendar.ts'
import { caseDocumentPages } from './case-documents.ts'
import { caseFilePages } from './case-file.ts'
import { casePublicationPages } from './case-publication.ts'
import { caseQueue } from './case-queue.ts'
import { deskHome } from './home.ts'
import { importPages } from './imports.ts'
import { lineForms } from './line-forms.ts'
import { peoplePages } from './people.ts'
import { previewPages } from './preview.ts'
import { retentionPages } from './retention.ts'
import { reviewPages } from './review.ts'
import { setPages } from './sets.ts'
import { settingPages } from './settings.ts'
import { signInPages } from './sign-in.ts'

/** 工作台: what staff see and do, in one language. Every address names its action; ACCESS says whose it is. */
export const staffPages = (desk: Desk, locale: Locale) => async (scope: App) => {
  await guardStaff(scope, desk, locale)
  deskHome(scope, desk, locale) //     /staff
  signInPages(scope, desk, locale) //  /staff/sign-in /staff/sign-in/code /staff/sign-in/second-factor /staff/sign-out
  accountPages(scope, desk, locale) // /staff/account/…
  setPages(scope, desk, locale) //     /staff/sets /staff/sets/:set …
  reviewPages(scope, desk, locale) //  /staff/sets/:set/{submit,approve,schedule,…} /staff/releases/:release/confirm
  lineForms(scope, desk, locale) //    /staff/sets/:set/lines/…
  previewPages(scope, desk, locale) // /staff/sets/:set/preview/… /staff/sets/:set/effects
  importPages(scope, desk, locale) //  /staff/imports …
  caseQueue(scope, desk, locale) //            /staff/cases …
  caseFilePages(scope, desk, locale) //        /staff/cases/:case …
  caseDocumentPages(scope, desk, locale) //    /staff/cases/:case/documents …
  casePublicationPages(scope, desk, locale) // /staff/cases/:case/publication …
  calendarPages(scope, desk, locale) //        /staff/calendar
  retentionPages(scope, desk, locale) //       /staff/retention
  peoplePages(scope, desk, locale) //  /staff/people …
  settingPages(scope, desk, locale) // /staff/settings
  auditPages(scope, desk, locale) //   /staff/audit
}
