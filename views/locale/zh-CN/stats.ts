export const stats = {
  title: '投诉举报统计',
}
