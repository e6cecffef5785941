/** 分组: by what outcomes, time limits and refunds may be cut. A month is that of receipt. */
export const CUTS = ['port', 'link', 'category', 'month'] as const
export type Cut = (typeof CUTS)[number]

/** Where a case belongs, by every cut. */
export type Place = Record<Cut, string>

/** Which rows a table cut in this way has. */
export type RowsOf = (cut: Cut) => string[]
