import { type Labelled, several } from './labelled.ts'

const ON_LIST: readonly [item: string, names: string][] = [
  [
    'cargo-port-dues',
    '港务费-出口-20GP*3|外贸出口货物港务费 重箱|货物港务费(内贸)|港口货物港务费|PORT DUES ON CARGO|出口货物港務費|货物港务费USD0',
  ],
  [
    'port-facility-security',
    '港口设施保安费 20GP*1 40HQ*2|ISPS CHARGE|ISPS SURCHARGE/20GP|港口保安费（外贸）|港设保安费|Port facility security charge 40HQ|保安费(ISPS)',
  ],
  ['pilotage', '进港引航费|引航费（出港夜班）|Pilotage Charges|Pilotage (in/out)|引航移泊费 |领航费'],
  ['towage', '拖轮费 3艘次|靠泊拖轮费|Tug charges|拖轮作业费（夜间）|towage fee 2 tugs'],
  ['berthage', '停泊费 3天|泊位停泊费|Berthage Dues|锚地停泊费 2天'],
  [
    'thc',
    'THC 20GP|THC费|出口THC|OTHC 40HQ|DTHC 20|码头操作费（THC） 40HC|POL THC|THC CHARGES|Terminal handling fee|目的港码头操作费',
  ],
  ['document-fee', 'DOC|DOCUMENTATION CHARGES|文件费 1票|BL DOC FEE|B/L DOC|船东文件费'],
  ['seal-fee', 'SEAL CHARGE|铅封费 *2|封铅费|铅封费 20GP|SEAL CHARGES'],
  ['eir', 'EIR费|设备交接单费/箱|打单费 40HQ|设备交接费'],
  ['telex-release', '电放费 票|TELEX RELEASE FEE|电放手续费|TELEX RELEASE CHARGE'],
  ['delivery-order', 'D/O FEE|换单费 1票|DELIVERY ORDER CHARGE|DO费|换提单费'],
  [
    'customs-declaration',
    '报关费 2票|出口报关|进口报关费（一般贸易）|CUSTOMS DECLARATION|代理报关服务费|一般贸易报关费',
  ],
  ['booking', '订舱费 20GP|出口订舱费|BOOKING CHARGE|订舱服务费 40HQ|订舱代理服务费'],
  ['vgm', 'VGM申报|VGM CHARGE|VGM 传输费'],
  ['manifest', 'AMS费|ENS/ICS2|舱单传输费|AFR FEE|AMS CHARGE'],
  ['detention', '滞箱费 40HQ 12天|集装箱超期使用费|DETENTION FEE'],
  ['reefer-plug', '冷箱制冷费|冷藏箱插电费 3天|Reefer plug-in charge|冷箱打电费'],
  ['customs-exam', '海关查验费 移位|查验移位费40HQ|海关查验移箱费'],
  ['lift-on-off', '提箱费 40HQ|上下车费/吊机费|LOLO FEE|提空箱费|还空箱吊装费'],
  ['container-handling', '集装箱装卸包干费（外贸重箱40）|集装箱装卸作业包干费|装卸船费'],
  ['tally', '理货费（外贸）|TALLY CHARGES|船舶理货费'],
  ['port-construction-fee', '港建费 20GP|港口建设费40尺|代收港建费'],
  ['weighing', '过磅费/车|汽车过磅费|地磅称重费'],
  ['fumigation', '熏蒸费 40HQ|FUMIGATION FEE|集装箱熏蒸费'],
  ['ship-agency', '船舶代理费（外轮）|Agency fee|国际船舶代理费'],
  ['oil-boom', '围油栏费（每船次）|围油栏使用费 国际航线|围油栏铺设费'],
  ['ship-waste', '船舶垃圾处理费|油污水接收费|Garbage removal'],
  ['short-haul', '码头间短驳费|短驳费 40HQ|短驳费（梅山-北仑）'],
  ['early-gate-in', '提前进港费 40HQ|提前进闸费'],
  ['late-gate-in', '晚进港费/40HQ|迟到进港费'],
]

const OFF_LIST: readonly string[] = [
  '特殊柜型附加费|宁波港拥堵附加费|保安人员加班费|港口安全监督费|文件快递费DHL|换单代理押金|报关退单费|报关查询费|引航联系费|拖轮协调费|拖轮待命费|停泊保证金|泊位协调费',
  '码头安保押金|码头闸口费|THC差额|THC返佣|订舱返佣|订舱平台费|VGM罚金|铅封补办费|铅封更换费|电放保证金|电放邮寄费|熏蒸证明费|消毒证书费|理货差旅费|滞箱押金|用箱押金',
  '免箱期买断费|堆场超期管理费|插电押金|过磅押金|查验陪同交通费|查验拖车费|海关查验押车费|舱单修改罚款|改单申请快递费|提单打印费|提单邮寄费|装箱监督员餐费|装箱现场人工费|拆箱人工费',
  '拆箱加急费|洗箱押金|修箱押金|提箱拖车费|还箱拖车费|吊机租赁费|叉车装卸费|港务局招待费|港口赞助费|港口协会会费|口岸通关便利费|口岸服务费|通关服务费|一站式服务费|物流服务费',
  '综合物流费|货运代理费|国际货物运输代理费|运输代理服务费|Local charges|Origin charges|Destination charges|Port charges',
  'Terminal surcharge|Handling surcharge peak|Seal replacement penalty|Document courier',
  'Telex charge bank|Customs exam trucking|Customs inspection delay|Booking amendment penalty',
  'VGM late penalty|Reefer surcharge|Storage insurance|Delivery order deposit',
  'Container cleaning deposit|Tug standby bunker|Pilot boat hire|Pilot overtime meal',
  'Security deposit|Security guard fee|Special charge|Operation fee|Power charge',
  'Emergency surcharge|Special handling',
]

/** Written when the threshold was settled, harder on purpose, and used for nothing but a last look. */
export const WRITTEN_LAST: readonly Labelled[] = [
  ...ON_LIST.flatMap(([item, names]) => several(names).map((name) => ({ name, items: [item] }))),
  ...OFF_LIST.flatMap(several).map((name) => ({ name, items: null })),
]
