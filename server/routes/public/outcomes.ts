import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import type { Site } from '../../site.ts'

/** 办理结果与统计. */
export const outcomePages = (_site: Site, _locale: Locale) => async (_scope: App) => {}
