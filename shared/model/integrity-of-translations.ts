import type { Project, Texts } from './project.ts'
import { stretchesIn } from './translations.ts'

/** One rule about a translation that does not hold (see `Broken`). */
interface BrokenTranslation {
  readonly kind: 'translation'
  readonly id: string
  readonly source?: string
  readonly rule: string
}

/** Translations whose stretches are not in order or reach past their texts, or whose text is missing. */
export function brokenTranslations(project: Project, texts: Texts): BrokenTranslation[] {
  return [...project.tables.translation.values()].flatMap((translation) => {
    const { id, source, content, of } = translation
    const place = { kind: 'translation', id, source } as const
    const broken = brokenStretches(translation)
    if (broken.length > 0) return broken
    const [text, original] = [texts(content), texts(of)]
    const last = stretchesIn(translation).at(-1)
    const hasTexts = texts(project.tables.source.get(source)?.content ?? of) !== undefined
    if (text === undefined) return hasTexts ? [{ ...place, rule: 'its text is missing' }] : []
    const beyond = last && (last.end > text.length || (original !== undefined && last.at > original.length))
    return beyond ? [{ ...place, rule: 'reaches past the end of its text' }] : []
  })
}

/** Whether a translation's stretches are triples of places in order, none begun twice and none empty. `entity` may
    hold only the fields that an edit sets. */
export function brokenStretches(entity: { readonly id: string }): BrokenTranslation[] {
  const stretches: unknown = Reflect.get(entity, 'stretches')
  if (stretches === undefined) return []
  const source: unknown = Reflect.get(entity, 'source')
  const place = {
    kind: 'translation' as const,
    id: entity.id,
    ...(typeof source === 'string' ? { source } : {}),
  }
  if (!isPlaces(stretches)) return [{ ...place, rule: 'has stretches that stand at no position of a text' }]
  const all = stretchesIn({ stretches })
  const inOrder = all.every(({ at, start, end }, i) => {
    const before = all[i - 1]
    return start < end && (!before || (at > before.at && start >= before.end))
  })
  return inOrder ? [] : [{ ...place, rule: 'has stretches out of order' }]
}

function isPlaces(stretches: unknown): stretches is readonly number[] {
  return (
    Array.isArray(stretches) &&
    stretches.length % 3 === 0 &&
    stretches.every((each) => Number.isInteger(each) && each >= 0 && each < 2 ** 32)
  )
}
