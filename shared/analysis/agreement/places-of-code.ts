import type { CodeId } from '../../model/ids.ts'
import type { Project, Texts } from '../../model/project.ts'
import type { AgreementWish } from './agreement-wish.ts'
import { codesOf } from './compare-coders.ts'
import { askWho, type CoderDisagreement } from './disagreements.ts'
import { eachMarkedSource } from './mark-units.ts'

/** Every unit where any of the coders used a code, in order; `notBy` is empty where all who read it did. Characters
    that lie together and were coded alike are one place. */
export function placesOfCode(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
  code: CodeId,
): readonly CoderDisagreement[] {
  const codes = codesOf(project, wish)
  const at = codes.get(code)
  if (at === undefined) return []
  const who = askWho(wish)
  const found: CoderDisagreement[] = []
  eachMarkedSource(project, texts, wish, codes, ({ source, readers, units, marks }) => {
    let before = 0
    let reached = -1
    for (let u = 0; u < units.count; u++) {
      const bits = marks[u * codes.size + at] ?? 0
      const [start, end] = [units.starts[u] ?? 0, units.ends[u] ?? 0]
      const isMore = wish.unit === 'characters' && bits === before && start === reached
      before = bits
      reached = end
      if (bits === 0) continue
      const last = found.at(-1)
      if (isMore && last) found[found.length - 1] = { ...last, end }
      else found.push({ source: source.id, start, end, code, ...who(bits, readers) })
    }
  })
  return found
}
