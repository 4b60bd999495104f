import type { SpeakerRole } from '../model/entities.ts'
import { countedSpeakers } from './counted-speakers.ts'
import type { DecodedText } from './decode-text.ts'
import { guessRoles } from './guess-roles.ts'
import { cleanLabel } from './label-grammar.ts'
import { likelyMerges } from './likely-merges.ts'
import type { DraftBlock, DraftTurn, ImportNotice, SourceDraft, SyncPoint } from './source-draft.ts'
import type { Utterance } from './utterance.ts'
import { wordsInTurns } from './words-in-turns.ts'

/** What a format knows besides the words. */
export interface SpokenHead extends Pick<SourceDraft, 'name' | 'format' | 'layout' | 'units' | 'attributes'> {
  readonly notices: readonly ImportNotice[]
  /** Roles the file states itself, by label. */
  readonly roles?: ReadonlyMap<string, SpeakerRole>
}

/** The draft of a transcript whose format states who speaks: one line an utterance, names beside the text,
    directions and headings on lines of their own. */
export function draftUtterances(
  utterances: readonly Utterance[],
  decoded: DecodedText,
  { roles, notices, ...head }: SpokenHead,
): SourceDraft {
  const labels = new Map<string, number>()
  const turns: DraftTurn[] = []
  const blocks: DraftBlock[] = []
  const syncPoints: SyncPoint[] = []
  let start = 0
  for (const { kind, speaker, text, marks, time, endTime } of utterances) {
    const end = start + text.length
    if (kind === 'speech')
      turns.push({ label: start, start, end, speaker: indexOf(labels, speaker), time, endTime })
    else blocks.push({ kind, start, end })
    for (const mark of marks) syncPoints.push({ position: start + mark.position, time: mark.time })
    start = end + 1
  }
  const text = utterances.map((each) => each.text).join('\n')
  const speakers = countedSpeakers([...labels.keys()], turns)
  return {
    ...head,
    text,
    words: wordsInTurns(text, []),
    turns,
    turnsAre: labels.size > 0 ? 'stated' : 'none',
    speakers: guessRoles(speakers, turns, text, head.attributes).map((each) => ({
      ...each,
      role: roles?.get(each.label) ?? each.role,
    })),
    likelyMerges: likelyMerges(speakers),
    blocks,
    syncPoints,
    encoding: decoded.encoding,
    notices: [...decoded.notices, ...notices],
  }
}

/** A name as a label: cleaned, at most 80 units; null where nothing is left of it. */
export function speakerLabel(written: string | null | undefined): string | null {
  const label = cleanLabel((written ?? '').slice(0, 200))
    .slice(0, 80)
    .trim()
    .toWellFormed()
  return label === '' ? null : label
}

function indexOf(labels: Map<string, number>, speaker: string | null): number | null {
  if (speaker === null) return null
  const index = labels.get(speaker) ?? labels.size
  labels.set(speaker, index)
  return index
}
