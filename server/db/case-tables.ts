import type { ColumnType, Generated } from 'kysely'
import type { CaseState, Proposed } from '../../complaints/case.ts'
import type { EventKind } from '../../complaints/events.ts'
import type { ClockCode, PauseReason } from '../../complaints/rule.ts'
import type { Actor, CaseType, Category, ContactFieldName, Outcome, Track } from '../../complaints/words.ts'

type Json<T> = ColumnType<T, string, string>
type Once<T> = ColumnType<T, T, never>
type Read<T> = ColumnType<T, never, never>

/** The tables of 投诉举报; migrations/0009-complaints.sql says what holds in them, and who may see which rows. */
export type CaseTables = {
  submission: {
    id: Read<number>
    key: Read<string>
    fingerprint: Read<Buffer>
    receipt: Read<string>
    tag: Read<Buffer>
    pepper: Read<number>
    code_sealed: Buffer | null
    code_until: Date | null
    capacity: Read<string>
    goals: Read<string[]>
    category: Read<Category>
    anonymous: Read<boolean>
    consent_publish: Read<boolean>
    consent_mediation: Read<boolean>
    daily_life: Read<boolean>
    language: Read<'zh' | 'en'>
    port: Read<string>
    area: Read<string | null>
    entity: Read<string | null>
    entity_name: Read<string>
    statement: Buffer | null
    charged: Read<string>
    comparison: Read<unknown>
    comparison_sha: Read<Buffer | null>
    release: Read<number>
    acknowledgement: Read<Buffer>
    channel: Read<'web' | 'api'>
    worked: Read<boolean>
    received_at: Read<Date>
    received_on: Read<string>
    seen_at: Date | null
    code_by: Read<number | null>
  }
  contact_field: { submission_id: number; field: ContactFieldName; sealed: Buffer | null; blind: Buffer | null }
  charge: {
    submission_id: Read<number>
    n: Read<number>
    name: Read<string>
    charged_on: Read<string>
    amount: Read<string>
    quantity: Read<string | null>
    unit: Read<string | null>
    invoice_no: string | null
    item: Read<string | null>
    verdict: Read<string>
    expected: Read<string | null>
    difference: Read<string | null>
  }
  case_file: {
    id: Read<number>
    no: Read<string>
    submission_id: Read<number>
    twin_of: Read<number | null>
    type: Read<CaseType>
    track: Read<Track>
    org_id: number
    target_org: number | null
    port: Read<string>
    area: Read<string | null>
    entity: Read<string | null>
    entity_name: Read<string>
    category: Read<Category>
    item: Read<string | null>
    verdict: Read<string | null>
    charged: Read<string>
    anonymous: Read<boolean>
    state: Read<CaseState>
    prior: Read<CaseState | null>
    version: Read<number>
    tail: Read<Buffer>
    assignee: number | null
    cluster_id: number | null
    received_at: Read<Date>
    received_on: Read<string>
    due_on: Read<string | null>
    due_code: Read<ClockCode | null>
    due_provisional: Read<boolean | null>
    outcome: Outcome | null
    decided_on: string | null
    closed_on: Read<string | null>
    refund_due: Read<string | null>
    hops: number
    unread: boolean
    legal_hold: boolean
    purged_on: string | null
    grams: ColumnType<string, never, string>
  }
  case_event: {
    case_id: Read<number>
    seq: Read<number>
    kind: Read<EventKind>
    at: Read<Date>
    actor: Read<Actor>
    staff_id: Read<number | null>
    shown: Read<boolean>
    to_state: Read<CaseState | null>
    proposal_id: Read<number | null>
    payload: Read<Record<string, unknown>>
    prev: Read<Buffer>
    hash: Read<Buffer>
  }
  case_proposal: {
    id: Generated<number>
    case_id: Once<number>
    step: Once<Proposed>
    payload: ColumnType<Record<string, unknown>, string, never>
    words: Buffer | null
    asked_by: Once<number>
    asked_at: Once<Date>
    decided_by: number | null
    decided_at: Date | null
    outcome: 'signed' | 'declined' | 'withdrawn' | null
    why: Buffer | null
    used_seq: number | null
  }
  clock: {
    id: Generated<number>
    case_id: Once<number>
    code: Once<ClockCode>
    rule_id: Once<number>
    round: ColumnType<number, number | undefined, never>
    started_on: Once<string>
    due_on: string
    provisional: boolean
    met_on: string | null
    missed_on: string | null
    closed_on: string | null
  }
  clock_pause: {
    id: Generated<number>
    case_id: Once<number>
    reason: Once<PauseReason>
    from_on: Once<string>
    to_on: string | null
    proposal_id: Once<number>
  }
  clock_extension: {
    id: Generated<number>
    clock_id: Once<number>
    amount: Once<number>
    unit: Once<'workday' | 'day'>
    asked_on: Once<string>
    granted_on: Once<string>
    due_before: Once<string>
    proposal_id: Once<number>
  }
  case_note: { id: Generated<number>; case_id: number; by: number; at: Date; words: Buffer | null }
  case_message: {
    id: Generated<number>
    case_id: number
    sender: 'complainant' | 'desk'
    by: number | null
    at: Date
    words: Buffer | null
    asks: Generated<boolean>
    read_at: Date | null
  }
  attachment: {
    id: string
    draft_key: string | null
    submission_id: number | null
    case_id: number | null
    message_id: number | null
    sender: 'complainant' | 'desk' | 'portal'
    name: Buffer | null
    kind: string
    size: number
    stored: number
    sha256: Buffer
    wrapped_key: Buffer | null
    state: 'clean' | 'quarantined' | 'released' | 'refused'
    why: string | null
    at: Date
    released_by: number | null
  }
  decision: {
    id: Generated<number>
    case_id: number
    n: number
    outcome: Outcome
    findings: Json<unknown>
    laws: Json<unknown>
    words: Buffer | null
    refund: string | null
    drafted_by: number
    signed_by: number
    signed_at: Date
    proposal_id: number
  }
  document_number: { org_id: number; form: string; year: number; last: number }
  case_document: {
    id: Generated<number>
    case_id: number
    form: string
    number: string
    content: Buffer | null
    sha256: Buffer
    made_by: number
    made_at: Date
    delivered_on: string | null
    delivered_by: string | null
    shown: Generated<boolean>
  }
  refund_order: {
    id: Generated<number>
    case_id: number
    amount: string
    due_on: string
    basis: string
    ordered_on: string
    proposal_id: number
  }
  refund_entry: {
    id: Generated<number>
    order_id: number
    kind: 'paid' | 'confirmed' | 'unclaimed'
    amount: string
    on_day: string
    by: number | null
    at: Date
  }
  case_link: {
    id: Generated<number>
    case_id: number
    other_id: number
    kind: 'duplicate' | 'related'
    by: number
    at: Date
    ended_at: Date | null
  }
  cluster: {
    id: Generated<number>
    entity: string
    item: string
    period: string
    org_id: number
    title: string
    by: number
    at: Date
  }
  publication: {
    id: Generated<number>
    case_id: number
    no: string
    n: number
    content: Json<unknown>
    checklist: Json<unknown>
    prepared_by: number
    published_by: number
    published_at: Date
    proposal_id: number
    retracted_at: Date | null
    retract_reason: string | null
  }
  respondent_reply: {
    id: Generated<number>
    case_id: number
    words: Buffer | null
    on_day: string
    by: number
    at: Date
  }
  satisfaction: { case_id: number; round: number; score: number; solved: boolean; words: Buffer | null; at: Date }
  case_presence: { case_id: number; staff_id: number; seen_at: Date }
  proof_used: { id: Buffer; key: string | null; until: Date }
  org: {
    id: number
    code: string
    parent: number | null
    kind: 'market' | 'port'
    name: Json<unknown>
    path: string
    provenance: Json<unknown>
  }
  staff_org: { staff_id: number; org_id: number }
  jurisdiction: {
    id: Generated<number>
    track: Track
    port: string
    area: string | null
    org_id: number
    valid: string
    provenance: Json<unknown>
  }
  workday_year: { year: number; notice: string; imported_at: Generated<Date>; imported_by: number | null }
  workday: { day: string; kind: string; name: string | null }
  stats_snapshot: { id: Generated<number>; at: Date; release: number; report: Json<unknown> }
}
