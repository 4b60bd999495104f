import { codeTree, descendantsOf } from '../analysis/code-tree.ts'
import type { LayerReading } from '../analysis/read-layer.ts'
import { whoSpeaks } from '../analysis/who-speaks.ts'
import { questionBefore } from '../analysis/who-was-asked.ts'
import { codesInTree } from '../exchange/write-codes.ts'
import type { Coding, Participant } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { codingsOf, type Project, sourcesInOrder, type Texts, turnsOf } from '../model/project.ts'
import { translationLabel } from '../model/translations.ts'
import { paragraphAt, paragraphStarts } from '../text/paragraphs.ts'
import { overlaps } from '../text/positions.ts'
import { participantNumbers } from './citation.ts'
import { type CoverNames, coverNames } from './cover-names.ts'
import { earlierWords } from './earlier-words.ts'
import { exportConsent, spokenSpans } from './excerpts-quotable.ts'
import { quoteText } from './quote-text.ts'
import { mayTellTranslation, translatedPassage } from './translated-passage.ts'

/** A coding with its words, as it leaves the team: names are covered, and words that may not be quoted are not. */
export interface Excerpt {
  readonly code: string
  /** The names above the code and its own. */
  readonly path: readonly string[]
  /** The words, or that they may not be quoted. */
  readonly quote: string
  /** What a translator made of the words, whole stretches; empty where nobody did, or the words may not be quoted. */
  readonly translation: string
  /** "English, translated by R. Okafor"; empty without a translation. */
  readonly translatedBy: string
  /** By their pseudonyms. */
  readonly participants: readonly string[]
  readonly source: string
  /** The question asked before it; empty where none is known. */
  readonly question: string
  /** In its text, from 1. */
  readonly paragraph: number
  /** "P07 ¶34"; empty for nobody's words. */
  readonly citation: string
  /** Other codes on the same words, each as "Barriers › Funding". */
  readonly otherCodes: readonly string[]
  readonly coder: string
  readonly stance: string
  readonly note: string
  readonly origin: string
  readonly star: boolean
  readonly layer: Coding['layer']
  /** UTF-16 units in the text of the source. */
  readonly start: number
  readonly end: number
  readonly id: string
}

/** What stands in the place of words that may not be quoted. */
export const notQuoted = '[may not be quoted]'

/** Which excerpts. */
export interface ExcerptsWanted {
  /** Absent: every coding of every layer. */
  readonly layer?: LayerReading
  /** With the codes below them; absent: all codes. */
  readonly codes?: readonly CodeId[]
  readonly audience?: string
}

/** An excerpt, the code it stands under, and whose words it is. */
export interface FoundExcerpt {
  readonly code: CodeId
  readonly people: readonly Participant[]
  readonly excerpt: Excerpt
}

/** The excerpts of codes, by code as in the codebook, then by source and place. Words are given only where everyone
    in the passage allows it; those withdrawn are left out. Others' words in a passage are cut, real names covered,
    and notes that belong to words kept back are kept back. */
export function findExcerpts(project: Project, texts: Texts, wanted: ExcerptsWanted = {}): FoundExcerpt[] {
  const bench = setBench(project, texts, wanted)
  const found = sourcesInOrder(project).flatMap((source) => {
    const codings = wanted.layer
      ? (wanted.layer.bySource.get(source.id) ?? [])
      : codingsOf(project, source.id)
    return codings.flatMap((coding) => excerptOf(bench, coding, codings))
  })
  const order = new Map([...bench.paths.keys()].map((code, i) => [code, i]))
  return found.sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0))
}

interface Bench {
  readonly project: Project
  readonly texts: Texts
  readonly audience: string | undefined
  readonly wants: (code: CodeId) => boolean
  readonly paths: ReadonlyMap<CodeId, readonly string[]>
  readonly cover: CoverNames
  readonly paragraph: (coding: Coding) => number
  readonly numbers: ReturnType<typeof participantNumbers>
}

function setBench(project: Project, texts: Texts, { codes, audience }: ExcerptsWanted): Bench {
  const tree = codeTree(project)
  const wanted = codes?.flatMap((code) => [code, ...descendantsOf(tree, code).map((each) => each.id)])
  const chosen = wanted && new Set(wanted)
  const starts = new Map<string, readonly number[]>()
  return {
    project,
    texts,
    audience,
    wants: (code) => chosen?.has(code) ?? true,
    paths: new Map(codesInTree([...project.tables.code.values()]).map(({ code, path }) => [code.id, path])),
    cover: coverNames(project, audience),
    paragraph: ({ content, start }) => {
      const known = starts.get(content) ?? paragraphStarts(texts(content) ?? '')
      starts.set(content, known)
      return Math.max(1, paragraphAt(known, start))
    },
    numbers: participantNumbers(project),
  }
}

function excerptOf(bench: Bench, coding: Coding, beside: readonly Coding[]): FoundExcerpt[] {
  const { project, cover } = bench
  const path = bench.paths.get(coding.code)
  if (!path || !bench.wants(coding.code)) return []
  const { participants: people } = whoSpeaks(project, coding)
  const consent = exportConsent(project, coding, people, bench.audience)
  if (consent === 'withdrawn') return []
  const open = consent === 'quote'
  // On a text read no longer nobody knows what was asked before.
  const isRead = project.tables.source.get(coding.source)?.content === coding.content
  const question = isRead ? questionBefore(project, coding.source, coding.start) : undefined
  const paragraph = bench.paragraph(coding)
  const [first] = people
  const excerpt: Excerpt = {
    code: cover(path.at(-1) ?? ''),
    path: path.map(cover),
    quote: open ? cover(wordsOf(bench, coding)) : notQuoted,
    ...(open ? translationOf(bench, coding, people) : untranslated),
    participants: people.map((each) => each.pseudonym),
    source: cover(project.tables.source.get(coding.source)?.name ?? ''),
    question: cover((question && project.tables.question.get(question)?.text) ?? ''),
    paragraph,
    citation: first ? `${bench.numbers.get(first.id) ?? '?'} ¶${paragraph}` : '',
    otherCodes: otherCodes(bench, coding, beside),
    coder: cover(project.tables.coder.get(coding.coder)?.name ?? ''),
    stance: coding.stance ?? '',
    note: open ? cover(coding.note ?? '') : '',
    origin: coding.origin ?? '',
    star: coding.star === true,
    layer: coding.layer,
    start: coding.start,
    end: coding.end,
    id: coding.id,
  }
  return [{ code: coding.code, people, excerpt }]
}

function otherCodes({ paths, cover }: Bench, coding: Coding, beside: readonly Coding[]): readonly string[] {
  const others = beside.filter(
    (other) => other.code !== coding.code && other.content === coding.content && overlaps(other, coding),
  )
  return [...new Set(others.map((other) => cover((paths.get(other.code) ?? []).join(' › '))))]
}

function wordsOf({ project, texts }: Bench, coding: Coding): string {
  const content = texts(coding.content)
  if (content === undefined) return ''
  const isRead = project.tables.source.get(coding.source)?.content === coding.content
  if (isRead || turnsOf(project, coding.source).length === 0)
    return quoteText(content, spokenSpans(project, coding))?.text ?? ''
  const words = earlierWords(content, coding)
  return words === null ? notQuoted : (quoteText(content, [words])?.text ?? '')
}

const untranslated = { translation: '', translatedBy: '' }

/** A translation says more than the passage, so all that it says must be open too. */
function translationOf(
  { project, texts, audience, cover }: Bench,
  coding: Coding,
  people: readonly Participant[],
): Pick<Excerpt, 'translation' | 'translatedBy'> {
  if (project.tables.translation.size === 0) return untranslated
  const found = translatedPassage(project, texts, coding, spokenSpans(project, coding))
  if (!found || !mayTellTranslation(project, coding, found, people, audience)) return untranslated
  return { translation: cover(found.text), translatedBy: cover(translationLabel(found)) }
}
