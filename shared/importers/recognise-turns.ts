import { isTellingLabel, labelKind } from './label-grammar.ts'
import { bareLabel, type LabelLine, labelLine, timeOnLine } from './label-lines.ts'
import { roleWordOf } from './role-words.ts'
import type { DraftTurn } from './source-draft.ts'
import { sureStrokes } from './sure-strokes.ts'
import type { TextLine } from './text-lines.ts'

/** Turns found in running text, and how sure that is. */
export interface Recognised {
  readonly verdict: 'stated' | 'recognised' | 'suggested' | 'none'
  readonly turns: readonly DraftTurn[]
  readonly labels: readonly string[]
  /** Where the head ends: the first turn's label, or the text's length. */
  readonly headEnd: number
  /** Labels taken although they were seen only once. */
  readonly weak: readonly string[]
}

/** Finds turns in text by the labels that lines begin with. `skipped` lines (headings, code, tables) hold no label;
    `known` gives labels that the format marks by other means, such as bold type. Headings end a turn, unless the same
    voice speaks on below them. */
export function recogniseTurns(
  lines: readonly TextLine[],
  skipped: ReadonlySet<number>,
  known: ReadonlyMap<number, LabelLine>,
  headings: ReadonlySet<number>,
): Recognised {
  const paragraphs = lines.flatMap((line, i) => (line.blank ? [] : [i]))
  const marked = sureStrokes(
    paragraphs.flatMap((i) =>
      found(i, skipped.has(i) ? null : (known.get(i) ?? labelLine(lines[i]?.text ?? ''))),
    ),
  )
  const first = judge(marked, paragraphs)
  const verdict =
    first.verdict === 'recognised'
      ? first
      : better(first, judge(withBare(marked, lines, skipped), paragraphs))
  if (verdict.verdict === 'none')
    return { verdict: 'none', turns: [], labels: [], headEnd: lines.at(-1)?.end ?? 0, weak: [] }
  const pool = verdict.bare ? withBare(marked, lines, skipped) : marked
  const weak = weakLabels(pool, verdict)
  const taken = pool.filter((each) => verdict.labels.has(each.found.label) || weak.has(each.found.label))
  return { ...buildTurns(taken, lines, headings), verdict: verdict.verdict, weak: [...weak] }
}

interface Candidate {
  readonly line: number
  readonly found: LabelLine
}

interface Judgement {
  readonly verdict: Recognised['verdict']
  readonly labels: ReadonlySet<string>
  readonly firstLine: number
  readonly bare: boolean
}

function found(line: number, label: LabelLine | null): readonly Candidate[] {
  return label === null ? [] : [{ line, found: label }]
}

function better(a: Judgement, b: Judgement): Judgement {
  return b.verdict === 'recognised' || (a.verdict === 'none' && b.verdict !== 'none') ? b : a
}

/** Lines that hold only a name count where words follow below, and an empty line or a time stands above, or a time
    between the two. */
function withBare(
  marked: readonly Candidate[],
  lines: readonly TextLine[],
  skipped: ReadonlySet<number>,
): readonly Candidate[] {
  const taken = new Set(marked.map((each) => each.line))
  const bare = lines.flatMap((line, i) => {
    if (line.blank || taken.has(i) || skipped.has(i) || line.text.length > 60) return []
    const above = lines[i - 1]
    const below = lines[i + 1]
    if (below === undefined || below.blank) return []
    const time = timeOnLine(below.text) ?? timeOnLine(above?.text ?? '')
    if (time === null && above?.blank === false) return []
    const label = bareLabel(line.text)
    return found(i, label === null ? null : { ...label, time })
  })
  return [...marked, ...bare].toSorted((a, b) => a.line - b.line)
}

function judge(candidates: readonly Candidate[], paragraphs: readonly number[]): Judgement {
  const counts = new Map<string, number>()
  for (const {
    found: { label },
  } of candidates)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  const frequent = new Set(
    [...counts]
      .filter(([label, count]) => isFrequent(label, count, paragraphs.length))
      .map(([label]) => label),
  )
  const labels = withTimed(
    frequent.size > 0 ? frequent : new Set([...counts.keys()].filter(isRoleOrCode)),
    candidates,
  )
  const turns = candidates.filter((each) => labels.has(each.found.label))
  const firstLine = turns[0]?.line ?? 0
  const verdict = verdictOn(turns, labels, paragraphs.filter((line) => line >= firstLine).length)
  return { verdict, labels, firstLine, bare: turns.some((each) => each.found.style === 'bare') }
}

/** Where most labels stand with a time, one is enough for a voice. */
function withTimed(labels: ReadonlySet<string>, candidates: readonly Candidate[]): ReadonlySet<string> {
  const timed = candidates.filter(
    ({ found: { style, time } }) => time !== null && (style === 'time' || style === 'bracket'),
  )
  return timed.length * 5 >= candidates.length * 3
    ? new Set([...labels, ...timed.map((each) => each.found.label)])
    : labels
}

function isRoleOrCode(label: string): boolean {
  const kind = labelKind(label)
  return kind === 'role' || kind === 'code'
}

function isFrequent(label: string, count: number, paragraphs: number): boolean {
  const kind = labelKind(label)
  if (kind === 'handle') return count >= 4 && count >= paragraphs * 0.03
  return count >= 2
}

/** The thresholds were measured on some thousand transcripts and as many other texts (recall and precision near .99). */
function verdictOn(
  turns: readonly Candidate[],
  labels: ReadonlySet<string>,
  paragraphs: number,
): Recognised['verdict'] {
  if (turns.length < 2) return 'none'
  const coverage = turns.length / Math.max(1, paragraphs)
  if (labels.size === 1) return turns.length >= 6 && coverage >= 0.15 ? 'recognised' : 'none'
  const changes =
    turns.filter((turn, i) => i > 0 && turn.found.label !== turns[i - 1]?.found.label).length /
    (turns.length - 1)
  const timed = turns.filter((turn) => turn.found.time !== null).length / turns.length
  const alternates = changes >= 0.25 || (timed >= 0.6 && changes >= 0.02)
  if (turns.length >= labels.size * 3 && alternates && coverage >= 0.12) return 'recognised'
  if (alternates && saysItsRoles(turns, labels) && coverage >= 0.3) return 'recognised'
  if (alternates && timed >= 0.6 && coverage >= 0.3) return 'recognised'
  if (changes >= 0.6 && turns.length >= 12 && labels.size <= 4 && coverage >= 0.04) return 'suggested'
  return alternates && coverage >= 0.6 && turns.length >= 4 ? 'suggested' : 'none'
}

/** Short exchanges count when somebody is labelled as the interviewer and the others by a role, a code or a name. */
function saysItsRoles(turns: readonly Candidate[], labels: ReadonlySet<string>): boolean {
  const kinds = [...labels].map((label) => labelKind(label))
  const interviewer = turns.some(
    ({ found: { label } }) => roleWordOf(label) === 'interviewer' || /^(?:I|Q)$/.test(label),
  )
  return interviewer && kinds.every((kind) => kind !== 'handle')
}

/** Labels seen once that are written like the accepted ones and name a role, a code or a whole name. */
function weakLabels(pool: readonly Candidate[], verdict: Judgement): ReadonlySet<string> {
  const accepted = pool.filter((each) => verdict.labels.has(each.found.label))
  const looks = new Set(accepted.map(look))
  const weak = pool.filter(
    (each) =>
      each.line > verdict.firstLine &&
      each.found.style !== 'bare' &&
      each.found.style !== 'tab' &&
      !verdict.labels.has(each.found.label) &&
      looks.has(look(each)) &&
      isTellingLabel(each.found.label),
  )
  return new Set(weak.map((each) => each.found.label))
}

function look({ found: { style, alone, time } }: Candidate): string {
  return `${style} ${alone} ${time !== null}`
}

function buildTurns(
  taken: readonly Candidate[],
  lines: readonly TextLine[],
  headings: ReadonlySet<number>,
): Pick<Recognised, 'turns' | 'labels' | 'headEnd'> {
  const labels: string[] = []
  const index = new Map<string, number>()
  const starts = taken.map((each) => labelStart(each, lines))
  const turns = taken.map((each, i): DraftTurn => {
    const { label } = each.found
    const speaker = index.get(label) ?? labels.push(label) - 1
    index.set(label, speaker)
    const nextLine = taken[i + 1] === undefined ? lines.length : (starts[i + 1]?.line ?? lines.length)
    return {
      ...spanOf(each, nextLine, lines, headings),
      label: starts[i]?.position ?? 0,
      speaker,
      time: each.found.time ?? starts[i]?.time ?? timeAtStart(each, lines),
      endTime: each.found.endTime,
    }
  })
  return { turns, labels, headEnd: turns[0]?.label ?? 0 }
}

/** A time right behind a label that stands alone on its line. */
function timeAtStart({ line, found: { alone } }: Candidate, lines: readonly TextLine[]): number | null {
  const below = lines[line + 1]?.text ?? ''
  const mark = alone ? /^\s{0,8}([[(][\d:.,]{4,12}[\])])/.exec(below)?.[1] : undefined
  return alone ? timeOnLine(mark ?? below) : null
}

interface LabelStart {
  readonly line: number
  readonly position: number
  readonly time: number | null
}

/** A line above that holds only a time belongs to the label. */
function labelStart(candidate: Candidate, lines: readonly TextLine[]): LabelStart {
  let above = candidate.line - 1
  while (above >= 0 && above >= candidate.line - 2 && lines[above]?.blank === true) above -= 1
  const open = candidate.found.time === null || candidate.found.style === 'bare'
  const time = open && above >= 0 ? timeOnLine(lines[above]?.text ?? '') : null
  const line = time === null ? candidate.line : above
  return { line, position: lines[line]?.start ?? 0, time }
}

function spanOf(
  candidate: Candidate,
  nextLine: number,
  lines: readonly TextLine[],
  headings: ReadonlySet<number>,
): { readonly start: number; readonly end: number } {
  const own = lines[candidate.line]
  if (own === undefined) return { start: 0, end: 0 }
  let last = nextLine - 1
  while (last > candidate.line && (lines[last]?.blank === true || headings.has(last))) last -= 1
  const end = trimmedEnd(lines[last] ?? own)
  if (!candidate.found.alone)
    return {
      start: own.start + candidate.found.spoken,
      end: Math.max(own.start + candidate.found.spoken, end),
    }
  let first = candidate.line + 1
  while (first <= last && (lines[first]?.blank === true || isTimeBelow(candidate, first, lines))) first += 1
  const begun =
    first <= last
      ? (lines[first]?.start ?? own.end)
      : Math.min(own.end + 1, lines[candidate.line + 1]?.start ?? own.end)
  return { start: begun, end: Math.max(begun, last > candidate.line ? end : begun) }
}

/** The time of a name alone on its line may stand on the line below it. */
function isTimeBelow({ line, found }: Candidate, at: number, lines: readonly TextLine[]): boolean {
  return (
    (found.time === null || found.style === 'bare') &&
    at === line + 1 &&
    timeOnLine(lines[at]?.text ?? '') !== null
  )
}

function trimmedEnd(line: TextLine): number {
  return line.start + line.text.trimEnd().length
}
