import { z } from 'zod'
import { CreditCode, DocumentCode, PortCode } from '../../../catalogue/codes.ts'
import { coverageOn } from '../../../catalogue/covered.ts'
import { Document } from '../../../catalogue/document.ts'
import { ChargingEntity } from '../../../catalogue/entity.ts'
import type { AsOf } from '../../../catalogue/listing.ts'
import { OperatingTime } from '../../../catalogue/operating-time.ts'
import { Port } from '../../../catalogue/port.ts'
import { nearest, periodsOf, type Reference, type ReferenceKind, versionsOf } from '../../../catalogue/reference.ts'
import { inForce } from '../../../catalogue/validity.ts'
import type { App } from '../../app.ts'
import { apiDay, asOfNow } from '../../as-of.ts'
import { Refusal } from '../../errors.ts'
import { known, knownPort } from '../../places.ts'
import type { Site } from '../../site.ts'
import { metaOut, periodOut } from './out.ts'
import { Meta, Period, Problem } from './shapes.ts'

const errors = { 400: Problem, 404: Problem }
const Dated = z.strictObject(apiDay)
const list = <Shape extends z.ZodObject>(shape: Shape) => ({
  200: z.object({ meta: Meta, data: z.array(shape) }),
  ...errors,
})
const one = <Shape extends z.ZodObject>(shape: Shape) => ({ 200: z.object({ meta: Meta, data: shape }), ...errors })

const PortOut = Port.extend(Period.shape).meta({ id: 'Port' })
const EntityOut = ChargingEntity.extend(Period.shape).meta({ id: 'Entity' })
const DocumentOut = Document.extend(Period.shape).meta({ id: 'Document' })
const TimeOut = OperatingTime.extend(Period.shape).meta({ id: 'OperatingTime' })

/** Ports, those who charge there, the documents behind the fees, and posted operating times. */
export function placeRoutes(scope: App, site: Site): void {
  const asked = async (query: { as_of?: AsOf['on']; release?: number }) => {
    const asOf = asOfNow(site, { on: query.as_of, release: query.release })
    return { asOf, reference: await site.reference(asOf.release) }
  }

  scope.get(
    '/ports',
    { schema: { summary: 'Ports of entry', tags: ['places'], querystring: Dated, response: list(PortOut) } },
    async (request) => {
      const { asOf, reference } = await asked(request.query)
      return { meta: metaOut(asOf), data: every(reference, 'port', asOf) }
    },
  )
  const PortParams = { params: z.object({ code: PortCode }), querystring: Dated, response: one(PortOut) }
  scope.get('/ports/:code', { schema: { summary: 'One port', tags: ['places'], ...PortParams } }, async (request) => {
    const { asOf, reference } = await asked(request.query)
    const { code } = request.params
    return {
      meta: metaOut(asOf, coverageOn(reference, code, null, asOf.on)),
      data: single(reference, 'port', code, asOf),
    }
  })

  const Entities = { querystring: Dated.extend({ port: PortCode.optional() }), response: list(EntityOut) }
  scope.get(
    '/entities',
    { schema: { summary: 'Charging entities', tags: ['places'], ...Entities } },
    async (request) => {
      const { asOf, reference } = await asked(request.query)
      const { port } = request.query
      knownPort(reference, port, asOf.on)
      return {
        meta: metaOut(asOf),
        data: every(reference, 'entity', asOf).filter(({ ports }) => port === undefined || ports.includes(port)),
      }
    },
  )
  const EntityParams = { params: z.object({ uscc: CreditCode }), querystring: Dated, response: one(EntityOut) }
  scope.get(
    '/entities/:uscc',
    { schema: { summary: 'One charging entity', tags: ['places'], ...EntityParams } },
    async (request) => {
      const { asOf, reference } = await asked(request.query)
      const data = single(reference, 'entity', request.params.uscc, asOf)
      return { meta: metaOut(asOf, coverageOn(reference, data.ports[0]!, data.code, asOf.on)), data }
    },
  )

  scope.get(
    '/documents',
    {
      schema: {
        summary: 'The documents behind the fees',
        tags: ['places'],
        querystring: Dated,
        response: list(DocumentOut),
      },
    },
    async (request) => {
      const { asOf, reference } = await asked(request.query)
      return { meta: metaOut(asOf), data: every(reference, 'document', asOf) }
    },
  )
  const DocumentParams = { params: z.object({ code: DocumentCode }), querystring: Dated, response: one(DocumentOut) }
  scope.get(
    '/documents/:code',
    { schema: { summary: 'One document', tags: ['places'], ...DocumentParams } },
    async (request) => {
      const { asOf, reference } = await asked(request.query)
      return { meta: metaOut(asOf), data: single(reference, 'document', request.params.code, asOf) }
    },
  )

  const Times = {
    querystring: Dated.extend({ port: PortCode.optional(), entity: CreditCode.optional() }),
    response: list(TimeOut),
  }
  scope.get(
    '/operating-times',
    { schema: { summary: 'Posted operating times', tags: ['places'], ...Times } },
    async (request) => {
      const { asOf, reference } = await asked(request.query)
      const { port, entity } = request.query
      knownPort(reference, port, asOf.on)
      known(reference, 'entity', entity, asOf.on)
      const rows = every(reference, 'operating_time', asOf)
      return {
        meta: metaOut(asOf),
        data: rows.filter(
          (row) => (port === undefined || row.port === port) && (entity === undefined || row.entity === entity),
        ),
      }
    },
  )
}

/** All of a kind on the day, each with the days it holds. */
const every = <K extends ReferenceKind>(reference: Reference, kind: K, { on }: AsOf) =>
  [...reference.of[kind].keys()].flatMap((key) => {
    const found = inForce(versionsOf(reference, kind, key), on)
    return found?.payload ? [{ ...found.payload, ...periodOut(found.valid) }] : []
  })

/** One of a kind on the day. What was never published is not found; what is not in force says so. */
function single<K extends ReferenceKind>(reference: Reference, kind: K, key: string, { on }: AsOf) {
  const versions = versionsOf(reference, kind, key)
  const found = inForce(versions, on)
  if (found?.payload) return { ...found.payload, ...periodOut(found.valid) }
  if (versions.length === 0) throw new Refusal('not-found')
  const name = nearest(reference, kind, key, on)
  const periods = periodsOf(versions).map(periodOut)
  throw new Refusal('not-in-force', { name: name && 'name' in name ? name.name.zh : key, on }, [], { periods })
}
