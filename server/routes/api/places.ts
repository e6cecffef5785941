import { z } from 'zod'
import { CreditCode, DocumentCode, PortCode } from '../../../catalogue/codes.ts'
import { coverageOn } from '../../../catalogue/covered.ts'
import { Document } from '../../../catalogue/document.ts'
import { ChargingEntity } from '../../../catalogue/entity.ts'
import { OperatingTime } from '../../../catalogue/operating-time.ts'
import { Port } from '../../../catalogue/port.ts'
import type { App } from '../../app.ts'
import { known, knownPort } from '../../places.ts'
import type { Site } from '../../site.ts'
import { asked, Dated, every, listOf, oneOf, single } from './kinds.ts'
import { metaOut } from './out.ts'
import { Period } from './shapes.ts'

/** Ports, those who charge there, the documents behind the fees, and posted operating times. */
export function placeRoutes(scope: App, site: Site): void {
  ports(scope, site) //          /ports
  port(scope, site) //           /ports/:code
  entities(scope, site) //       /entities
  entity(scope, site) //         /entities/:uscc
  documents(scope, site) //      /documents
  document(scope, site) //       /documents/:code
  operatingTimes(scope, site) // /operating-times
}

const PortOut = Port.extend(Period.shape).meta({ id: 'Port' })
const EntityOut = ChargingEntity.extend(Period.shape).meta({ id: 'Entity' })
const DocumentOut = Document.extend(Period.shape).meta({ id: 'Document' })
const TimeOut = OperatingTime.extend(Period.shape).meta({ id: 'OperatingTime' })

function ports(scope: App, site: Site): void {
  const schema = { ...listOf(PortOut, 'Ports of entry'), querystring: Dated }
  scope.get('/ports', { schema }, async (request) => {
    const { asOf, reference } = await asked(site, request.query)
    return { meta: metaOut(asOf), data: every(reference, 'port', asOf) }
  })
}

function port(scope: App, site: Site): void {
  const schema = { ...oneOf(PortOut, 'One port'), params: z.object({ code: PortCode }), querystring: Dated }
  scope.get('/ports/:code', { schema }, async (request) => {
    const { asOf, reference } = await asked(site, request.query)
    const data = single(reference, 'port', request.params.code, asOf)
    return { meta: metaOut(asOf, coverageOn(reference, data.code, null, asOf.on)), data }
  })
}

function entities(scope: App, site: Site): void {
  const schema = { ...listOf(EntityOut, 'Charging entities'), querystring: Dated.extend({ port: PortCode.optional() }) }
  scope.get('/entities', { schema }, async (request) => {
    const { asOf, reference } = await asked(site, request.query)
    const { port } = request.query
    knownPort(reference, port, asOf.on)
    const data = every(reference, 'entity', asOf).filter(({ ports }) => port === undefined || ports.includes(port))
    return { meta: metaOut(asOf), data }
  })
}

function entity(scope: App, site: Site): void {
  const params = z.object({ uscc: CreditCode })
  const schema = { ...oneOf(EntityOut, 'One charging entity'), params, querystring: Dated }
  scope.get('/entities/:uscc', { schema }, async (request) => {
    const { asOf, reference } = await asked(site, request.query)
    const data = single(reference, 'entity', request.params.uscc, asOf)
    return { meta: metaOut(asOf, coverageOn(reference, data.ports[0]!, data.code, asOf.on)), data }
  })
}

function documents(scope: App, site: Site): void {
  const schema = { ...listOf(DocumentOut, 'The documents behind the fees'), querystring: Dated }
  scope.get('/documents', { schema }, async (request) => {
    const { asOf, reference } = await asked(site, request.query)
    return { meta: metaOut(asOf), data: every(reference, 'document', asOf) }
  })
}

function document(scope: App, site: Site): void {
  const params = z.object({ code: DocumentCode })
  const schema = { ...oneOf(DocumentOut, 'One document'), params, querystring: Dated }
  scope.get('/documents/:code', { schema }, async (request) => {
    const { asOf, reference } = await asked(site, request.query)
    return { meta: metaOut(asOf), data: single(reference, 'document', request.params.code, asOf) }
  })
}

function operatingTimes(scope: App, site: Site): void {
  const querystring = Dated.extend({ port: PortCode.optional(), entity: CreditCode.optional() })
  const schema = { ...listOf(TimeOut, 'Posted operating times'), querystring }
  scope.get('/operating-times', { schema }, async (request) => {
    const { asOf, reference } = await asked(site, request.query)
    const { port, entity } = request.query
    knownPort(reference, port, asOf.on)
    known(reference, 'entity', entity, asOf.on)
    const rows = every(reference, 'operating_time', asOf).filter(
      (row) => (port === undefined || row.port === port) && (entity === undefined || row.entity === entity),
    )
    return { meta: metaOut(asOf), data: rows }
  })
}
