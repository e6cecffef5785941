export const clocks = {
  title: '期限',
}
