/** Words of the glossary. */
export const glossary = {
  title: '术语中英对照',
  description: '口岸收费常用术语的中英文对照与说明。',
  lead: '本平台使用的术语，按中文拼音排列。',
  letters: '按首字母',
  other: '其他',
  tally: '共 {n} 条',
  empty: '还没有术语。',
}
