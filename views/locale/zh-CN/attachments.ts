export const attachments = {
  title: '附件',
}
