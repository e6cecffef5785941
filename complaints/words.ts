/** 案件类型: a report of a suspected violation, a complaint that asks to be settled, or a consultation. */
export const CASE_TYPES = ['report', 'complaint', 'consultation'] as const
export type CaseType = (typeof CASE_TYPES)[number]

/**
 * 办理途径: the price law (举报), consumer protection (投诉, only for daily life), the port and transport administration
 * (行业投诉), or the portal's own desk (咨询).
 */
export const TRACKS = ['samr_price', 'samr_consumer', 'port_industry', 'platform'] as const
export type Track = (typeof TRACKS)[number]

/** 身份: as whom somebody writes. */
export const CAPACITIES = ['enterprise', 'individual', 'association', 'other'] as const
export type Capacity = (typeof CAPACITIES)[number]

/** 诉求: money back, the service back, an investigation, an answer. */
export const GOALS = ['refund', 'restore', 'investigate', 'answer'] as const
export type Goal = (typeof GOALS)[number]

/** 问题类别: what is wrong with the charge, as its payer sees it. */
export const CATEGORIES = [
  'off_list',
  'over_standard',
  'abolished_item',
  'forced_service',
  'price_marking',
  'duplicate',
  'split',
  'pass_through_markup',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

/** 办理结果: how a case was decided. */
export const OUTCOMES = [
  'violation_found',
  'no_violation',
  'not_filed',
  'refund_agreed',
  'agreed',
  'not_agreed',
  'answered',
  'referred',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** 当事人: who takes a step. `complainant` holds the receipt; `system` is the portal itself. */
export const ACTORS = ['complainant', 'handler', 'supervisor', 'publisher', 'system'] as const
export type Actor = (typeof ACTORS)[number]

/** A field of a contact, sealed by itself. */
export type ContactFieldName = 'name' | 'phone' | 'email' | 'address' | 'company' | 'credit_code'
