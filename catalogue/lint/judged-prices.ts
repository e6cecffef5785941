import type { Day } from '../day.ts'
import type { Linted } from './rule.ts'
import { judged, type Said } from './scene.ts'

/** Of the prices that rules judge, those that an entity posts. */
export const posted = (given: Linted): readonly Said<'standard'>[] =>
  judged(given, 'standard').filter(({ statement }) => statement.payload!.entity !== null)

/** The first day that rules look at: on the live list none before today. */
export const firstDay = ({ on, settings }: Linted, { statement: { valid } }: Said): Day =>
  on === 'live' && valid.from < settings.today ? settings.today : valid.from
