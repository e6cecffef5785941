/** Words of the error page. */
export const problem = {
  status: '错误 {status}',
  where: '哪里有问题',
  field: '位置',
  says: '说明',
  again: '改正后重新打开',
  open: '打开',
  next: '也可以这样做',
  desk: '回到工作台',
  home: '回到首页',
  fees: '查找费目',
}

/** 网址参数: what people call the parts of an address. */
export const parameter = {
  on: '日期',
  as_of: '日期',
  release: '发布号',
  port: '口岸',
  entity: '收费主体',
  item: '费目',
  link: '环节',
  pricing: '定价形式',
  sort: '次序',
  q: '查找',
  from: '开始日期',
  to: '结束日期',
  line: '收费标准',
  cursor: '翻页位置',
  before: '此前的发布',
  after: '此后的行',
  page: '页',
  code: '代码',
  uscc: '统一社会信用代码',
}
