import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { Desk } from '../../staff/desk.ts'

/** 投诉举报 page by page. */
export async function filingPages(_scope: App, _desk: Desk, _locale: Locale): Promise<void> {}
