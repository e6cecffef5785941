export const caseFile = {
  title: '案件',
}
