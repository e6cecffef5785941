/** Words of printed documents: PDF files of estimates and checks. */
export const print = {
  told: '本件依据 {day} 有效的收费、{release}',
  page: '第 {n} 页 / 共 {of} 页',
  source: '来源',
  publisher: '发布平台',
  on: '收费日期',
  release: '发布号',
  address: '在线查看',
  current: '本文件不随发布更新，以网上当前版本为准。',
}
