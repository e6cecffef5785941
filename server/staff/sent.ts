/** A form as its page shows it again: every field once, as text, no longer than a page can print. */
export const sentOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, given]) => [
      name,
      String([given].flat()[0] ?? '')
        .toWellFormed()
        .slice(0, 4000),
    ]),
  )
