import { idIn, type PassageRead, type StandardContext } from './read-context.ts'
import { childrenOf, type XmlElement } from './read-xml.ts'
import { wholeNumber } from './whole-number.ts'

/** A transcript's times (positions and milliseconds, flat pairs in order), and its passages, which stand between two
    such times. */
export function readTranscript(
  context: StandardContext,
  transcript: XmlElement,
  at: (stated: number) => number,
): { readonly times: readonly number[]; readonly passages: readonly PassageRead[] } {
  const points = new Map<string, { readonly position: number; readonly time: number | undefined }>()
  for (const element of childrenOf(transcript, 'SyncPoint')) {
    const position = element.attributes.get('position')
    if (position === undefined) continue
    const time = element.attributes.get('timeStamp')
    points.set(idIn(element, 'guid', `point ${points.size}`), {
      position: at(wholeNumber(position)),
      time: time === undefined ? undefined : wholeNumber(time),
    })
  }
  const passages = childrenOf(transcript, 'TranscriptSelection').map((element): PassageRead => {
    const [from, to] = ['fromSyncPoint', 'toSyncPoint'].map((name) => points.get(idIn(element, name, '')))
    const span = { start: from?.position ?? 0, end: to?.position ?? from?.position ?? 0 }
    if (!from || !to) context.tally.repaired('passages of transcripts name a time that is not there')
    return { element, codings: childrenOf(element, 'Coding'), span }
  })
  return { times: inOrder([...points.values()]), passages }
}

function inOrder(
  points: readonly { readonly position: number; readonly time: number | undefined }[],
): readonly number[] {
  const sorted = points
    .flatMap(({ position, time }) => (time === undefined || time < 0 ? [] : [{ position, time }]))
    .sort((a, b) => a.position - b.position || a.time - b.time)
  // A time that runs backwards, or a second one at one place, cannot be followed.
  const kept: number[] = []
  for (const { position, time } of sorted)
    if (kept.length === 0 || (position > (kept.at(-2) ?? 0) && time >= (kept.at(-1) ?? 0)))
      kept.push(position, time)
  return kept
}
