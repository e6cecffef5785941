/** The ending of a name, in lower case: `pdf`; empty where it has none. */
export const endingOf = (name: string): string => /\.([^.]{1,12})$/.exec(plain(name))?.[1]?.toLowerCase() ?? ''

/** 文件名 as it is kept: no folders, nothing invisible or that turns the writing around, nothing a file system forbids, 120 characters. */
export function fileName(name: string, kind: string): string {
  const base = plain(name).replace(/\.[^.]{1,12}$/, '')
  const kept = [...base]
    .slice(0, 110)
    .join('')
    .replace(/[. ]+$/, '')
  return `${kept === '' ? 'file' : kept}.${kind}`
}

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
    .toWellFormed()
