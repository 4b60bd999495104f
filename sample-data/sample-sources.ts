import { readFileSync } from 'node:fs'
import type { Edit, Gesture } from '../shared/change/change.ts'
import { combine, update } from '../shared/change/edit.ts'
import { type Recorded, recordGesture } from '../shared/change/record-gesture.ts'
import { setSourceValue } from '../shared/commands/attributes.ts'
import { importSources } from '../shared/commands/import-sources.ts'
import { setSourceStatus } from '../shared/commands/set-source-status.ts'
import { contentHash, fingerprint } from '../shared/exchange/fingerprint.ts'
import { adjustDraft } from '../shared/importers/adjust-draft.ts'
import { readSource } from '../shared/importers/read-source.ts'
import type { SourceDraft } from '../shared/importers/source-draft.ts'
import type { Content, OriginalFile } from '../shared/model/archive.ts'
import type { AttributeKind, Source, SourceStatus } from '../shared/model/entities.ts'
import type { ContentHash } from '../shared/model/ids.ts'
import type { Project } from '../shared/model/project.ts'
import type { Span } from '../shared/text/positions.ts'
import {
  fail,
  folder,
  inquiry,
  lead,
  on,
  type Place,
  type SampleMaking,
  type SourceFact,
  type Step,
} from './sample-facts.ts'

/** Transcripts as read, by file name; filled before the first step. */
export const drafts = new Map<string, SourceDraft>()
/** Texts and files that the sample holds. */
export const contents = new Map<ContentHash, Content>()
export const originals = new Map<string, OriginalFile>()

/** Reads a transcript with the speakers’ roles that the files state. */
export async function readDraft(fact: SourceFact): Promise<SourceDraft> {
  const file = new Uint8Array(readFileSync(new URL(`transcripts/${encodeURIComponent(fact.file)}`, folder)))
  const outcome = await readSource({ name: fact.file, bytes: file })
  if (!outcome.ok) return fail(`${fact.file}: ${outcome.problem}`)
  const roles = Object.fromEntries(fact.speakers.map(({ label, role }) => [label, role]))
  const draft = adjustDraft(outcome.draft, {
    notSpeakers: [],
    merges: {},
    roles,
    takeSuggested: true,
    name: fact.name,
  })
  const labels = new Set(draft.speakers.map((speaker) => speaker.label))
  const missing = fact.speakers.find(({ label }) => !labels.has(label))
  if (missing || labels.size !== fact.speakers.length)
    return fail(`${fact.file} has the speakers ${[...labels].join(', ')}`)
  const hash = fingerprint(file)
  originals.set(hash, { hash, name: fact.file, bytes: file })
  return draft
}

/** A transcript comes in, is described, and is read pass by pass. */
export function sourceSteps(fact: SourceFact): Step[] {
  const by = inquiry.coders.find((coder) => coder.name === fact.interviewer)?.initials ?? lead
  const status = (when: number, to: SourceStatus): Step => ({
    at: when,
    by,
    take: (project) => setSourceStatus(project, sourceOf(project, fact.file).id, to),
  })
  const reached: readonly SourceStatus[] = ['not started', 'first pass', 'second pass', 'done']
  const passes = reached.slice(1, reached.indexOf(fact.status) + 1)
  return [
    {
      at: on(fact.date, 16, 4),
      by,
      cause: 'import',
      take: (_project, making) => bringIn(_project, fact, making),
    },
    { at: on(fact.date, 16.2, 4), by, take: (project, making) => sourceFacts(project, fact, making) },
    ...passes.map((to, i) => status(on(fact.date, 18, 6 + i * 9), to)),
  ]
}

function bringIn(project: Project, fact: SourceFact, making: SampleMaking): Gesture {
  const draft = drafts.get(fact.file) ?? fail(`${fact.file} was not read`)
  const original =
    [...originals.values()].find((each) => each.name === fact.file) ?? fail(`${fact.file} was not read`)
  const kept = importSources(
    project,
    [{ draft, content: contentHash(draft.text), original, kind: fact.kind }],
    making,
  )
  for (const content of kept.contents) contents.set(content.hash, content)
  const strangers = kept.gesture.edits.filter((edit) => edit.kind === 'participant')
  if (strangers.length > 0) fail(`${fact.file} has participants that are not in inquiry.json`)
  return kept.gesture
}

/** Date, mode, language, interviewer, and which questions were put. */
function sourceFacts(project: Project, fact: SourceFact, making: SampleMaking): Gesture {
  const facts: readonly (readonly [name: string, kind: AttributeKind, value: string])[] = [
    ['Date', 'date', fact.date],
    ['Mode', 'choice', fact.mode],
    ['Language', 'text', fact.language],
    ['Interviewer', 'text', fact.interviewer],
  ]
  let after: Recorded = { project, changes: [] }
  const edits: Edit[] = []
  for (const [name, kind, value] of facts) {
    const gesture = setSourceValue(
      after.project,
      sourceOf(project, fact.file).id,
      { name, kind },
      value,
      making,
    )
    if (!gesture) continue
    after = recordGesture(gesture, after, making)
    edits.push(...gesture.edits)
  }
  const asked = Object.fromEntries(Object.entries(fact.asked).filter(([, value]) => value !== 'unknown'))
  const known = asked satisfies Readonly<Record<string, string>>
  const source = sourceOf(after.project, fact.file)
  edits.push(update('source', source, { asked: keptAsked(known) }))
  return { label: `Describe ${fact.name}`, edits: combine(edits) }
}

function keptAsked(asked: Readonly<Record<string, string>>): NonNullable<Source['asked']> {
  return Object.fromEntries(
    Object.entries(asked).map(([id, value]) => [id, value === 'asked' ? 'asked' : 'not asked']),
  )
}

/** The source that came from a file; it must be in by now. */
export function sourceOf(project: Project, file: string): Source {
  return (
    [...project.tables.source.values()].find((source) => source.original?.name === file) ??
    fail(`${file} is not in yet`)
  )
}

/** Where a quote stands; the build fails and names it where it does not stand word for word. */
export function findQuote(
  source: Source,
  { file, quote, occurrence = 1 }: Place,
): { readonly text: string; readonly span: Span } {
  const text = contents.get(source.content)?.text ?? fail(`${file} has no text`)
  let start = -1
  for (let nth = 0; nth < occurrence; nth++) {
    start = text.indexOf(quote, start + 1)
    if (start < 0) return fail(`“${quote}” does not stand in ${file}`)
  }
  return { text, span: { start, end: start + quote.length } }
}
