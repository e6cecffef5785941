import { type Locale, type Messages, translator } from '../locale/locale.ts'

/** The roles of a person in words: 审核、收费单位编辑（9133…）. */
export function rolesIn(locale: Locale, held: readonly { role: string; entity: string | null }[]): string {
  const t = translator(locale)
  const names = held.map(({ role, entity }) => {
    const name = t.words.signIn[`role-${role}` as keyof Messages['signIn']]
    return entity === null ? name : t('signIn.entity', { role: name, entity })
  })
  return names.join(locale === 'en' ? ', ' : '、')
}
