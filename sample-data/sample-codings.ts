import type { Gesture } from '../shared/change/change.ts'
import { scalingDeep } from '../shared/codebooks/scaling-deep.ts'
import { applyCode } from '../shared/commands/apply-code.ts'
import { restrictPassage } from '../shared/commands/restrict-passage.ts'
import { writeMemo } from '../shared/commands/write-memo.ts'
import type { MemoSubject } from '../shared/model/entities.ts'
import type { Project } from '../shared/model/project.ts'
import {
  type CodingFact,
  codings,
  fail,
  inquiry,
  lead,
  type MemoFact,
  memos,
  minute,
  on,
  type SampleMaking,
  type Step,
} from './sample-facts.ts'
import { findQuote, sourceOf } from './sample-sources.ts'

/** Every coding is a change of its own, at the pace of somebody reading: each coder works through a text in an
    afternoon of their own; what only a second reading shows comes after it. */
export function codingSteps(): Step[] {
  const counts = new Map<string, number>()
  return codings.map((fact) => {
    const source =
      inquiry.sources.find(({ file }) => file === fact.file) ?? fail(`${fact.file} is not in inquiry.json`)
    const tier =
      scalingDeep.codes.find(({ key }) => key === fact.code)?.tier ?? fail(`there is no code ${fact.code}`)
    const again = tier === 'second-cycle'
    const start = again
      ? on('2025-07-02', 9, inquiry.sources.indexOf(source))
      : Math.max(on(source.date, 13, fact.coder === lead ? 5 : 8), on('2025-04-03', 9))
    const key = `${fact.file} ${fact.coder} ${again}`
    const nth = counts.get(key) ?? 0
    counts.set(key, nth + 1)
    const place = inquiry.sources.indexOf(source) * 7 + (fact.coder === lead ? 0 : 3)
    const pause = ((nth * 37) % 11) * 7_000
    return {
      at: start + place * minute + nth * 3 * minute + pause,
      by: fact.coder,
      take: (project, making) => codePassage(project, fact, making),
    }
  })
}

function codePassage(project: Project, fact: CodingFact, making: SampleMaking): Gesture {
  const source = sourceOf(project, fact.file)
  const { text, span } = findQuote(source, fact)
  const code =
    [...project.tables.code.values()].find(({ key }) => key === fact.code) ??
    fail(`the code ${fact.code} is not open yet`)
  const gesture = applyCode(project, { source: source.id, text, spans: [span] }, [code.id], making)
  if (!gesture) return fail(`“${fact.quote}” in ${fact.file} has ${fact.code} by ${fact.coder} twice`)
  const { stance, origin, star, flag, note } = fact
  const marks = Object.fromEntries(
    Object.entries({ stance, origin, star, flag, note }).filter(([, value]) => value !== undefined),
  )
  const edits = gesture.edits.map((edit) => ({ ...edit, after: { ...edit.after, ...marks } }))
  const [edit] = edits
  if (edit?.after.start !== span.start || edit.after.end !== span.end)
    fail(`“${fact.quote}” in ${fact.file} does not begin and end with words`)
  return { ...gesture, edits }
}

/** Passages with rules of their own. */
export function restrictionSteps(): Step[] {
  return inquiry.restrictions.map((rule, i) => ({
    at: on('2025-07-08', 11) + i * 6 * minute,
    by: lead,
    take(project, making) {
      const source = sourceOf(project, rule.file)
      return restrictPassage(project, { source: source.id, ...findQuote(source, rule) }, rule, making)
    },
  }))
}

/** Memos, one in an evening. */
export function memoSteps(): Step[] {
  return memos.map((memo, i) => ({
    at: on('2025-06-25', 17, i) + ((i * 37) % 60) * minute,
    by: memo.by,
    take: (project, making) =>
      writeMemo(
        { about: subjectOf(project, memo), kind: memo.memoKind, title: memo.title, text: memo.text },
        making,
      )?.gesture ?? null,
  }))
}

function subjectOf(project: Project, { about: { kind, ref }, title }: MemoFact): MemoSubject {
  if (kind === 'project') return { kind }
  if (kind === 'passage' && typeof ref === 'object') {
    const source = sourceOf(project, ref.file)
    return { kind, source: source.id, content: source.content, ...findQuote(source, ref).span }
  }
  if (typeof ref !== 'string') return fail(`the memo “${title}” is about nothing`)
  if (kind === 'source') return { kind, source: sourceOf(project, ref).id }
  const code = [...project.tables.code.values()].find(({ key }) => key === ref)
  if (kind === 'code' && code) return { kind, code: code.id }
  const person = [...project.tables.participant.values()].find(({ pseudonym }) => pseudonym === ref)
  return kind === 'participant' && person
    ? { kind, participant: person.id }
    : fail(`the memo “${title}” is about ${ref}, which is not there`)
}
