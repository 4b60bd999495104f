import type { SpeakerRole } from '../model/entities.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { ImportOutcome } from './source-draft.ts'
import { statedLabel } from './stated-label.ts'
import { type TeiFile, teiUtterances } from './tei-utterances.ts'
import { hasSpacedWords, teiPieces } from './tei-words.ts'
import { type Utterance, utteranceOf } from './utterance.ts'

/** A TEI transcription of speech as a draft: each `u` a turn, words joined as their marks say, pauses and incidents in
    brackets; directions between utterances and headings on lines of their own. */
export function readTei(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = teiUtterances(decoded.text)
  if (!file.ok) return file
  const lines = decoded.lines()
  const spaced = hasSpacedWords(file.utterances.map((each) => each.items))
  const utterances = file.utterances.flatMap((each): readonly Utterance[] => {
    const place = numberedPlace(each.element, lines)
    const pieces = teiPieces(each, spaced).map((piece) => ({ ...piece, place }))
    const utterance = utteranceOf(whoOf(each.who, file), pieces, each.kind)
    return utterance === null ? [] : [utterance]
  })
  if (!utterances.some((each) => each.kind === 'speech')) return { ok: false, problem: NO_SPEECH }
  const spoken = file.utterances.filter((each) => each.kind === 'speech').length
  const draft = draftSpeech(utterances, {
    name: sourceNameOf(fileName),
    format: 'tei',
    layout: 'TEI transcript (XML)',
    units: spoken,
    attributes: file.title === '' ? {} : { Title: file.title },
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...notice('dropped', spoken - utterances.filter((each) => each.kind === 'speech').length, [
        'utterance without words left out',
        'utterances without words left out',
      ]),
      ...notice(
        'dropped',
        file.leftOut.length,
        [
          'annotation, note or text outside utterances left out',
          'annotations, notes and texts outside utterances left out',
        ],
        file.leftOut,
      ),
    ],
    roles: rolesOf(file),
  })
  return { ok: true, draft }
}

const NO_SPEECH =
  'This TEI file has no utterances (u) with words in them, so it is no transcript of speech: save its text as plain text or DOCX.'

/** Names of everyone that `who` points to: `#A`, `s:A`, `#A #B`. */
function whoOf(who: string, file: TeiFile): string | null {
  const names = who
    .split(/\s+/)
    .filter((reference) => reference !== '')
    .slice(0, 40)
    .map((reference) => {
      const id = reference.slice(Math.max(reference.lastIndexOf('#'), reference.lastIndexOf(':')) + 1)
      const name = file.people.get(id)?.name ?? ''
      return name === '' ? id : name
    })
  return statedLabel(names.join(' + '))
}

function rolesOf(file: TeiFile): ReadonlyMap<string, SpeakerRole> {
  return new Map(
    [...file.people].flatMap(([id, { name, role }]): readonly (readonly [string, SpeakerRole])[] => {
      const label = statedLabel(name === '' ? id : name)
      return label !== null && /interviewer|investigator|moderator|interviewende/i.test(role)
        ? [[label, 'interviewer']]
        : []
    }),
  )
}
