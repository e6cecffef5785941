import { join } from 'node:path'
import { purgeDue, type RetentionPlan, retentionPlan } from '../cases/retention.ts'
import type { Config } from '../config.ts'
import { audit } from '../db/audit.ts'
import { openDatabase } from '../db/database.ts'
import { lawReader } from '../db/law.ts'

/**
 * `portal retention`: what is due by class, what is held, and nothing else; with `run`, the personal data whose time is
 * over is destroyed. Lines to print.
 */
export async function retention(
  url: string,
  config: Pick<Config, 'dataDir'>,
  run: boolean,
  at: Date,
): Promise<string[]> {
  const db = openDatabase(url, () => {})
  const desk = { db, now: () => at, law: lawReader(db), files: join(config.dataDir, 'attachments') }
  try {
    const plan = await retentionPlan(desk)
    if (!run) return [...lines(plan), 'nothing was changed; with --run this is destroyed']
    const { cases, files } = await purgeDue(desk)
    const detail = { cases, files }
    await audit(db, {
      ...{ at, by: null, login: null, act: 'retention.run', object: plan.on, detail },
      ...{ outcome: 'done', address: 'command line' },
    })
    return [...lines(plan), `destroyed: the personal data of ${cases} cases, ${files} files`]
  } finally {
    await db.destroy()
  }
}

const lines = ({ on, classes, held, purged }: RetentionPlan): string[] => [
  `on ${on}, closed cases by class of retention`,
  ...classes.map(({ code, months, kept, due, soon, held, provenance }) =>
    [
      code.padEnd(14),
      `${months} months`.padEnd(12),
      `kept ${kept}`.padEnd(14),
      `due ${due}`.padEnd(12),
      `within 90 days ${soon}`.padEnd(22),
      `held ${held}`,
      provenance.mark === 'verified' ? '' : '(not verified)',
    ].join(' '),
  ),
  `on legal hold: ${held.length === 0 ? 'none' : held.join(' ')}`,
  `destroyed before: ${purged} cases`,
]
