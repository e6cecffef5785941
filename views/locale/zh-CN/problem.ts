/** Words of the error page. */
export const problem = {
  status: '错误 {status}',
  where: '哪里有问题',
  field: '位置',
  says: '说明',
  next: '可以这样做',
  home: '回到首页',
  fees: '查找费目',
}
