import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { Desk } from '../../staff/desk.ts'

/** 查询与跟进. */
export async function ownerPages(_scope: App, _desk: Desk, _locale: Locale): Promise<void> {}
