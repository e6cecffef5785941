export const filingFaults = {
  title: '填写有误',
}
