export const filing = {
  title: '投诉举报',
}
