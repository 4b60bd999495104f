import { commonStance } from '../analysis/read-layer.ts'
import type { Edit } from '../change/change.ts'
import { remove, update } from '../change/edit.ts'
import type { Coding, Stance } from '../model/entities.ts'
import type { CodeId, CodingId } from '../model/ids.ts'
import { codingsOf, type Project } from '../model/project.ts'
import type { QuoteChoice } from '../model/report-entities.ts'

/** What giving codings another code comes to. */
export interface Recoded {
  readonly edits: readonly Edit[]
  /** For every coding that became one with another: that other. */
  readonly united: ReadonlyMap<CodingId, Coding>
}

/** Gives codings another code. Where the same coder has the same passage under that code already, in the same layer,
    the two become one that keeps what both said: star, flag, notes, and stances, in words where they differ. */
export function recodeTo(project: Project, codings: readonly Coding[], code: CodeId): Recoded {
  const standing = new Map<string, Coding>()
  const moved = new Set(codings.map((coding) => coding.id))
  for (const source of new Set(codings.map((coding) => coding.source))) {
    for (const each of codingsOf(project, source))
      if (each.code === code && !moved.has(each.id)) standing.set(passageKey(each), each)
  }
  const gone: Edit[] = []
  const united = new Map<CodingId, Coding>()
  const before = new Map<CodingId, Coding>()
  for (const coding of codings) {
    const key = passageKey(coding)
    const twin = standing.get(key)
    before.set(coding.id, coding)
    if (!twin || twin.id === coding.id) {
      standing.set(key, { ...coding, code })
      continue
    }
    if (!before.has(twin.id)) before.set(twin.id, twin)
    standing.set(key, joined(twin, coding))
    united.set(coding.id, twin)
    gone.push(remove('coding', coding))
  }
  return { edits: [...kept(standing, before), ...gone], united }
}

/** Reports' choices of quotes follow codings that became one with another, and codes that became another. A report
    keeps one choice for a passage under a code: where there would be two, the one that stood there already stays. */
export function choicesAfter(
  project: Project,
  { united }: Recoded,
  codeNow = (code: CodeId) => code,
): Edit[] {
  const moves = [...project.tables.quoteChoice.values()].map((choice) => ({
    choice,
    now: { ...choice, code: codeNow(choice.code), coding: united.get(choice.coding)?.id ?? choice.coding },
  }))
  const isMoved = ({ choice, now }: (typeof moves)[number]) =>
    choice.code !== now.code || choice.coding !== now.coding
  const taken = new Set(moves.filter((each) => !isMoved(each)).map(({ now }) => choiceKey(now)))
  return moves.filter(isMoved).map(({ choice, now }) => {
    if (taken.has(choiceKey(now))) return remove('quoteChoice', choice)
    taken.add(choiceKey(now))
    return update('quoteChoice', choice, { code: now.code, coding: now.coding })
  })
}

function choiceKey({ report, code, source, coding }: QuoteChoice): string {
  return `${report} ${code} ${source} ${coding}`
}

/** Same words, same coder, same layer: with the same code these are one coding. */
export function passageKey({ source, content, start, end, coder, layer }: Coding): string {
  return `${source} ${content} ${start} ${end} ${coder} ${layer}`
}

function kept(standing: ReadonlyMap<string, Coding>, before: ReadonlyMap<CodingId, Coding>): Edit[] {
  return [...standing.values()].flatMap((now) => {
    const was = before.get(now.id)
    if (!was) return []
    const { code, stance, origin, star, flag, note } = now
    return [update('coding', was, { code, stance, origin, star, flag, note })]
  })
}

function joined(a: Coding, b: Coding): Coding {
  const stance = commonStance(a.stance, b.stance)
  const origin = a.origin ?? b.origin
  const note = jointNote(a, b)
  return {
    ...a,
    ...(stance ? { stance } : {}),
    ...(origin ? { origin } : {}),
    ...(note === '' ? {} : { note }),
    ...(a.star || b.star ? { star: true } : {}),
    ...(a.flag || b.flag ? { flag: true } : {}),
  }
}

function jointNote(a: Coding, b: Coding): string {
  const differing = [
    a.stance && b.stance && a.stance !== b.stance
      ? `${stanceWords[a.stance]} and ${stanceWords[b.stance]}`
      : '',
    a.origin && b.origin && a.origin !== b.origin ? `${a.origin} and ${b.origin}` : '',
  ].filter((words) => words !== '')
  const united = differing.length > 0 ? [`Two codings became one: ${differing.join('; ')}.`] : []
  return [...new Set([a.note ?? '', b.note ?? '', ...united])].filter((note) => note !== '').join('\n')
}

const stanceWords = {
  affirms: 'affirms',
  denies: 'denies',
  overcome: 'overcome',
  mixed: 'mixed',
  reports: 'reports others',
} as const satisfies Record<Stance, string>
