import { MANY } from './cases/many.ts'
import { STORIES } from './cases/stories.ts'

/** 示例案件, as they were filed: every one invented. */
export const DEMO_CASES = [...STORIES, ...MANY].toSorted((a, b) => (a.at < b.at ? -1 : 1))
