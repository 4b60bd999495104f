import type { SpeakerRole } from '../model/entities.ts'
import { type ChatFile, type ChatLine, chatLines } from './chat-lines.ts'
import { cuePlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { sourceNameOf } from './file-name.ts'
import { leftOutTiers } from './left-out-tiers.ts'
import { notice } from './notice.ts'
import type { Place } from './origin.ts'
import { plainChat } from './plain-chat.ts'
import type { ImportNotice, ImportOutcome } from './source-draft.ts'
import { statedLabel } from './stated-label.ts'
import { type Utterance, utteranceOf } from './utterance.ts'

/** A CHAT transcript as a draft: each main line a turn in plain words; roles as its participants line states them. */
export function readCha(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = chatLines(decoded.text)
  const lines = decoded.lines()
  const told = file.lines.map((line, i) =>
    tellLine(line, cuePlace(i + 1, lines.lines(line.first, line.last))),
  )
  const utterances = told.flatMap((each) => each.utterance ?? [])
  if (utterances.length === 0)
    return {
      ok: false,
      problem: 'This CHAT transcript has no main lines with words: check that it is the right one.',
    }
  const draft = draftSpeech(utterances, {
    name: sourceNameOf(fileName),
    format: 'cha',
    layout: 'CHAT transcript (CHA)',
    units: file.lines.length,
    attributes: chatAttributes(file),
    encoding: decoded.encoding,
    notices: [...decoded.notices, ...chatNotices(file, told)],
    roles: statedRoles(file),
  })
  return { ok: true, draft }
}

interface ToldLine {
  readonly utterance: Utterance | null
  readonly codes: readonly string[]
  readonly fillers: readonly string[]
}

function tellLine(line: ChatLine, place: Place): ToldLine {
  const plain = line.pieces.map((piece) => ({ piece, ...plainChat(piece.text) }))
  const utterance = utteranceOf(
    statedLabel(line.code),
    plain.map(({ piece, text }) => ({ ...piece, text: `${text} `, place })),
  )
  return {
    utterance: utterance !== null && /[\p{L}\p{N}[(]/u.test(utterance.text) ? utterance : null,
    codes: plain.flatMap((each) => each.codes),
    fillers: plain.flatMap((each) => each.fillers),
  }
}

/** `@Participants: CHI Ross Target_Child, INV Investigator`: code, maybe a name, role. */
function participants(file: ChatFile): readonly { readonly code: string; readonly role: string }[] {
  return file.headers
    .filter((header) => header.name === 'Participants')
    .flatMap((header) => header.value.slice(0, 20_000).split(','))
    .flatMap((each) => {
      const words = each.trim().split(/\s+/)
      const [code = ''] = words
      return code === '' ? [] : [{ code, role: words.length > 1 ? (words.at(-1) ?? '') : '' }]
    })
}

function statedRoles(file: ChatFile): ReadonlyMap<string, SpeakerRole> {
  return new Map(
    participants(file).flatMap(({ code, role }): readonly (readonly [string, SpeakerRole])[] => {
      if (role === '') return []
      const label = statedLabel(code) ?? code
      if (/^(?:Investigator|Interviewer|Examiner|Therapist|Teacher|Moderator)$/i.test(role))
        return [[label, 'interviewer']]
      return [[label, /^(?:Unidentified|Environment|Media|Text)$/i.test(role) ? 'unknown' : 'participant']]
    }),
  )
}

function chatAttributes(file: ChatFile): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const { name, value } of file.headers) {
    const isFact = value !== '' && !/^(?:ID|PID|Font|Window|Color words|Options|__proto__)$/.test(name)
    if (isFact && !Object.hasOwn(attributes, name) && Object.keys(attributes).length < 40)
      attributes[name] = value.slice(0, 500).toWellFormed()
  }
  return attributes
}

function chatNotices(file: ChatFile, told: readonly ToldLine[]): readonly ImportNotice[] {
  const codes = told.flatMap((each) => each.codes)
  const fillers = told.flatMap((each) => each.fillers)
  return [
    ...leftOutTiers([...file.tiers].map(([name, count]) => ({ name: `%${name}`, count }))),
    ...notice(
      'dropped',
      codes.length,
      [
        'code left out (the words it stands with are kept)',
        'codes left out (the words they stand with are kept)',
      ],
      [...new Set(codes)],
    ),
    ...notice(
      'dropped',
      fillers.length,
      ['filler or piece of a word left out', 'fillers or pieces of words left out'],
      [...new Set(fillers)],
    ),
    ...notice('dropped', told.filter((each) => each.utterance === null).length, [
      'line without words left out',
      'lines without words left out',
    ]),
    ...notice(
      'dropped',
      file.inside.length,
      ['header between the lines left out', 'headers between the lines left out'],
      file.inside.map(({ name, value }) => `${name}: ${value}`),
    ),
    ...notice(
      'dropped',
      file.strays.length,
      ['line that is not CHAT left out', 'lines that are not CHAT left out'],
      file.strays,
    ),
  ]
}
