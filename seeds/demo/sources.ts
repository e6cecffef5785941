/** The real published lists on which demonstration rows are built. */
export const SOURCES = {
  terminal: '参照一家集装箱码头2019—2022年收费目录清单（zqhbh.com镜像，单一来源）',
  wuhan: '参照武汉口岸收费目录清单（公开代码库页面，单一来源）',
  ygrtt: '参照宁波一家货代企业2026-01-09公示的出口收费清单（ygrtt.com，单一来源）',
  kcn: '参照一家船代的宁波口岸本地费用表（英文网页，单一来源）',
  chenglingji: '参照城陵矶海关查验平台2023-02-20收费公示（单一来源）',
  government: '与政府定价或指导价一致，见收费依据',
} as const
