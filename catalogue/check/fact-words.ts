import type { KnownFact } from '../facts.ts'

/** Words by which a bill plainly states a fact; a longer word hides the shorter ones inside it (非节假日 is not 节假日). */
export const FACT_WORDS = {
  trade: {
    foreign: ['外贸', '国际贸易', 'foreign trade', 'foreign'],
    domestic: ['内贸', 'domestic trade', 'domestic'],
  },
  direction: {
    import: ['进口', 'import', 'imports', 'imp', 'inbound'],
    export: ['出口', 'export', 'exports', 'exp', 'outbound'],
  },
  voyage: {
    international: ['国际航线', '国际航行', 'international voyage', 'international line', 'international'],
    domestic: ['国内航线', '国内航行', 'domestic voyage', 'domestic line'],
  },
  load: {
    laden: ['重箱', '重柜', '重载', 'laden', 'full', 'loaded'],
    empty: ['空箱', '空柜', '吉柜', 'empty', 'mty'],
  },
  cargo_class: {
    dangerous1: ['一级危险货物', '一级危险品', '一级危险', '一级危品'],
    reefer: ['冷藏箱', '冷藏柜', '冷藏', '冷箱', '冷柜', '冻柜', 'reefer', 'reefers', 'rf', 'rh', 'rq'],
    general: ['普通货物', '普通货', '普货', '普柜', '干货箱', 'general cargo', 'dry'],
  },
  ship_type: {
    container: ['集装箱船', 'container ship', 'container vessel'],
    tanker: ['油轮', '油船', '化学品船', '液化气船', 'tanker'],
    bulk: ['散货船', 'bulk carrier', 'bulker'],
  },
  use: {
    productive: ['生产性'],
    non_productive: ['非生产性'],
    anchorage: ['锚地', '锚泊', 'anchorage'],
  },
  night: { true: ['夜班', '夜间', '夜航', 'night'], false: ['白班', '日班', '非夜班', '非夜间'] },
  holiday: {
    true: ['法定节假日', '节假日', '法定假日', '节日', 'holiday', 'holidays'],
    false: ['非节假日', '非法定节假日'],
  },
  transhipment: {
    true: ['水水中转', '中转', 'transhipment', 'transshipment'],
    false: ['非中转', '不中转'],
  },
} as const satisfies Partial<Record<KnownFact, Record<string, readonly string[]>>>
