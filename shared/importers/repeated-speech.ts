import type { Speech } from './caption-speech.ts'
import { notice } from './notice.ts'
import type { ImportNotice } from './source-draft.ts'

/** Speech recognition invents: the same sentence three times running is worth a look. It is kept. */
export function repeatedSpeech(spoken: readonly Speech[]): readonly ImportNotice[] {
  const same = spoken.filter(
    (speech, i) =>
      i > 1 &&
      speech.text.includes(' ') &&
      speech.text === spoken[i - 1]?.text &&
      speech.text === spoken[i - 2]?.text,
  )
  const what = [
    'caption that repeats the two before it word for word; speech recognition may have made it up',
    'captions that repeat the two before them word for word; speech recognition may have made them up',
  ] as const
  return notice('doubt', same.length, what, [...new Set(same.map((each) => each.text))])
}
