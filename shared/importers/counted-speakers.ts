import type { DraftSpeaker, DraftTurn } from './source-draft.ts'

/** Labels with the number of turns that carry each. */
export function countedSpeakers(
  labels: readonly string[],
  turns: readonly Pick<DraftTurn, 'speaker'>[],
): readonly Pick<DraftSpeaker, 'label' | 'turns'>[] {
  const counts = labels.map(() => 0)
  for (const { speaker } of turns) if (speaker !== null) counts[speaker] = (counts[speaker] ?? 0) + 1
  return labels.map((label, i) => ({ label, turns: counts[i] ?? 0 }))
}
