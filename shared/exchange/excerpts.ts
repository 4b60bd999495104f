import { whoSpeaks } from '../analysis/who-speaks.ts'
import { passageConsent } from '../model/consent.ts'
import type { Coding, Consent } from '../model/entities.ts'
import { codingsOf, inOrder, type Project, sourcesInOrder, type Texts } from '../model/project.ts'
import { citations } from '../report/citation.ts'
import { coverNames } from '../report/cover-names.ts'
import { codesInTree } from './write-codes.ts'

/** A coding with its words, as tables and JSON show it. */
export interface Excerpt {
  readonly code: string
  /** The names above it and its own. */
  readonly path: readonly string[]
  /** The words, or what may be done with them instead. */
  readonly quote: string
  readonly participants: readonly string[]
  readonly source: string
  /** "P07 ¶34". */
  readonly citation: string
  readonly stance: string
  readonly origin: string
  readonly star: boolean
  readonly coder: string
  readonly layer: Coding['layer']
  readonly note: string
  /** UTF-16 units in the text of the source. */
  readonly start: number
  readonly end: number
  readonly id: string
}

/** Every coding outside the team's own file: names are covered, and words that may not be quoted are not.
    Passages of those who withdrew are left out. Ordered by code, then source, then place. */
export function excerptsOf(project: Project, texts: Texts): Excerpt[] {
  const cover = coverNames(project)
  const cite = citations(project, texts)
  const places = new Map(
    codesInTree([...project.tables.code.values()]).map(({ code, path }, i) => [code.id, { path, i }]),
  )
  const found = sourcesInOrder(project).flatMap((source) =>
    codingsOf(project, source.id).flatMap((coding) => {
      const place = places.get(coding.code)
      const { participants } = whoSpeaks(project, coding)
      const consent = passageConsent(project, coding, participants)
      if (!place || consent === 'withdrawn') return []
      const [first] = participants
      return [
        {
          i: place.i,
          excerpt: {
            code: place.path.at(-1) ?? '',
            path: place.path,
            quote:
              consent === 'quote'
                ? cover(texts(coding.content)?.slice(coding.start, coding.end) ?? '')
                : instead[consent],
            participants: participants.map((person) => person.pseudonym),
            source: source.name,
            citation: first ? cite(first.id, coding.content, coding.start) : '',
            stance: coding.stance ?? '',
            origin: coding.origin ?? '',
            star: coding.star === true,
            coder: project.tables.coder.get(coding.coder)?.initials ?? '',
            layer: coding.layer,
            note: consent === 'quote' ? cover(coding.note ?? '') : '',
            start: coding.start,
            end: coding.end,
            id: coding.id,
          } satisfies Excerpt,
        },
      ]
    }),
  )
  return found.sort((a, b) => a.i - b.i).map(({ excerpt }) => excerpt)
}

const instead: Readonly<Record<Exclude<Consent, 'quote' | 'withdrawn'>, string>> = {
  paraphrase: '[may be paraphrased, not quoted]',
  count: '[counted only]',
}

/** Participants who have not withdrawn, in order. */
export function participantsShown(project: Project) {
  return inOrder(project.tables.participant).filter((person) => person.consent !== 'withdrawn')
}
