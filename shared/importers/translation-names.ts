import { languageIn } from '../text/language-tag.ts'

/** True for a heading or a tier that says it holds a translation: "English Translation", "ft@Noor", "Übersetzung". */
export function saysTranslation(name: string): boolean {
  const plain = name.slice(0, 200).toLowerCase()
  return TRANSLATION.test(plain) || FREE.test(plain)
}

/** The language that a translation is named after, in English; as the file writes it where no language is known. */
export function translatedInto(name: string): string {
  const plain = name.trim()
  return shorthand.get(plain.toLowerCase()) ?? languageIn(plain) ?? plain
}

/** The same translations under names that differ: of two of one name the second is called "English 2". */
export function namedApart<T extends { readonly name: string }>(translations: readonly T[]): readonly T[] {
  const taken = new Map<string, number>()
  return translations.map((each) => {
    const count = (taken.get(each.name) ?? 0) + 1
    taken.set(each.name, count)
    return count === 1 ? each : { ...each, name: `${each.name} ${count}` }
  })
}

const TRANSLATION =
  /(?:^|[^\p{L}])(?:free ?)?(?:translat(?:ion|ions|ed)|transl?|traduc(?:ción|cion|tion)|tradução|traducao|traduzione|trad|übersetzung|uebersetzung|vertaling|översättning|перевод|תרגום|ترجمة|翻译|翻訳|译文)(?:$|[^\p{L}])/u
/** What linguists call a free translation of an utterance: ft, and fe, fg, fr into English, German, Russian. */
const FREE = /(?:^|[^\p{L}])f(?:t|e|g|r)(?:$|[^\p{L}])/u

const shorthand: ReadonlyMap<string, string> = new Map([
  ['fe', 'English'],
  ['fg', 'German'],
  ['fr', 'Russian'],
])
