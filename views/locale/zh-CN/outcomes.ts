export const outcomes = {
  title: '办理结果公示',
}
