export const owner = {
  title: '查询进度',
}
