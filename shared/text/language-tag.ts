/** The BCP 47 tag of a language as people write it: its name in English or in itself ("Hebrew", "עברית"), or a tag
    ("pt-BR"); undefined for any other words. For a text's `lang`, so that it is read aloud and set right. */
export function languageTag(written: string): string | undefined {
  const plain = folded(written)
  if (plain === '') return undefined
  return namedTags().get(plain) ?? tagIn(written.trim())
}

/** A language named among other words, as in "English Translation" or "TRAD_en"; undefined where there is none.
    Gives its English name. */
export function languageIn(words: string): string | undefined {
  const parts = words.split(/[^\p{L}\p{M}]+/u).filter((part) => part !== '')
  for (const part of parts) {
    const tag = namedTags().get(folded(part))
    if (tag) return nameOf(tag)
  }
  const short = /(?:^|[_@[(-])([a-z]{2}|[A-Z]{2})[\])]?$/.exec(words.trim())?.[1]?.toLowerCase()
  return short !== undefined && codes.includes(short) ? nameOf(short) : undefined
}

const codes =
  'af am ar as az be bg bn bo bs ca cs cy da de dv el en eo es et eu fa ff fi fr fy ga gd gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny om or pa pl ps pt qu rm rn ro ru rw sa sd si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz ve vi wo xh yi yo zh zu'.split(
    ' ',
  )

let known: ReadonlyMap<string, string> | undefined

function namedTags(): ReadonlyMap<string, string> {
  if (known) return known
  const found = new Map<string, string>()
  for (const code of codes) {
    const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code)
    if (own) found.set(folded(own), code)
    found.set(folded(nameOf(code)), code)
  }
  known = found
  return found
}

function nameOf(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
}

function tagIn(written: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/.test(written)) return undefined
  return codes.includes(written.split('-')[0] ?? '') ? written : undefined
}

function folded(words: string): string {
  return words.trim().normalize('NFC').toLowerCase()
}
