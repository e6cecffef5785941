export const caseForms = {
  title: '文书',
}
