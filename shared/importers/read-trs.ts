import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import type { FileLines } from './file-lines.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { ImportNotice, ImportOutcome } from './source-draft.ts'
import { statedLabel } from './stated-label.ts'
import {
  type Topic,
  type TranscriberFile,
  type TranscriberTurn,
  transcriberTurns,
} from './transcriber-turns.ts'
import { type Utterance, utteranceOf } from './utterance.ts'

/** A Transcriber file as a draft: each turn a turn; where two speak at once, each voice has one of its own. */
export function readTrs(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = transcriberTurns(decoded.text)
  if (!file.ok) return file
  const lines = decoded.lines()
  const told = file.turns.map((turn) => ({ turn, utterances: utterancesOf(turn, file.speakers, lines) }))
  const utterances = told.flatMap((each) => each.utterances)
  if (!utterances.some((each) => each.kind === 'speech'))
    return {
      ok: false,
      problem: 'This Transcriber file has no words in its turns: check there that it is the right one.',
    }
  const draft = draftSpeech(utterances, {
    name: sourceNameOf(fileName),
    format: 'trs',
    layout: 'Transcriber transcript (TRS)',
    units: file.syncs,
    attributes: file.attributes,
    encoding: decoded.encoding,
    notices: [...decoded.notices, ...trsNotices(file, told)],
  })
  return { ok: true, draft }
}

function utterancesOf(
  turn: TranscriberTurn,
  names: ReadonlyMap<string, string>,
  lines: FileLines,
): readonly Utterance[] {
  const nameOf = (id: string | undefined): string | null => statedLabel(names.get(id ?? '') ?? id)
  const together = statedLabel(turn.speakers.map(nameOf).join(' + '))
  const heading = turn.topic === null ? null : headingOf(turn.topic, lines)
  const place = numberedPlace(turn.element, lines)
  const spoken = turn.voices.flatMap(({ voice, pieces, words }) => {
    const speaker = voice === 0 ? together : nameOf(turn.speakers[voice - 1])
    const placed = pieces.map((piece) => ({ ...piece, place }))
    const utterance = utteranceOf(speaker, placed, speaker === null && !words ? 'direction' : 'speech')
    return utterance === null ? [] : [utterance]
  })
  return heading === null ? spoken : [heading, ...spoken]
}

function headingOf({ name, from, to }: Topic, lines: FileLines): Utterance | null {
  const place = { kind: 'line', ...lines.stretch(from, to) } as const
  return utteranceOf(null, [{ text: name, time: null, endTime: null, place }], 'heading')
}

function trsNotices(
  file: TranscriberFile,
  told: readonly { readonly turn: TranscriberTurn; readonly utterances: readonly Utterance[] }[],
): readonly ImportNotice[] {
  const second = told.reduce((sum, { utterances }) => {
    const speech = utterances.filter((each) => each.kind === 'speech').length
    return sum + Math.max(0, speech - 1)
  }, 0)
  const silent = told.filter(({ utterances }) => utterances.every((each) => each.kind === 'heading')).length
  return [
    ...notice('doubt', second, [
      'turn spoken at the same time as the one above it',
      'turns spoken at the same time as the one above them',
    ]),
    ...notice('dropped', silent, ['turn without words left out', 'turns without words left out']),
    ...notice(
      'dropped',
      file.leftOut.length,
      [
        'mark (pronunciation, language, background or comment) left out',
        'marks (pronunciation, language, background or comment) left out',
      ],
      file.leftOut,
    ),
  ]
}
