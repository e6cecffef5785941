export const caseQueue = {
  title: '案件',
}
