/** How much of one bill's file is read: bytes as sent and unpacked, parts of an archive, rows, columns, pages, time. */
export type BillLimits = {
  bytes: number
  rows: number
  columns: number
  /** Characters of one cell. */
  cell: number
  /** Bytes of an archive once unpacked, counted while unpacking; what the archive says of itself is not believed. */
  unpacked: number
  /** How many times larger than as sent an unpacked archive may be. */
  ratio: number
  parts: number
  /** XML elements of all that is read. */
  elements: number
  /** Nesting of XML elements. */
  depth: number
  pages: number
  milliseconds: number
  megabytes: number
}

/** A bill as firms send one: a handful of pages, at most a few thousand lines. */
export const BILL_LIMITS: BillLimits = {
  bytes: 10 * 2 ** 20,
  rows: 5_000,
  columns: 100,
  cell: 2_000,
  unpacked: 64 * 2 ** 20,
  ratio: 200,
  parts: 500,
  elements: 3_000_000,
  depth: 64,
  pages: 50,
  milliseconds: 15_000,
  megabytes: 512,
}
