import { expect } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'
import { unsound } from './read-file.ts'

/** Whatever a file holds, it comes in sound or is turned away with a sentence. */
export async function expectSoundOrSentence(name: string, bytes: Uint8Array): Promise<void> {
  const outcome = await readSource({ name, bytes })
  if (outcome.ok) expectSound(outcome.draft)
  else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
}

/** A sound draft, with no time before the start or without end. */
export function expectSound(draft: SourceDraft): void {
  expect(unsound(draft)).toEqual([])
  const times = [...draft.turns.map((turn) => turn.time), ...draft.syncPoints.map((point) => point.time)]
  expect(times.every((time) => time === null || (time >= 0 && Number.isFinite(time)))).toBe(true)
}
