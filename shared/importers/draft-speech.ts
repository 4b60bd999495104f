import type { SpeakerRole } from '../model/entities.ts'
import { countedSpeakers } from './counted-speakers.ts'
import { guessRoles } from './guess-roles.ts'
import { likelyMerges } from './likely-merges.ts'
import type { Origin } from './origin.ts'
import type { DraftBlock, DraftTurn, SourceDraft, SyncPoint } from './source-draft.ts'
import type { Utterance } from './utterance.ts'
import { wordsInTurns } from './words-in-turns.ts'

/** What a format knows of its draft besides the speech itself. */
export interface SpeechHead
  extends Pick<SourceDraft, 'name' | 'format' | 'layout' | 'attributes' | 'units' | 'notices'>,
    Partial<Pick<SourceDraft, 'encoding'>> {
  /** Roles the file states itself, by label. */
  readonly roles?: ReadonlyMap<string, SpeakerRole>
}

/** The draft of a transcript whose format states who speaks: a paragraph an utterance, names and times beside the text,
    directions and headings on lines of their own. */
export function draftSpeech(utterances: readonly Utterance[], head: SpeechHead): SourceDraft {
  const { roles, ...known } = head
  const { labels, turns, blocks, syncPoints, origins } = laidOut(utterances)
  const text = utterances.map((each) => each.text).join('\n')
  const speakers = countedSpeakers(labels, turns)
  return {
    ...known,
    text,
    words: wordsInTurns(text, []),
    turns,
    turnsAre: labels.length > 0 ? 'stated' : 'none',
    speakers: guessRoles(speakers, turns, text, head.attributes).map((each) => ({
      ...each,
      role: roles?.get(each.label) ?? each.role,
    })),
    likelyMerges: likelyMerges(speakers),
    blocks,
    syncPoints,
    origins,
  }
}

interface LaidOut extends Pick<SourceDraft, 'turns' | 'blocks' | 'syncPoints'> {
  readonly labels: readonly string[]
  readonly origins: readonly Origin[]
}

function laidOut(utterances: readonly Utterance[]): LaidOut {
  const labels = new Map<string, number>()
  const turns: DraftTurn[] = []
  const blocks: DraftBlock[] = []
  const syncPoints: SyncPoint[] = []
  const origins: Origin[] = []
  let start = 0
  for (const { kind, speaker, text, marks, origins: own, time, endTime } of utterances) {
    const end = start + text.length
    if (kind === 'speech')
      turns.push({ label: start, start, end, speaker: indexOf(labels, speaker), time, endTime })
    else blocks.push({ kind, start, end })
    for (const mark of marks) syncPoints.push({ position: start + mark.position, time: mark.time })
    for (const each of own)
      if (each.place !== origins.at(-1)?.place) origins.push({ start: start + each.start, place: each.place })
    start = end + 1
  }
  return { labels: [...labels.keys()], turns, blocks, syncPoints, origins }
}

function indexOf(labels: Map<string, number>, speaker: string | null): number | null {
  if (speaker === null) return null
  const index = labels.get(speaker) ?? labels.size
  labels.set(speaker, index)
  return index
}
