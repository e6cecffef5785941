import type { caseForms as words } from '../zh-CN/case-forms.ts'

export const caseForms: Record<keyof typeof words, string> = {
  title: 'Documents',
}
