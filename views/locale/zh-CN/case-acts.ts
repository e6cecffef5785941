export const caseActs = {
  title: '办理',
}
