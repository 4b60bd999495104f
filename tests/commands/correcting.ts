import type { Correction } from '../../shared/commands/correction.ts'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { codingsOf, type Project } from '../../shared/model/project.ts'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { buildProject, standInHash } from '../support/build-project.ts'
import { makingBy } from '../support/expect-change.ts'

/** A coded interview that is to be corrected, as it is and as it should be. */
export const built = buildProject({
  coders: ['Ada'],
  participants: ['Noor'],
  questions: ['How did it begin?'],
  codes: ['Funding', 'Trust', 'Time', 'Care'],
  sources: [
    {
      name: 'Interview 1',
      turns: [
        ['I', 'How did it begin?'],
        ['Noor', 'The fundng is scarse and no grant covers the first year.'],
        ['I', 'And then?'],
        ['Noor', 'People trusted us because we stayed. Nobody asked for a number.'],
        ['Noor', 'We took the time that it needed.'],
      ],
    },
  ],
  codings: [
    { source: 'Interview 1', code: 'Funding', quote: 'fundng is scarse' },
    { source: 'Interview 1', code: 'Trust', quote: 'People trusted us because we stayed.' },
    { source: 'Interview 1', code: 'Care', quote: 'Nobody asked for a number.' },
    { source: 'Interview 1', code: 'Time', quote: 'We took the time that it needed.' },
  ],
  restrictions: [{ source: 'Interview 1', quote: 'no grant covers the first year', consent: 'paraphrase' }],
  reports: [{ title: 'Report' }],
  quoteChoices: [{ report: 'Report', coding: 1, use: 'show', cuts: [{ start: 112, end: 119 }] }],
})
export const source = built.source('Interview 1')
export const before = built.texts(source.content) ?? ''
export const ada = makingBy(built.coder('Ada').id)

export const better = [
  'I: How did it begin?',
  'Noor: The funding is very scarce and no grant covers the first year.',
  'I: And then?',
  'Noor: So people trusted us because we stayed. There were other things to talk about.',
  'I: Such as?',
  'Noor: We took the time that it needed.',
].join('\n')

/** A correction of the whole text, made by hand. */
export function byHand(after: string, text = before): Correction {
  return { alignment: alignTexts(text, after), content: standInHash(after) }
}

/** A correction that comes as a better file. */
export async function asFile(text: string): Promise<Correction> {
  const bytes = new TextEncoder().encode(text)
  const read = await readSource({ name: 'Interview 1 (corrected).txt', bytes })
  if (!read.ok) throw new Error(read.problem)
  const draft = adjustDraft(read.draft, { notSpeakers: [], merges: {}, roles: {}, takeSuggested: true })
  return {
    ...byHand(draft.text),
    version: { draft, original: { hash: 'f'.repeat(64), name: 'Interview 1 (corrected).txt', bytes } },
  }
}

/** What each code is on now, in the corrected text or in the one before. */
export function quotesNow(project: Project, after: string): Record<string, string> {
  return Object.fromEntries(
    codingsOf(project, source.id).map((coding) => [
      project.tables.code.get(coding.code)?.name ?? '',
      (coding.content === source.content ? before : after).slice(coding.start, coding.end),
    ]),
  )
}
