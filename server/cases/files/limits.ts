/** 附件限制: how many files, of how many bytes each and together; what one address may send in a day; what a file may unfold to. */
export const FILE_LIMITS = {
  files: 8,
  most: 10 * 2 ** 20,
  together: 40 * 2 ** 20,
  /** What each side may have with one submission in all, so that what is asked for later can still be sent. */
  whole: { files: 24, together: 120 * 2 ** 20 },
  day: 200 * 2 ** 20,
  /** An e-invoice is small; what is larger is not read as one. */
  xml: 2 * 2 ** 20,
  /** Pixels of a picture: the largest that phones take, and some more. */
  pixels: 64_000_000,
  parts: 200,
  unpacked: 64 * 2 ** 20,
  ratio: 100,
  /** Attachments stop where the disk has less than this left; everything else goes on. */
  freeShare: 0.05,
  freeBytes: 200 * 2 ** 20,
}
export type FileLimits = typeof FILE_LIMITS

/** 附件类型: what may be sent, by what it was found to be. */
export const FILE_KINDS = ['pdf', 'jpg', 'png', 'webp', 'xlsx', 'docx', 'csv', 'txt', 'ofd', 'xml'] as const
export type FileKind = (typeof FILE_KINDS)[number]
