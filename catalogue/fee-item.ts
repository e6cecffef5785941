import { z } from 'zod'
import { Basis, Provenance } from './basis.ts'
import { FeeItemCode } from './codes.ts'
import { FactName } from './facts.ts'
import { Text } from './text.ts'

/** 定价形式: government-set price, government-guided price (a ceiling), market-regulated price. */
export const Pricing = z.enum(['gov_set', 'gov_guided', 'market'])
export type Pricing = z.infer<typeof Pricing>

/** 收费性质: government fund, administrative charge, operator's service charge. */
export const Nature = z.enum(['gov_fund', 'admin_fee', 'service_fee'])

/** 环节: the link in the clearance chain at which a charge arises. */
export const Link = z.enum([
  'terminal',
  'yard',
  'cfs',
  'tally',
  'pilot',
  'tug',
  'barge',
  'ship_supply',
  'ship_waste',
  'oil_boom',
  'carrier',
  'nvocc',
  'ship_agent',
  'forwarder',
  'customs_broker',
  'inspection_site',
  'quarantine',
  'inspection_body',
  'trucking',
  'air_cargo',
  'ground_handler',
  'rail_terminal',
  'single_window',
  'government',
])
export type Link = z.infer<typeof Link>

/** Who pays. */
export const Payer = z.enum(['cargo', 'ship', 'either'])

/**
 * 计费日: the event whose day decides which standard applies: the service itself (the ship's arrival or departure where
 * it is one of these), the customs declaration, or the bill.
 */
export const GoverningEvent = z.enum(['service', 'arrival', 'departure', 'declaration', 'bill'])
export type GoverningEvent = z.infer<typeof GoverningEvent>

/** What kind of port of entry: the item is used only at these. */
export const PortKind = z.enum(['sea', 'air', 'inland'])
export type PortKind = z.infer<typeof PortKind>

/**
 * 收费项目: what may be charged, for what service, to whom and by what right. Its prices are standards of their own.
 * `position` is where lists put it; they keep the one with which the item was first published.
 */
export const FeeItem = z.strictObject({
  code: FeeItemCode,
  name: Text,
  parent: FeeItemCode.nullable(),
  position: z.int().min(1).max(999_999),
  pricing: Pricing,
  nature: Nature,
  link: Link,
  payer: Payer,
  payee: Text.nullable(),
  content: Text,
  at: z.array(PortKind).min(1),
  facts: z.array(FactName).max(20),
  decided_by: GoverningEvent.optional(),
  aliases: z.array(z.string().min(1).max(80)).max(40),
  voluntary: z.boolean(),
  basis: z.array(Basis).max(12),
  provenance: Provenance,
  remark: Text.nullable(),
})
export type FeeItem = z.infer<typeof FeeItem>
