import type { Decimal } from 'decimal.js'
import type { FactName, Facts } from '../facts.ts'
import { exact } from './exact.ts'

const NUMBER = /^\d{1,15}(\.\d{1,15})?$/

/** What a fact says as a number; undefined where it was not said, or says something else. */
export function numberOf(facts: Facts, fact: FactName): Decimal | undefined {
  const value = facts[fact]
  return value !== undefined && NUMBER.test(value) ? exact(value) : undefined
}

/** 择大: by what a cargo of known weight and volume is measured, where that was not said; the weight where they are equal. */
export function withMeasure(facts: Facts): Facts {
  if (facts.measured_by !== undefined) return facts
  const [weight, volume] = [numberOf(facts, 'weight_t'), numberOf(facts, 'volume_m3')]
  if (weight === undefined || volume === undefined) return facts
  return { ...facts, measured_by: volume.gt(weight) ? 'volume' : 'weight' }
}
