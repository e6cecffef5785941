export const casePublication = {
  title: '结果公示',
}
