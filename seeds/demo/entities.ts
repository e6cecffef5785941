import type { ChargingEntity } from '../../catalogue/entity.ts'
import type { Link } from '../../catalogue/fee-item.ts'
import { text } from '../../catalogue/text.ts'

/** 统一社会信用代码 of the demonstration entities: check-digit valid, invented. */
export const CODES = {
  terminal: '91330206MA2DEM0171',
  yard: '91330206MA2DEM025U',
  tug: '91330900MA2DEM0334',
  jiaxing: '91330482MA2DEM041X',
  wenzhou: '91330303MA2DEM05X3',
  yiwu: '91330782MA2DEM0685',
  taizhou: '91331083MA2DEM076N',
  air: '91330109MA2DEM0845',
  pilot: '1233020000DEM00904',
  packingList: '5133000000DEM0103E',
  forwarder: '91330203MA2DEM113Y',
  shipAgent: '91330206MA2DEM1215',
  broker: '91330206MA2DEM13XW',
  tally: '91330206MA2DEM148W',
  examSite: '91330206MA2DEM156P',
  quarantine: '91330212MA2DEM1648',
  carrier: '91330203MA2DEM1722',
  jintang: '91330902MA2DEM180J',
  shipServices: '91330482MA2DEM199H',
  wenzhouAgent: '91330303MA2DEM201J',
} as const

type Row = [
  named: [who: keyof typeof CODES, zh: string, en: string],
  placed: [link: Link, ports: string[], address: string, phone: string],
]

const ROWS: Row[] = [
  [
    ['terminal', '宁波示例集装箱码头有限公司', 'Ningbo Example Container Terminal (demo)'],
    ['terminal', ['CNNGB'], '宁波市北仑区示例一路171号', '0574-0000-0171'],
  ],
  [
    ['yard', '宁波示例集装箱堆场有限公司', 'Ningbo Example Container Yard (demo)'],
    ['yard', ['CNNGB'], '宁波市北仑区示例二路25号', '0574-0000-0025'],
  ],
  [
    ['tug', '舟山示例拖轮有限公司', 'Zhoushan Example Towage (demo)'],
    ['tug', ['CNNGB'], '舟山市定海区示例码头33号', '0580-0000-0033'],
  ],
  [
    ['jiaxing', '嘉兴示例港务有限公司', 'Jiaxing Example Port (demo)'],
    ['terminal', ['CNJIX'], '平湖市乍浦镇示例港路41号', '0573-0000-0041'],
  ],
  [
    ['wenzhou', '温州示例集装箱码头有限公司', 'Wenzhou Example Container Terminal (demo)'],
    ['terminal', ['CNWNZ'], '温州市龙湾区示例大道53号', '0577-0000-0053'],
  ],
  [
    ['yiwu', '义乌示例国际陆港有限公司', 'Yiwu Example Inland Port (demo)'],
    ['rail_terminal', ['CNYIW'], '义乌市示例西路68号', '0579-0000-0068'],
  ],
  [
    ['taizhou', '台州示例港口有限公司', 'Taizhou Example Port (demo)'],
    ['terminal', ['X-TAIZHOU'], '玉环市大麦屿示例路76号', '0576-0000-0076'],
  ],
  [
    ['air', '杭州示例航空货站有限公司', 'Hangzhou Example Air Cargo Terminal (demo)'],
    ['air_cargo', ['CNHGH'], '杭州市萧山区示例空港路84号', '0571-0000-0084'],
  ],
  [
    ['pilot', '宁波示例引航站', 'Ningbo Example Pilot Station (demo)'],
    ['pilot', ['CNNGB'], '宁波市示例江东北路90号', '0574-0000-0090'],
  ],
  [
    ['packingList', '浙江示例口岸信息协会', 'Zhejiang Example Port Data Association (demo)'],
    ['single_window', ['CNNGB'], '杭州市示例环城路103号', '0571-0000-0103'],
  ],
  [
    ['forwarder', '宁波示例国际货运代理有限公司', 'Ningbo Example Freight Forwarding (demo)'],
    ['forwarder', ['CNNGB'], '宁波市海曙区示例路113号', '0574-0000-0113'],
  ],
  [
    ['shipAgent', '宁波示例船务代理有限公司', 'Ningbo Example Ship Agency (demo)'],
    ['ship_agent', ['CNNGB'], '宁波市北仑区示例路121号', '0574-0000-0121'],
  ],
  [
    ['broker', '宁波示例报关有限公司', 'Ningbo Example Customs Brokers (demo)'],
    ['customs_broker', ['CNNGB'], '宁波市北仑区示例路130号', '0574-0000-0130'],
  ],
  [
    ['tally', '宁波示例外轮理货有限公司', 'Ningbo Example Ocean Shipping Tally (demo)'],
    ['tally', ['CNNGB'], '宁波市北仑区示例路148号', '0574-0000-0148'],
  ],
  [
    ['examSite', '宁波示例查验服务有限公司', 'Ningbo Example Inspection Site (demo)'],
    ['inspection_site', ['CNNGB'], '宁波市北仑区示例路156号', '0574-0000-0156'],
  ],
  [
    ['quarantine', '宁波示例检疫处理有限公司', 'Ningbo Example Quarantine Treatment (demo)'],
    ['quarantine', ['CNNGB'], '宁波市鄞州区示例路164号', '0574-0000-0164'],
  ],
  [
    ['carrier', '示例海运（宁波）有限公司', 'Example Lines (Ningbo) (demo)'],
    ['carrier', ['CNNGB'], '宁波市海曙区示例路172号', '0574-0000-0172'],
  ],
  [
    ['jintang', '舟山示例金塘集装箱码头有限公司', 'Zhoushan Example Jintang Terminal (demo)'],
    ['terminal', ['CNNGB'], '舟山市定海区金塘镇示例路180号', '0580-0000-0180'],
  ],
  [
    ['shipServices', '嘉兴示例船舶服务有限公司', 'Jiaxing Example Ship Services (demo)'],
    ['ship_supply', ['CNJIX'], '平湖市乍浦镇示例港路199号', '0573-0000-0199'],
  ],
  [
    ['wenzhouAgent', '温州示例国际物流有限公司', 'Wenzhou Example Logistics (demo)'],
    ['customs_broker', ['CNWNZ'], '温州市龙湾区示例大道201号', '0577-0000-0201'],
  ],
]

/** 演示收费主体: twenty invented companies over every link of the chain. */
export const DEMO_ENTITIES: ChargingEntity[] = ROWS.map(([[who, zh, en], [link, ports, address, phone]]) => ({
  ...{ code: CODES[who], name: text(zh, en), link, ports, address: text(address), phone },
  ...{ complaint_phone: `${phone.slice(0, -4)}9${phone.slice(-3)}`, demo: true },
  remark: text(
    '虚构的演示单位，与任何真实企业无关；其价目供演示，不作收费依据。',
    'An invented entity, unrelated to any real company; its prices are for demonstration only.',
  ),
}))
