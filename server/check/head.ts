import type { z } from 'zod'
import { readDay } from '../../catalogue/check/columns/cell.ts'
import { CreditCode, PortCode } from '../../catalogue/codes.ts'
import type { Day } from '../../catalogue/day.ts'
import type { ChargingEntity } from '../../catalogue/entity.ts'
import { FACTS, type Facts } from '../../catalogue/facts.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import type { CheckFault } from '../../views/words/sent-bill.ts'
import { ReleaseNumber } from '../as-of.ts'
import type { Site } from '../site.ts'

/** 账单信息: who charged what at which port on which day; `common` are the facts of every line that says none. */
export type Head = {
  port: PortCode
  charged_on: Day
  entity?: CreditCode
  number?: string
  seller?: string
  release?: number
  common: Facts
}
export type HeadRead = { head: Head | null; faults: CheckFault[]; reference: Reference }

/** What of them was filled in and can be read. */
export type HeadFields = Partial<Omit<Head, 'common'>> & { common: Facts }

/** 账单信息 in full: a port and a day are needed, and nothing becomes today or somebody else. */
export async function readHead(site: Site, values: Record<string, string>): Promise<HeadRead> {
  const { fields, faults, reference } = await readFields(site, values)
  const { port, charged_on, ...rest } = fields
  const needed = (field: string, code: string) => (values[field]?.trim() ? [] : [{ field, code, values: {} }])
  const all = [...needed('port', 'port-needed'), ...needed('charged_on', 'day-needed'), ...faults]
  const head = port === undefined || charged_on === undefined || all.length > 0 ? null : { ...rest, port, charged_on }
  return { head, faults: all, reference }
}

/** Reads what was filled in: what cannot be read is a fault of its field. */
export async function readFields(
  site: Site,
  values: Record<string, string>,
): Promise<{ fields: HeadFields; faults: CheckFault[]; reference: Reference }> {
  const faults: CheckFault[] = []
  const fault = (field: string, code: string): undefined =>
    void faults.push({ field, code, values: { field, value: (values[field] ?? '').slice(0, 60) } })
  const text = (field: string): string | undefined => values[field]?.trim() || undefined
  const release = releaseIn(text('release'), site.head.release(), fault)
  const reference = await site.reference(release ?? site.head.release())
  const charged_on = dayIn(text('charged_on'), fault)
  const on = charged_on ?? LATEST
  const fields = {
    ...{ port: portIn(text('port'), reference, on, fault), charged_on },
    entity: entityIn(text('entity'), reference, on, fault),
    number: short('number', text('number'), 60, fault),
    seller: short('seller', text('seller'), 120, fault),
    release,
  }
  return { fields: { ...given(fields), common: commonIn(text, fault) }, faults, reference }
}

/** Names are read as they are at last where the bill's day is not known. */
const LATEST = '2199-12-31' as Day

type Fault = (field: string, code: string) => undefined

function releaseIn(text: string | undefined, newest: number, fault: Fault): number | undefined {
  if (text === undefined) return undefined
  const number = checked('release', text, ReleaseNumber, fault)
  return number !== undefined && number > newest ? fault('release', 'release-too-new') : number
}

function dayIn(text: string | undefined, fault: Fault): Day | undefined {
  if (text === undefined) return undefined
  const read = readDay(text)
  return 'value' in read ? read.value : fault('charged_on', read.fault)
}

function portIn(text: string | undefined, reference: Reference, on: Day, fault: Fault): PortCode | undefined {
  if (text === undefined) return undefined
  const code = checked('port', text, PortCode, fault)
  return code !== undefined && nearest(reference, 'port', code, on) === undefined ? fault('port', 'port-unknown') : code
}

function entityIn(text: string | undefined, reference: Reference, on: Day, fault: Fault): CreditCode | undefined {
  if (text === undefined) return undefined
  return entityNamed(text, reference, on)?.code ?? fault('entity', 'entity-unknown-name')
}

/** A charging entity by its code or its whole name in either language; never by a part of it. */
export function entityNamed(text: string, reference: Reference, on: Day): ChargingEntity | undefined {
  const code = CreditCode.safeParse(text.toUpperCase())
  if (code.success) return nearest(reference, 'entity', code.data, on)
  for (const key of reference.of.entity.keys()) {
    const entity = nearest(reference, 'entity', key, on)
    if (entity !== undefined && (entity.name.zh === text || entity.name.en === text)) return entity
  }
  return undefined
}

const short = (field: string, text: string | undefined, longest: number, fault: Fault): string | undefined =>
  text !== undefined && text.length > longest ? fault(field, 'too-long') : text

function commonIn(text: (field: string) => string | undefined, fault: Fault): Facts {
  const common: Facts = {}
  for (const fact of ['trade', 'direction'] as const) {
    const said = text(fact)
    if (said === undefined) continue
    if ((FACTS[fact] as readonly string[]).includes(said)) common[fact] = said
    else fault(fact, 'not-an-option')
  }
  return common
}

function checked<S extends z.ZodType>(field: string, text: string, schema: S, fault: Fault): z.output<S> | undefined {
  const read = schema.safeParse(text)
  return read.success ? read.data : fault(field, read.error.issues[0]?.message ?? 'bad-value')
}

const given = <T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never
