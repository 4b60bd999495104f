import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { TranslationId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import { flatStretches, type Stretch, stretchesIn, unitAt } from '../model/translations.ts'
import { onCharacter, type Span, trimSpan } from '../text/positions.ts'

/** Both texts of a translation, and what it is aligned with (see `unitsOf`). */
export interface AlignedTexts {
  readonly units: readonly Span[]
  /** The translated text. */
  readonly text: string
}

/** Moves words of the stretch at a place of the source's text to the turn before (those before `cut`) or after (those
    from `cut` on). `cut` is a position of the translated text; at the stretch's end, or its start, all of it moves.
    The words themselves stay. Null when there are none to move or no turn on that side. */
export function moveTranslatedWords(
  project: Project,
  id: TranslationId,
  { units, text }: AlignedTexts,
  { at, cut, to }: { readonly at: number; readonly cut: number; readonly to: 'before' | 'after' },
): Gesture | null {
  const translation = entity(project, 'translation', id)
  const stretches = stretchesIn(translation)
  const now = stretches.find((stretch) => stretch.at === at)
  const beside = units[unitAt(units, at) + (to === 'before' ? -1 : 1)]
  if (!now || !beside) return null
  const middle = onCharacter(text, Math.max(now.start, Math.min(cut, now.end)))
  const [first, second] = [
    trimSpan(text, { start: now.start, end: middle }),
    trimSpan(text, { start: middle, end: now.end }),
  ]
  const [moved, stays] = to === 'before' ? [first, second] : [second, first]
  if (!moved) return null
  const parts = [...(stays ? [{ ...stays, at }] : []), { ...moved, at: beside.start }]
  return gesture(project, id, joined([...stretches.filter((stretch) => stretch !== now), ...parts], units))
}

/** Moves the stretch at a place of the source's text, and all after it, one turn on or one back: what mends a
    translation that lost step. What would leave the text stays on its first or last turn. Null when nothing moves. */
export function shiftTranslation(
  project: Project,
  id: TranslationId,
  units: readonly Span[],
  { from, by }: { readonly from: number; readonly by: 1 | -1 },
): Gesture | null {
  const shifted = stretchesIn(entity(project, 'translation', id)).map((stretch) => {
    if (stretch.at < from) return stretch
    const to = Math.max(0, Math.min(units.length - 1, unitAt(units, stretch.at) + by))
    return { ...stretch, at: units[to]?.start ?? stretch.at }
  })
  return gesture(project, id, joined(shifted, units))
}

/** Stretches in order; those of one turn are one. They are neighbours in the translated text, so nothing is lost. */
function joined(stretches: readonly Stretch[], units: readonly Span[]): readonly Stretch[] {
  const one: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = one.at(-1)
    const same = last && unitAt(units, last.at) === unitAt(units, stretch.at)
    if (same) one[one.length - 1] = { ...last, end: stretch.end }
    else one.push(stretch)
  }
  return one
}

function gesture(project: Project, id: TranslationId, stretches: readonly Stretch[]): Gesture | null {
  const translation = entity(project, 'translation', id)
  const edit = update('translation', translation, { stretches: flatStretches(stretches) })
  const { name } = entity(project, 'source', translation.source)
  return isIdle(edit)
    ? null
    : { label: `Correct which turns of ${name} a translation belongs to`, edits: [edit] }
}
