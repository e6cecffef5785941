import { type Locale, type Messages, translator } from '../locale/locale.ts'

/** Entities by their credit code, as roles name them. */
export type Named = readonly { code: string; name: string }[]

/** The roles of a person in words: 审核、收费主体编辑（宁波…有限公司）; an entity that nobody named stands as its code. */
export function rolesIn(
  locale: Locale,
  held: readonly { role: string; entity: string | null }[],
  entities: Named,
): string {
  const t = translator(locale)
  const names = held.map(({ role, entity: code }) => {
    const name = t.words.signIn[`role-${role}` as keyof Messages['signIn']]
    const entity = entities.find((one) => one.code === code)?.name ?? code
    return entity === null ? name : t('signIn.entity', { role: name, entity })
  })
  return names.join(locale === 'en' ? ', ' : '、')
}
