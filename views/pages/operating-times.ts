import { Operation } from '../../catalogue/operating-time.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads } from '../../catalogue/subject.ts'
import { inForce } from '../../catalogue/validity.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { dayText, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { areaName, entityName, portName } from '../words/names.ts'
import { keptPins, type PortOption, portChoice } from '../words/port-choice.ts'

/** What the list of operating times is made of: all in force on the day, or those of one port. */
export type OperatingTimesData = { port: string | null; reference: Reference }

type Time = Statement<'operating_time'> & { payload: Payloads['operating_time'] }
type Row = {
  operation: string
  name: Said
  content: Said
  href: string
  who: Said & { href: string; demo: boolean }
  area: Said | null
  hours: string
  clock: Said
  share: string
  from: string
  unverified: boolean
}

/** `/operating-times`: within how long operators shift, hand over and transfer containers. */
export type OperatingTimesPage = {
  frame: Frame
  title: string
  form: { action: string; ports: PortOption[]; kept: { name: string; value: string }[] }
  groups: { id: string; port: Said & { href: string }; rows: Row[] }[]
  empty: string
  words: Messages['times']
  common: Messages['common']
}

export function operatingTimesPage(ctx: PageContext, { port, reference }: OperatingTimesData): OperatingTimesPage {
  const t = translator(ctx.locale)
  const nameOf = (code: string) => portName(reference, code, ctx.on, ctx.locale)
  const title = port === null ? t.words.times.title : t('times.titlePort', { port: nameOf(port).text })
  const byPort = Map.groupBy(timesOn(reference, port, ctx), ({ payload }) => payload.port)
  return {
    frame: frame(ctx, { title, description: t.words.times.description }),
    title,
    form: {
      action: address(ctx, '/operating-times'),
      ports: portChoice(port, t.words.times.allPorts, ctx, reference),
      kept: keptPins(ctx),
    },
    groups: [...byPort].map(([code, times]) => ({
      id: `at-${code}`,
      port: { ...nameOf(code), href: link(ctx, `/ports/${code}`) },
      rows: times.map((time) => rowOf(time, ctx, reference, t)),
    })),
    empty: port === null ? t.words.times.empty : t.words.times.emptyPort,
    words: t.words.times,
    common: t.words.common,
  }
}

/** Those in force on the day, ports in the order they are kept, operations in the order of the work. */
function timesOn(ref: Reference, port: string | null, { on }: PageContext): Time[] {
  const ports = [...ref.of.port.keys()]
  const place = ({ payload }: Time) => ports.indexOf(payload.port) * 10 + Operation.options.indexOf(payload.operation)
  return [...ref.of.operating_time.values()]
    .flatMap((versions) => inForce(versions, on) ?? [])
    .filter((time): time is Time => time.payload !== null && (port === null || time.payload.port === port))
    .toSorted((a, b) => place(a) - place(b))
}

function rowOf({ key, payload, valid }: Time, ctx: PageContext, ref: Reference, t: Translate): Row {
  const { entity, port, area, limit, operation } = payload
  return {
    operation: t.words.operation[operation],
    name: said(payload.name, ctx.locale),
    content: said(payload.content, ctx.locale),
    href: link(ctx, `/operating-times/${key}`),
    who: {
      ...entityName(ref, entity, ctx.on, ctx.locale),
      href: link(ctx, `/entities/${entity}`),
      demo: ref.of.entity.get(entity)?.some((version) => version.payload?.demo) ?? false,
    },
    area: area === null ? null : areaName(ref, port, area, ctx.on, ctx.locale),
    hours: limit.hours,
    clock: clockWords(payload, t),
    share: limit.share === null ? t.words.times.noShare : t('times.shareSays', { share: limit.share }),
    from: dayText(valid.from, ctx.locale),
    unverified: payload.provenance.mark === 'recall',
  }
}

/** 自集卡进闸起，至集卡载箱出闸止. */
export function clockWords({ starts, ends }: Payloads['operating_time'], t: Translate): Said {
  const [from, to] = [said(starts, t.locale), said(ends, t.locale)]
  return { text: t('times.clockSays', { starts: from.text, ends: to.text }), lang: from.lang ?? to.lang }
}
