import type { Coding, Stance } from '../model/entities.ts'
import type { SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { LayerChoice } from '../model/report-entities.ts'

/** The codings a figure or report reads, each passage and code once. */
export interface LayerReading {
  readonly choice: LayerChoice
  /** The layer in words, to stand beside every number: "the agreed coding". */
  readonly name: string
  /** Codings of each source in order of position. Several coders' coding of one passage with one code is one
      coding here: starred or flagged when any of them is, its stance as `commonStance` says. */
  readonly bySource: ReadonlyMap<SourceId, readonly Coding[]>
}

/** Reads one layer of a project. Without a choice: the agreed layer where anything is agreed, else all coders'. */
export function readLayer(project: Project, choice?: LayerChoice): LayerReading {
  const bySource = new Map<SourceId, readonly Coding[]>()
  const chosen = choice ?? 'all'
  for (const [source, codings] of project.codings) {
    const plain = plainStretch(codings, chosen)
    // Whatever stops a stretch tells at once that something is agreed, without a look at all codings beforehand.
    if (choice === undefined && hasAgreed(codings, plain)) return readLayer(project, 'agreed')
    const read = plain === codings.length ? codings : eachOnce(codings, plain, chosen)
    if (read.length > 0) bySource.set(source, read)
  }
  return { choice: chosen, name: layerName(project, chosen), bySource }
}

/** What several coders' stances on one passage come to. A stance stated outweighs none and a report about others;
    overcome implies the barrier was there; yes and no together are mixed. The order of coders does not matter. */
export function commonStance(a: Stance | undefined, b: Stance | undefined): Stance | undefined {
  if (a === b || b === undefined) return a
  if (a === undefined || a === 'reports') return b
  if (b === 'reports') return a
  const among = (stance: Stance) => a === stance || b === stance
  return among('mixed') || among('denies') ? 'mixed' : 'overcome'
}

function layerName(project: Project, choice: LayerChoice): string {
  if (choice === 'agreed') return 'the agreed coding'
  if (choice !== 'all')
    return `the coding of ${project.tables.coder.get(choice)?.name ?? 'a coder who is no longer here'}`
  return project.tables.coder.size > 1 ? 'all coders’ coding together' : 'all coding'
}

function hasAgreed(codings: readonly Coding[], from: number): boolean {
  for (let i = from; i < codings.length; i++) if (codings[i]?.layer === 'agreed') return true
  return false
}

function eachOnce(codings: readonly Coding[], plain: number, choice: LayerChoice): readonly Coding[] {
  const read = codings.slice(0, plain)
  for (let i = plain; i < codings.length; i++) {
    const coding = codings[i]
    if (!coding || !inLayer(coding, choice)) continue
    const twin = twinOf(read, coding)
    const known = twin < 0 ? undefined : read[twin]
    if (known) read[twin] = joined(known, coding)
    else read.push(coding)
  }
  return read
}

/** How many codings from the first on belong to the layer and share their place with none before: mostly all of them,
    and then nothing has to be copied. */
function plainStretch(codings: readonly Coding[], choice: LayerChoice): number {
  let start = -1
  let end = -1
  for (let i = 0; i < codings.length; i++) {
    const coding = codings[i]
    if (!coding || !inLayer(coding, choice) || (coding.start === start && coding.end === end)) return i
    start = coding.start
    end = coding.end
  }
  return codings.length
}

function inLayer(coding: Coding, choice: LayerChoice): boolean {
  if (choice === 'agreed') return coding.layer === 'agreed'
  return coding.layer === 'own' && (choice === 'all' || coding.coder === choice)
}

/** Codings of one passage stand beside one another, so only the last few are looked at. */
function twinOf(read: readonly Coding[], coding: Coding): number {
  for (let i = read.length - 1; i >= 0; i--) {
    const other = read[i]
    if (!other || other.start !== coding.start || other.end !== coding.end) return -1
    if (other.code === coding.code && other.content === coding.content) return i
  }
  return -1
}

function joined(a: Coding, b: Coding): Coding {
  const stance = commonStance(a.stance, b.stance)
  const origin = a.origin ?? b.origin
  const note = a.note ?? b.note
  return {
    ...a,
    ...(stance ? { stance } : {}),
    ...(origin ? { origin } : {}),
    ...(note !== undefined ? { note } : {}),
    ...(a.star || b.star ? { star: true } : {}),
    ...(a.flag || b.flag ? { flag: true } : {}),
  }
}
