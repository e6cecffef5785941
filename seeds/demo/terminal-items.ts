import type { FeeItem } from '../../catalogue/fee-item.ts'
import { text } from '../../catalogue/text.ts'
import { type ItemRow, marketItems } from './item.ts'

const BOX = ['trade', 'size', 'load']

const handling: ItemRow[] = [
  [
    ['container-handling', '集装箱装卸包干费', 'Container handling lump sum', 'terminal', 'ship'],
    '集装箱船边与堆场之间的装卸船、水平运输、上下车及开关舱、系解缆等全部装卸作业。',
    'All handling of a container between ship and yard: loading or discharging, moving on the quay, lifting on and off.',
    ['集装箱装卸费', '装卸包干费', '装船费', '卸船费', '集装箱吊装费', 'stevedoring', 'LOLO at quay'],
    { facts: [...BOX, 'cargo_class'] },
  ],
  [
    ['transhipment-handling', '集装箱中转包干费', 'Transhipment handling', 'terminal', 'ship'],
    '集装箱在同一港口由一船卸下、堆存并装上另一船的全部作业（水水中转）。',
    'Discharging a container from one ship, keeping it and loading it to another in the same port.',
    ['中转费', '水水中转费', '中转作业费', '国际中转费', 'water-to-water'],
    { facts: [...BOX, 'transhipment'] },
  ],
  [
    ['restow', '捣箱费', 'Restow', 'terminal', 'ship'],
    '应船方要求在船上移动集装箱，或卸至岸上再装回原船。',
    'Moving a container on board, or landing it and loading it back to the same ship, at the ship’s request.',
    ['倒箱费', '翻舱费', '捣载费', '落地捣箱', '船上捣箱', 'rehandling', 'shifting on board'],
    { facts: ['size'] },
  ],
  [
    ['heavy-lift', '大件设备装卸费', 'Heavy-lift handling', 'terminal', 'cargo'],
    '超长、超重、超限设备的吊装、加固配合与水平运输。',
    'Lifting and moving equipment that is over length, weight or gauge.',
    ['大件吊装费', '重大件装卸费', '超限货物装卸', 'OOG', 'project cargo'],
    { facts: ['weight_t', 'volume_m3'] },
  ],
  [
    ['bulk-handling', '散杂货装卸包干费', 'Bulk and general cargo handling', 'terminal', 'cargo'],
    '散货、件杂货的装卸船、水平运输和堆取料作业。',
    'Loading, discharging and moving bulk and break-bulk cargo between ship and yard.',
    ['散货装卸费', '件杂货装卸费', '煤炭装卸', '矿石装卸', '港杂费'],
    { facts: ['trade', 'weight_t'] },
  ],
  [
    ['standby', '待时费', 'Standby', 'terminal', 'either'],
    '非港方原因造成装卸工班和机械等候的补偿。',
    'Gangs and machines kept waiting for reasons that are not the port’s.',
    ['等候费', '窝工费', '船舶待时', '机械待时', 'waiting time'],
    { facts: ['hours'] },
  ],
  [
    ['late-gate-in', '晚进港费', 'Late gate-in', 'terminal', 'cargo'],
    '集装箱在公布的截港时间之后经申请进入港区并安排装船。',
    'Letting a container in after the announced closing of the gate and still loading it.',
    ['晚进港', '延期进港费', '截港后进港', '超截港费', 'late come', 'late receiving'],
    { voluntary: true, facts: ['size'] },
  ],
  [
    ['box-moving', '搬移费', 'Moving within the yard', 'terminal', 'cargo'],
    '应货方要求将集装箱在港内不同场位之间搬移。',
    'Moving a container from one place in the port to another at the cargo’s request.',
    ['移箱费', '集装箱搬移费', '场内搬移', '场内转运费', '翻箱费', 'yard shifting'],
    { facts: ['size'] },
  ],
  [
    ['weighing', '过磅费', 'Weighing', 'terminal', 'cargo'],
    '使用港区地磅对车辆或集装箱称重并出具磅单。',
    'Weighing a vehicle or container on the port’s weighbridge, with a ticket.',
    ['称重费', '地磅费', '衡重费', '磅单费', 'weighbridge'],
    { facts: ['size'] },
  ],
  [
    ['short-haul', '码头短驳费', 'Short haul between terminals', 'terminal', 'cargo'],
    '集装箱在同一港口不同码头之间的短途运输。',
    'Carrying a container from one terminal to another of the same port.',
    ['甬舟码头短驳费', '短驳费', '互拖费', '港区短驳', '码头间转运', 'inter-terminal haulage'],
    { facts: ['size'] },
  ],
  [
    ['vessel-change', '改船费', 'Change of ship', 'terminal', 'cargo'],
    '已进港集装箱变更船名、航次或运抵信息。',
    'Changing the ship, voyage or arrival report of a container already in the port.',
    ['改船改运抵费', '改运抵费', '改配费', '改航次费', '改港费', 'rollover'],
    { facts: ['size'] },
  ],
]

const storage: ItemRow[] = [
  [
    ['container-storage', '集装箱堆存费', 'Container storage', 'terminal', 'cargo'],
    '集装箱超过免费期后在港区或场站堆存。',
    'Keeping a container in the port or yard after the free days.',
    ['港区堆存费', '堆存费', '超期堆存费', '堆存保管费', '场站堆存费', '免堆期', 'demurrage at terminal', 'storage'],
    { facts: ['size', 'load', 'days'] },
  ],
  [
    ['reefer-plug', '冷箱插电费', 'Reefer plug-in', 'terminal', 'cargo'],
    '冷藏箱在港区或场站接电、监控温度。',
    'Power for a reefer in the port or yard, with the temperature watched.',
    ['冷藏箱插电费', '制冷费', '插电费', '冷箱用电费', '冷箱监控费', 'plug-in', 'reefer power'],
    { facts: ['size', 'days'] },
  ],
  [
    ['cargo-storage', '货物堆存费', 'Cargo storage', 'terminal', 'cargo'],
    '散杂货在港区库场超过免费期后的堆存。',
    'Keeping bulk or break-bulk cargo in the port’s sheds and yards after the free days.',
    ['散货堆存费', '库场堆存费', '仓库堆存费', '散杂货堆存'],
    { facts: ['weight_t', 'days'] },
  ],
]

const tallying: ItemRow[] = [
  [
    ['tally-container', '理箱费', 'Container tally', 'tally', 'ship'],
    '装卸船时核对箱号、箱数、箱体残损和铅封，出具理货单证。',
    'Checking numbers, condition and seals of containers as they are loaded or discharged.',
    ['集装箱理货费', '理箱', '理货费（集装箱）', 'box tally'],
    { facts: [...BOX, 'transhipment'] },
  ],
  [
    ['tally-stuffing', '装箱理货费', 'Stuffing tally', 'tally', 'cargo'],
    '装箱时清点货物、核对标志、施封并出具装箱理货单。',
    'Counting the cargo and checking its marks while a container is stuffed.',
    ['装箱理货', '监装费', 'stuffing survey'],
    { voluntary: true, facts: ['trade', 'size'] },
  ],
  [
    ['tally-stripping', '拆箱理货费', 'Stripping tally', 'tally', 'cargo'],
    '拆箱时清点货物、核对残损并出具拆箱理货单。',
    'Counting the cargo and noting damage while a container is stripped.',
    ['拆箱理货', '监拆费', 'devanning survey'],
    { voluntary: true, facts: ['trade', 'size'] },
  ],
  [
    ['tally-cargo', '件杂货理货费', 'Break-bulk tally', 'tally', 'ship'],
    '件杂货装卸船时计数、分唛、验残，重量吨与体积吨择大计费。',
    'Counting and sorting break-bulk cargo; by weight or measure, whichever is greater.',
    ['散杂货理货费', '件货理货', 'cargo tally'],
    { facts: ['weight_t', 'volume_m3'] },
  ],
  [
    ['tally-document', '理货单证费', 'Tally documents', 'tally', 'ship'],
    '按航次编制并传输理货单证。',
    'Preparing and sending the tally documents of a voyage.',
    ['理货单证', '单证费（理货）', 'tally sheet'],
  ],
  [
    ['tally-seal', '理货铅封费', 'Tally seal', 'tally', 'cargo'],
    '理货施封用铅封。',
    'The seal put on after tallying.',
    ['理货铅封', '施封费'],
  ],
]

/** Sub-items of the terminal’s lump sum, of yard storage and of tallying. */
export const TERMINAL_ITEMS = [
  ...marketItems('port-operation-lumpsum', 7010, handling),
  ...marketItems('yard-storage', 8010, storage),
  ...marketItems('tally', 11010, tallying),
]

/** 预进港费: what early gate-in was called until 2023-04-01, and 提前集港费, what it has been called since. */
export const [PRE_GATE_IN, EARLY_GATE_IN] = marketItems('port-operation-lumpsum', 7190, [
  [
    ['pre-gate-in', '预进港费', 'Advance gate-in', 'terminal', 'cargo'],
    '集装箱在公布的集港开始时间之前经申请进入港区。',
    'Letting a container into the port before the announced opening of the gate for its ship.',
    ['预进港', '预集港费'],
    {
      voluntary: true,
      facts: ['size'],
      remark: text('2023-04-01起更名为提前集港费。', 'Named early gate-in from 2023-04-01.'),
    },
  ],
  [
    ['early-gate-in', '提前集港费', 'Early gate-in', 'terminal', 'cargo'],
    '集装箱在公布的集港开始时间之前经申请进入港区。',
    'Letting a container into the port before the announced opening of the gate for its ship.',
    ['提前进港费', '提前进箱费', '预进港', '早进港', 'early receiving'],
    { voluntary: true, facts: ['size'] },
  ],
]) as [FeeItem, FeeItem]
