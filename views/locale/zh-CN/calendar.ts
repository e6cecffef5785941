export const calendar = {
  title: '工作日历',
}
