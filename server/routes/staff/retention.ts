import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { Desk } from '../../staff/desk.ts'

export function retentionPages(_scope: App, _desk: Desk, _locale: Locale): void {}
