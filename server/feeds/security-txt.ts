import { addDays, chinaDay, startOfDay } from '../../catalogue/day.ts'

/**
 * security.txt (RFC 9116): where to report a weakness. `contacts` are `mailto:`, `tel:` or `https:` addresses, the
 * preferred first. It expires 180 days after today, so what a reader has kept says when to read it again.
 */
export function securityTxt({ base, contacts, now }: { base: string; contacts: readonly string[]; now: Date }): string {
  const expires = startOfDay(addDays(chinaDay(now), 180)).toISOString()
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${base}/.well-known/security.txt`,
    '',
  ].join('\n')
}
