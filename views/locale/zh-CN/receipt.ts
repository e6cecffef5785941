export const receipt = {
  title: '回执',
}
