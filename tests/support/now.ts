/** The moment at which tests happen: 2026-11-23 10:00 in China. */
export const NOW = new Date('2026-11-23T10:00:00+08:00')
