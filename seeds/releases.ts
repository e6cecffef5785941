import { demoReleases } from './demo/releases.ts'
import { nationalReleases } from './national/releases.ts'
import type { SeedRelease } from './seed.ts'

/** All that is published when the catalogue is empty, in the order in which it was announced. */
export const releases: readonly SeedRelease[] = [...nationalReleases, ...demoReleases].toSorted(
  (a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt),
)
