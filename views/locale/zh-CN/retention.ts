export const retention = {
  title: '个人信息留存',
}
