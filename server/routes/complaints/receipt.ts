import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { Desk } from '../../staff/desk.ts'

/** 回执. */
export async function receiptPages(_scope: App, _desk: Desk, _locale: Locale): Promise<void> {}
