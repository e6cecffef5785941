import { amountText } from '../../locale/format.ts'
import { factWord } from '../conditions.ts'
import { counted, ofFact, type Saying, type Sentences } from './saying.ts'

/** 计费数量: how the quantity that is billed was found. */
export const COUNTING: Sentences<
  | 'measured'
  | 'instead'
  | 'greater'
  | 'counted'
  | 'tug_movements'
  | 'excess'
  | 'part_counts'
  | 'minimum'
  | 'periods'
  | 'free'
> = {
  measured: ({ fact, given }, { t }) => t('steps.measured', { fact: factWord(fact, t), value: ofFact(given, fact, t) }),
  instead: ({ fact, lacking, given }, { t }) =>
    t('steps.instead', { fact: factWord(fact, t), lacking: factWord(lacking, t), value: ofFact(given, fact, t) }),
  greater: ({ weight, volume, by }, saying) =>
    saying.t('steps.greater', {
      weight: amountText(weight),
      volume: amountText(volume),
      by: factWord(by === 'weight' ? 'weight_t' : 'volume_m3', saying.t),
      value: counted(saying.value ?? '0', 'revenue_ton', saying.t),
    }),
  counted: ({ unit, assumed }, { value, t, counts }) =>
    t(assumed ? 'steps.assumed' : 'steps.counted', { value: counted(value ?? '1', counts(unit), t) }),
  tug_movements: ({ tugs, movements }, { value, t }) =>
    t('steps.tugMovements', {
      tugs: amountText(tugs),
      movements: amountText(movements),
      value: counted(value ?? '0', 'tug_movement', t),
    }),
  excess: ({ fact, given, over }, saying) =>
    saying.t('steps.excess', {
      fact: factWord(fact, saying.t),
      given: ofFact(given, fact, saying.t),
      over: ofFact(over, fact, saying.t),
      value: plain(saying),
    }),
  part_counts: ({ given }, saying) => saying.t('steps.partCounts', { given: amountText(given), value: plain(saying) }),
  minimum: ({ given }, saying) => saying.t('steps.minimum', { given: amountText(given), value: plain(saying) }),
  periods: ({ period, fact, given, half }, { value, t }) =>
    t(half ? 'steps.halfHours' : period === 'day' ? 'steps.daysPart' : 'steps.hoursPart', {
      given: counted(given, fact === 'days' ? 'day' : 'hour', t),
      value: counted(value ?? '0', period, t),
    }),
  free: ({ period, free }, { t }) =>
    t(period === 'day' ? 'steps.freeDays' : 'steps.freeHours', { free: amountText(free) }),
}

const plain = ({ value }: Saying): string => amountText(value ?? '0')
