import type { Db, Reader } from './database.ts'

/**
 * 设置: the days a rise is announced ahead, the months after which a list counts as old, the days within which an
 * emergency release is confirmed, and whether everyone needs a second factor.
 */
export type Settings = { noticeDays: number; reviewMonths: number; emergencyConfirmDays: number; totpForAll: boolean }
export type SettingName = keyof Settings

/** What holds while nobody has decided anything else. */
export const DEFAULTS: Settings = { noticeDays: 30, reviewMonths: 12, emergencyConfirmDays: 3, totpForAll: false }

/** The settings as they stand. */
export async function readSettings(db: Reader): Promise<Settings> {
  const rows = await db
    .selectFrom('setting')
    .distinctOn('name')
    .select(['name', 'value'])
    .orderBy('name')
    .orderBy('id', 'desc')
    .execute()
  return { ...DEFAULTS, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) }
}

/** One decision about a setting, who took it and why. */
export type SettingChange = { name: SettingName; value: number | boolean; by: string; at: Date; why: string }

/** The last decisions, newest first. */
export const settingHistory = (db: Reader, limit: number): Promise<SettingChange[]> =>
  db
    .selectFrom('setting')
    .innerJoin('staff', 'staff.id', 'setting.by')
    .select(['setting.name', 'setting.value', 'staff.name as by', 'setting.at', 'setting.why'])
    .orderBy('setting.id', 'desc')
    .limit(limit)
    .execute()

/** Writes what differs from the settings as they stand, each with the reason; gives the names of what changed. */
export const changeSettings = (
  db: Db,
  wanted: Settings,
  { by, at, why }: { by: number; at: Date; why: string },
): Promise<SettingName[]> =>
  db.transaction().execute(async (tx) => {
    const now = await readSettings(tx)
    const names = (Object.keys(DEFAULTS) as SettingName[]).filter((name) => wanted[name] !== now[name])
    const rows = names.map((name) => ({ name, value: JSON.stringify(wanted[name]), by, at, why }))
    if (rows.length > 0) await tx.insertInto('setting').values(rows).execute()
    return names
  })
