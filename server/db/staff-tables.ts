import type { ColumnType, Generated } from 'kysely'
import type { Role } from '../access.ts'

type Once<T> = ColumnType<T, T, never>

/** The tables of 工作人员: who may sign in, where they have, and what was tried. */
export type StaffTables = {
  staff: {
    id: Generated<number>
    login: Once<string>
    name: string
    password: string | null
    must_change: boolean
    totp: Buffer | null
    totp_step: number | null
    demo: boolean
    disabled_at: Date | null
    made_at: Once<Date>
  }
  staff_role: { staff_id: number; role: Role; entity: string | null }
  staff_session: {
    id: Generated<number>
    token: Buffer
    staff_id: Once<number>
    csrf: string
    stage: 'code' | 'enrol' | 'password' | 'full'
    pending: Buffer | null
    made_at: Once<Date>
    seen_at: Date
    ends_at: Once<Date>
    strong_at: Date | null
    address: Once<string>
    agent: Once<string>
    ended_at: Date | null
  }
  api_token: {
    id: Generated<number>
    hash: Once<Buffer>
    staff_id: Once<number>
    name: Once<string>
    made_at: Once<Date>
    used_at: Date | null
    revoked_at: Date | null
  }
  sign_in_try: { key: string; tries: number; since: Date }
  audit: {
    id: ColumnType<number, undefined, never>
    at: Once<Date>
    by: Once<number | null>
    login: Once<string | null>
    act: Once<string>
    object: Once<string | null>
    outcome: Once<'done' | 'refused' | 'failed'>
    detail: Once<Record<string, unknown> | null>
    address: Once<string>
  }
}
