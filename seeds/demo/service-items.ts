import type { FeeItem } from '../../catalogue/fee-item.ts'
import { text } from '../../catalogue/text.ts'
import { type ItemRow, marketItems } from './item.ts'

const carrier: ItemRow[] = [
  [
    ['thc', '码头操作费', 'Terminal handling charge', 'carrier', 'cargo'],
    '船公司就集装箱在装货港或卸货港码头的操作向货方收取的费用。',
    'What the carrier charges the cargo for handling a container at the port of loading or discharge.',
    ['THC', 'OTHC', 'DTHC', 'DHC', '码头作业费', '码头处理费', '目的港操作费', '码头装卸作业费'],
    { facts: ['direction', 'size', 'cargo_class'] },
  ],
  [
    ['document-fee', '文件费', 'Documentation', 'carrier', 'cargo'],
    '缮制、签发提单及相关单证。',
    'Preparing and issuing the bill of lading and its papers.',
    ['单证费', '提单费', '制单费', 'DOC', 'B/L fee', '签单费'],
  ],
  [
    ['seal-fee', '铅封费', 'Seal', 'carrier', 'cargo'],
    '提供集装箱铅封。',
    'The container’s seal.',
    ['封志费', '铅封', '箱封费', '箱单铅封费', 'container seal'],
  ],
  [
    ['eir', '设备交接单费', 'Equipment interchange receipt', 'carrier', 'cargo'],
    '办理集装箱设备交接，出具或传输设备交接单。',
    'The receipt by which a container changes hands, on paper or sent.',
    ['设备单费', 'EIR', '设备交接单', '箱单费', '打单费', 'EDI费'],
  ],
  [
    ['telex-release', '电放费', 'Telex release', 'carrier', 'cargo'],
    '以电放方式交付货物，收回正本提单。',
    'Releasing the cargo by message against surrender of the original bill.',
    ['电放', '电放提单费', 'surrender fee', 'SWB'],
  ],
  [
    ['delivery-order', '换单费', 'Delivery order', 'carrier', 'cargo'],
    '凭提单换发提货单。',
    'Exchanging the bill of lading for a delivery order.',
    ['提货单费', 'D/O', 'DO费', '放单费', '换提货单'],
  ],
  [
    ['bill-amendment', '改单费', 'Bill amendment', 'carrier', 'cargo'],
    '应货方要求更改提单或舱单数据。',
    'Amending a bill of lading or manifest at the cargo’s request.',
    ['更改费', '提单更改费', '舱单更改费', 'amendment'],
  ],
  [
    ['bill-split', '分并单费', 'Splitting or merging bills', 'carrier', 'cargo'],
    '将一票提单分为数票，或将数票并为一票。',
    'Splitting one bill of lading into several, or merging several into one.',
    ['拆单费', '并单费', '分单费', 'split bill'],
  ],
  [
    ['bill-reissue', '重签提单费', 'Reissue of a bill', 'carrier', 'cargo'],
    '收回原提单并重新签发。',
    'Taking back a bill of lading and issuing another.',
    ['重签费', '重出提单费', '异地签单费', 'switch bill'],
  ],
  [
    ['ship-certificate', '船证明费', 'Ship certificate', 'carrier', 'cargo'],
    '出具船龄、航线、船籍等证明。',
    'A certificate of the ship’s age, route or flag.',
    ['船证', '船证费', '船龄证明', 'vessel certificate'],
    { voluntary: true },
  ],
  [
    ['manifest', '舱单发送费', 'Advance manifest filing', 'carrier', 'cargo'],
    '按目的国要求在装船前发送舱单（美国AMS、欧盟ENS、日本AFR等），或向海关录入预配舱单。',
    'Filing the manifest before loading as the country of destination asks (AMS, ENS, AFR), or entering it with customs.',
    ['AMS', 'ENS', 'AFR', 'ACI', '舱单录入费', '舱单费', '预配舱单', '美线舱单'],
  ],
  [
    ['detention', '滞箱费', 'Container detention', 'carrier', 'cargo'],
    '超过免费用箱期使用船公司集装箱。',
    'Keeping the carrier’s container beyond the free days.',
    ['超期用箱费', '箱使用费', '滞期费', '超期还箱', 'per diem', 'demurrage', '免箱期'],
    { facts: ['size', 'cargo_class', 'days'] },
  ],
  [
    ['booking-cancellation', '退载费', 'Booking cancellation', 'carrier', 'cargo'],
    '截载后取消订舱。',
    'Cancelling a booking after the cargo closing.',
    ['退关费', '亏舱费', '取消订舱费', 'no show', 'dead freight'],
    { facts: ['size'] },
  ],
]

const agents: ItemRow[] = [
  [
    ['booking', '订舱费', 'Booking', 'forwarder', 'cargo'],
    '代理货方向船公司订舱并跟踪放舱。',
    'Booking space with the carrier for the cargo and following it up.',
    ['订舱代理费', '订舱服务费', '舱位费', 'booking fee'],
    { facts: ['size', 'cargo_class'] },
  ],
  [
    ['agency-handling', '货代操作费', 'Forwarder’s handling', 'forwarder', 'cargo'],
    '货运代理安排提箱、进港、单证流转等操作。',
    'A forwarder’s arranging of pick-up, gate-in and papers.',
    ['操作费', '代理操作费', '货代服务费', 'handling fee'],
  ],
  [
    ['vgm', 'VGM申报费', 'VGM filing', 'forwarder', 'cargo'],
    '向船公司或码头传送集装箱核实总重量（SOLAS）。',
    'Sending a container’s verified gross mass to carrier or terminal (SOLAS).',
    ['VGM', '称重申报费', '核实总重', '总重申报'],
  ],
  [
    ['dg-application', '危险品申报费', 'Dangerous goods application', 'forwarder', 'cargo'],
    '代办危险货物适运申报和进港作业申报。',
    'Applying for the carriage and port handling of dangerous goods.',
    ['危申报', '危险货物申报费', 'DG application', '危品申报'],
  ],
  [
    ['packing-list', '电子装箱单费', 'Electronic packing list', 'single_window', 'cargo'],
    '电子装箱单的信息传输。',
    'Sending the electronic packing list.',
    ['装箱单费', '电子装箱单', '装箱单传输费', 'CLP', 'EDI装箱单'],
  ],
  [
    ['dues-collection', '代收货物港务费', 'Port dues collected for the port', 'forwarder', 'cargo'],
    '代港口收取并转付货物港务费，不得加价。',
    'Cargo port dues collected and passed on for the port, without a mark-up.',
    ['代收港务费', '代收代付港务费', '代垫港务费', 'pass-through dues'],
    { facts: ['trade', 'direction', 'size', 'cargo_class'] },
  ],
  [
    ['ship-agency', '船舶代理费', 'Ship’s agency', 'ship_agent', 'ship'],
    '代办船舶进出港手续、安排泊位与供应、联系装卸。',
    'Clearing a ship in and out, arranging berth, supplies and cargo work.',
    ['船代费', '代理费（船舶）', '船务代理费', 'agency fee'],
    { facts: ['net_tonnage'] },
  ],
  [
    ['customs-declaration', '报关费', 'Customs declaration', 'customs_broker', 'cargo'],
    '代理货方向海关申报。',
    'Declaring the cargo to customs on its owner’s behalf.',
    ['代理报关费', '报关代理费', '清关费', '进口报关', '出口报关', 'customs clearance'],
    { at: ['sea', 'air', 'inland'], facts: ['direction'] },
  ],
  [
    ['inspection-declaration', '报检费', 'Inspection declaration', 'customs_broker', 'cargo'],
    '代理货方申报检验检疫。',
    'Declaring the cargo for inspection and quarantine.',
    ['代理报检费', '商检申报费', '检验检疫申报'],
    { at: ['sea', 'air', 'inland'] },
  ],
  [
    ['exam-agency', '查验代理费', 'Attending an examination', 'customs_broker', 'cargo'],
    '受货方委托到场配合海关查验。',
    'Attending a customs examination for the cargo’s owner.',
    ['查验服务费', '海关查验服务费', '陪查费', '代理查验费', 'exam attendance'],
    { voluntary: true, at: ['sea', 'air', 'inland'] },
  ],
  [
    ['commodity-inspection-agency', '商检代理费', 'Commodity inspection agency', 'customs_broker', 'cargo'],
    '受货方委托办理法定检验商品的抽样、取证。',
    'Arranging sampling and certificates for goods under statutory inspection.',
    ['代理商检费', '商检费', 'CIQ代理'],
    { voluntary: true, at: ['sea', 'air', 'inland'] },
  ],
  [
    ['transit-declaration', '转关费', 'Transit declaration', 'customs_broker', 'cargo'],
    '代办转关运输申报。',
    'Declaring the goods for carriage under customs transit.',
    ['转关申报费', '转关手续费', '关封费', 'customs transit'],
    { at: ['sea', 'air', 'inland'] },
  ],
]

const yards: ItemRow[] = [
  [
    ['lift-on-off', '提还箱吊装费', 'Lift on, lift off', 'yard', 'cargo'],
    '空箱提箱、还箱时的上下车吊装。',
    'Lifting an empty container on or off a truck at pick-up or return.',
    ['吊机费', '上下车费', '落箱费', '提箱费', '还箱费', 'LO-LO', 'LOLO'],
    { facts: ['size'] },
  ],
  [
    ['stuffing', '装箱费', 'Stuffing', 'cfs', 'cargo'],
    '在场站将货物装入集装箱。',
    'Loading cargo into a container at the yard.',
    ['内装费', '内装箱费', '装箱作业费', 'CFS charge', 'vanning'],
    { facts: ['size'] },
  ],
  [
    ['stripping', '拆箱费', 'Stripping', 'cfs', 'cargo'],
    '在场站将货物从集装箱取出。',
    'Unloading cargo from a container at the yard.',
    ['掏箱费', '拆箱作业费', '开箱费', 'devanning', 'unstuffing'],
    { facts: ['size'] },
  ],
  [
    ['container-cleaning', '洗箱费', 'Container cleaning', 'yard', 'cargo'],
    '还箱时对污损箱清扫、冲洗。',
    'Sweeping or washing a container returned dirty.',
    ['清洁费', '扫箱费', '污箱费', 'washing'],
    { facts: ['size'] },
  ],
  [
    ['container-repair', '修箱费', 'Container repair', 'yard', 'cargo'],
    '还箱时对损坏箱体修理。',
    'Repairing a container returned damaged.',
    ['坏污箱费', '箱损费', 'M&R'],
  ],
  [
    ['reefer-pretrip', '冷箱预检费', 'Reefer pre-trip inspection', 'yard', 'cargo'],
    '冷藏箱放箱前的制冷检测。',
    'Testing a reefer’s machinery before it is released.',
    ['PTI', '预检费', '冷藏箱检测费'],
    { facts: ['size'] },
  ],
]

const inspection: ItemRow[] = [
  [
    ['customs-exam', '海关查验作业费', 'Handling for customs examination', 'inspection_site', 'cargo'],
    '为海关查验提供的吊装、移位、仓储等作业；查验没有问题的，按规定由财政负担。',
    'Lifting, moving and keeping a container for customs examination.',
    ['海关查验费', '查验费', '查验移位费', '查验吊装费', '移位倒箱费', 'exam handling'],
    { facts: ['size'], at: ['sea', 'air', 'inland'] },
  ],
  [
    ['exam-platform', '查验平台使用费', 'Examination platform', 'inspection_site', 'cargo'],
    '在集中查验平台开箱查验。',
    'Opening a container for examination at the shared platform.',
    ['查验平台费', '集中查验费', '海关监管场所查验'],
    { facts: ['size'], at: ['sea', 'inland'] },
  ],
  [
    ['exam-stripping', '查验掏箱费', 'Unstuffing for examination', 'inspection_site', 'cargo'],
    '按掏箱比例取出并装回货物以供查验。',
    'Taking out and putting back a share of the cargo for examination.',
    ['掏箱查验费', '查验拆箱费', '1/3掏箱', '全掏'],
    { facts: ['size'], at: ['sea', 'inland'] },
  ],
  [
    ['exam-cold-storage', '查验冷库仓储费', 'Cold storage for examination', 'inspection_site', 'cargo'],
    '冷链货物查验期间的冷库存放。',
    'Cold storage of refrigerated cargo while it is examined.',
    ['冷库费', '查验冷库', '冷链仓储费'],
    { facts: ['weight_t', 'days'], at: ['sea', 'inland'] },
  ],
  [
    ['fumigation', '熏蒸费', 'Fumigation', 'quarantine', 'cargo'],
    '对集装箱、木质包装或货物熏蒸处理。属商业性自愿委托；依法须处理的，货主可自选处理单位。',
    'Fumigating a container, wood packing or cargo. A commercial service of one’s choice.',
    ['熏蒸', '熏蒸处理费', '木质包装熏蒸', '检疫处理费', 'fumigation'],
    { voluntary: true, facts: ['size', 'volume_m3'], at: ['sea', 'air', 'inland'] },
  ],
  [
    ['disinfection', '消毒费', 'Disinfection', 'quarantine', 'cargo'],
    '对集装箱、运输工具消毒。属商业性自愿委托；依法须处理的，货主可自选处理单位。',
    'Disinfecting a container or vehicle. A commercial service of one’s choice.',
    ['消毒', '消杀费', '箱体消毒费', '防疫消毒费', 'disinfection'],
    { voluntary: true, facts: ['size'], at: ['sea', 'air', 'inland'] },
  ],
]

const air: ItemRow[] = [
  [
    ['air-cargo-handling', '航空货物处理费', 'Air cargo handling', 'air_cargo', 'cargo'],
    '航空货物收运、分拣、组板或拆板、出入库。',
    'Receiving, sorting, building up or breaking down and moving air cargo.',
    ['地面处理费', '地面操作费', '货站操作费', '提货处理费', 'terminal charge'],
    { at: ['air'], facts: ['direction', 'weight_t'] },
  ],
  [
    ['air-cargo-storage', '航空货物仓储费', 'Air cargo storage', 'air_cargo', 'cargo'],
    '航空货物超过免费期后的仓储。',
    'Keeping air cargo after the free days.',
    ['货站仓储费', '航空堆存费', '空运仓储', 'air storage'],
    { at: ['air'], facts: ['weight_t', 'days'] },
  ],
  [
    ['air-cold-room', '航空货物冷库费', 'Air cold room', 'air_cargo', 'cargo'],
    '温控货物在货站冷库存放。',
    'Keeping temperature-controlled air cargo in the cold room.',
    ['冷藏库费', '温控仓储费', 'cool room'],
    { at: ['air'], facts: ['weight_t', 'days'] },
  ],
  [
    ['air-security-check', '航空货物安检费', 'Air cargo security check', 'air_cargo', 'cargo'],
    '出口航空货物安全检查。',
    'Security screening of export air cargo.',
    ['货物安检费', '安检费', 'X光安检', 'screening'],
    { at: ['air'], facts: ['weight_t'] },
  ],
  [
    ['air-waybill', '航空运单费', 'Air waybill', 'air_cargo', 'cargo'],
    '航空主运单、分运单制单和电子数据传输。',
    'Making out and sending master and house air waybills.',
    ['运单费', '制单费（空运）', 'AWB', '分单费（空运）'],
    { at: ['air'] },
  ],
  [
    ['air-uld-handling', '集装器处理费', 'ULD handling', 'ground_handler', 'cargo'],
    '集装板、集装箱的整板交接与吊运。',
    'Handing over and moving whole pallets and unit load devices.',
    ['板箱处理费', '整板交接费', 'ULD', '打板费'],
    { at: ['air'] },
  ],
]

const rail: ItemRow[] = [
  [
    ['rail-handling', '铁路集装箱装卸费', 'Rail container handling', 'rail_terminal', 'cargo'],
    '集装箱在铁路场站的装卸车作业。',
    'Loading and unloading containers on rail wagons at the terminal.',
    ['铁路装卸费', '铁路上下车费', '班列装卸费', 'rail lift'],
    { at: ['inland'], facts: ['size', 'load'] },
  ],
  [
    ['rail-storage', '铁路场站堆存费', 'Rail terminal storage', 'rail_terminal', 'cargo'],
    '集装箱超过免费期后在铁路场站堆存。',
    'Keeping a container at the rail terminal after the free days.',
    ['陆港堆存费', '铁路堆存费', '班列堆存'],
    { at: ['inland'], facts: ['size', 'days'] },
  ],
  [
    ['rail-drayage', '铁路场站短驳费', 'Rail terminal drayage', 'rail_terminal', 'cargo'],
    '集装箱在铁路场站与监管场所之间的短途运输。',
    'Carrying a container between the rail terminal and the customs yard.',
    ['陆港短驳费', '铁路短驳', '监管区短驳', 'drayage'],
    { at: ['inland'], facts: ['size'] },
  ],
  [
    ['sea-rail-transfer', '海铁联运换装费', 'Sea-rail transfer', 'rail_terminal', 'cargo'],
    '海铁联运集装箱在陆港换装、单证转换。',
    'Transferring a sea-rail container and its papers at the inland port.',
    ['海铁联运费', '换装费', '第六港区换装', 'intermodal transfer'],
    { at: ['inland'], facts: ['size', 'load'] },
  ],
]

/** 纸质设备交接单费: ended without a successor when the receipt went electronic. */
export const [PAPER_EIR] = marketItems(null, 12_900, [
  [
    ['eir-paper', '纸质设备交接单费', 'Paper interchange receipt', 'ship_agent', 'cargo'],
    '打印并交付纸质设备交接单。',
    'Printing and handing over the interchange receipt on paper.',
    ['纸质设备单费', '纸质交接单', '打单工本费'],
    { remark: text('设备交接单电子化后不再收取。', 'No longer charged since the receipt is electronic.') },
  ],
]) as [FeeItem]

/** Items of carriers, agents, brokers, yards, inspection, air cargo and rail. */
export const SERVICE_ITEMS = [
  ...marketItems(null, 12_000, carrier),
  ...marketItems(null, 13_000, agents),
  ...marketItems(null, 14_000, yards),
  ...marketItems(null, 15_000, inspection),
  ...marketItems(null, 16_000, air),
  ...marketItems(null, 17_000, rail),
]
