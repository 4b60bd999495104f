import type { Edit } from '../change/change.ts'
import { create, remove, update } from '../change/edit.ts'
import type { DraftTurn } from '../importers/source-draft.ts'
import type { Source, Turn } from '../model/entities.ts'
import type { SourceId, SpeakerId } from '../model/ids.ts'
import { type Project, turnsOf } from '../model/project.ts'
import type { TextAlignment } from '../text/align-texts.ts'
import type { CorrectedVersion, Correction } from './correction.ts'
import type { CorrectionOutcome } from './correction-outcome.ts'
import type { Making } from './making.ts'
import { matchSpeakers, unknownLabels } from './match-speakers.ts'
import { matchTurns } from './match-turns.ts'

/** Turns of the better text, in order, and the edits that make them. */
export interface CorrectedTurns {
  readonly turns: readonly Turn[]
  readonly edits: readonly Edit[]
  readonly outcome: Pick<CorrectionOutcome, 'turns' | 'newSpeakers'>
}

/** The turns a source has, moved to its better text. Words put in at a turn's ends belong to it; a turn whose words are
    gone stays, empty, as somebody's silence. */
export function mappedTurns(project: Project, source: Source, alignment: TextAlignment): CorrectedTurns {
  const old = turnsOf(project, source.id)
  let reached = 0
  const turns = old.map((turn): Turn => {
    const label = Math.max(reached, alignment.mapPosition(turn.label, -1))
    const start = Math.max(label, alignment.mapPosition(turn.start, -1))
    const end = Math.max(start, alignment.mapPosition(turn.end, 1))
    reached = end
    return { ...turn, label, start, end }
  })
  return {
    turns,
    edits: old.flatMap((turn, i) => movedTurn(turn, turns[i])),
    outcome: { turns: { kept: old.length, added: 0, removed: 0 }, newSpeakers: [] },
  }
}

// Where a turn changes its text, `before` and `after` count in two contents; the source's edit names both.
function movedTurn(turn: Turn, now: Turn | undefined): Edit[] {
  return now ? [update('turn', turn, now)] : []
}

/** Turns and speakers as a new version of the file has them: those that survive keep their identity, and with it their
    question; speakers keep role and participant. */
export function matchedTurns(
  project: Project,
  source: Source,
  { alignment, content }: Correction,
  version: CorrectedVersion,
  making: Making,
): CorrectedTurns {
  const old = turnsOf(project, source.id)
  const fresh = version.draft.turns
  const match = matchTurns(old, fresh, alignment)
  const matched = { old, match, draft: version.draft }
  const heard = matchSpeakers(project, source.id, matched, alignment, version.participants ?? {}, making)
  const turns = fresh.map((turn, i) =>
    asTurn(source.id, turn, old[match[i] ?? -1], heard.speakerOf(i), making),
  )
  const kept = new Set(match)
  const gone = old.filter((_, i) => !kept.has(i))
  const edits = turns.map((turn, i) => {
    const was = old[match[i] ?? -1]
    return was ? update('turn', was, { ...bare, ...turn }) : { ...create('turn', turn), content }
  })
  return {
    turns,
    edits: [
      ...gone.map((turn) => ({ ...remove('turn', turn), content: source.content })),
      ...heard.edits(turns),
      ...edits,
    ],
    outcome: {
      turns: {
        kept: old.length - gone.length,
        added: fresh.length - (old.length - gone.length),
        removed: gone.length,
      },
      newSpeakers: heard.added,
    },
  }
}

/** Labels of a new version that no speaker of the source answers to yet: who they are is still to be said. */
export function newLabels(
  project: Project,
  source: SourceId,
  alignment: TextAlignment,
  draft: CorrectedVersion['draft'],
): ReadonlySet<string> {
  const old = turnsOf(project, source)
  const match = matchTurns(old, draft.turns, alignment)
  return unknownLabels(project, source, { old, match, draft })
}

/** What a turn may lack: an update takes away what the new version does not say. */
const bare = { speaker: undefined, time: undefined, endTime: undefined, question: undefined }

function asTurn(
  source: SourceId,
  { label, start, end, time, endTime }: DraftTurn,
  was: Turn | undefined,
  speaker: SpeakerId | undefined,
  making: Making,
): Turn {
  const begin = time ?? was?.time
  // An end that was stated for another beginning would be no end.
  const stop = endTime ?? (time === null ? was?.endTime : undefined)
  return {
    id: was?.id ?? making.newId<'turn'>(),
    source,
    label,
    start,
    end,
    ...(speaker ? { speaker } : {}),
    ...(begin === undefined ? {} : { time: begin }),
    ...(stop === undefined ? {} : { endTime: stop }),
    ...(was?.question ? { question: was.question } : {}),
  }
}
