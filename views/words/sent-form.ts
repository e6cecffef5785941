/** A form as it was sent: each field's text, and the texts of fields that may be given several times. */
export type SentForm = { values: Record<string, string>; lists: Record<string, string[]> }

/** A field that cannot be read, the code of what is wrong with it, and what was written there. */
export type FieldFault = { field: string; code: string; value: string }

/** The id of a field on the page: errors and missing facts lead there. */
export const idOf = (field: string): string => `f-${field.replaceAll(/[^A-Za-z0-9_-]/g, '')}`
