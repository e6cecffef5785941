import type { App } from '../../app.ts'
import type { Desk } from '../../staff/desk.ts'

/** 投诉举报接口: /complaints, /complaints/lookup. */
export async function complaintRoutes(_scope: App, _desk: Desk): Promise<void> {}
