import type { Numbered } from './cue-place.ts'
import type { ImportProblem } from './source-draft.ts'
import { millisecondsOf } from './timeline.ts'
import type { Piece } from './utterance.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** A turn of a Transcriber file: one voice, or several at once. */
export interface TranscriberTurn {
  /** Ids of who speaks. */
  readonly speakers: readonly string[]
  /** Pieces of each voice: 1 is the first speaker, 0 everyone named. */
  readonly voices: readonly TranscriberVoice[]
  /** The topic that begins with this turn; null for none. */
  readonly topic: Topic | null
  readonly element: Numbered
}

/** What is talked about, and from where to where it is named in the file. */
export interface Topic {
  readonly name: string
  readonly from: number
  readonly to: number
}

export interface TranscriberVoice {
  readonly voice: number
  readonly pieces: readonly Piece[]
  /** Whether words are said, not only noises named. */
  readonly words: boolean
}

export interface TranscriberFile {
  readonly ok: true
  /** Names by ids. */
  readonly speakers: ReadonlyMap<string, string>
  readonly turns: readonly TranscriberTurn[]
  readonly syncs: number
  readonly attributes: Readonly<Record<string, string>>
  /** Marks that are neither words nor noises, in words. */
  readonly leftOut: readonly string[]
}

/** Reads the turns of a Transcriber file; noises stand in brackets between the words. */
export function transcriberTurns(xml: string): TranscriberFile | ImportProblem {
  const file: RawFile = {
    speakers: new Map(),
    topics: new Map(),
    turns: [],
    syncs: 0,
    attributes: {},
    leftOut: [],
    topic: null,
    open: null,
  }
  const problem = walkTranscriptXml(xml, 'Transcriber', {
    open: (name, attributes, end) =>
      openElement(file, name, attributes, { from: tagStart(xml, end), to: end }),
    close: (name, end) => {
      if (name !== 'Turn') return
      if (file.open !== null) file.open.element.to = end
      file.open = null
    },
    text: (text) => add(file, text, /\S/.test(text)),
  })
  return problem ?? { ok: true, ...file }
}

interface OpenPiece {
  text: string
  readonly time: number | null
  endTime: number | null
}

interface OpenTurn {
  readonly speakers: readonly string[]
  readonly voices: { readonly voice: number; readonly pieces: OpenPiece[]; words: boolean }[]
  readonly topic: Topic | null
  readonly element: { readonly number: number; readonly from: number; to: number }
  readonly endTime: number | null
  time: number | null
  voice: number
}

interface RawFile {
  readonly speakers: Map<string, string>
  readonly topics: Map<string, Topic>
  readonly turns: OpenTurn[]
  syncs: number
  readonly attributes: Record<string, string>
  readonly leftOut: string[]
  /** The topic of a section that has begun, until its first turn. */
  topic: Topic | null
  open: OpenTurn | null
}

function openElement(
  file: RawFile,
  name: string,
  attributes: Readonly<Record<string, string>>,
  tag: Omit<Topic, 'name'>,
): void {
  const get = (key: string): string => attributes[key]?.trim() ?? ''
  if (name === 'Speaker') file.speakers.set(get('id'), get('name'))
  else if (name === 'Topic') file.topics.set(get('id'), { name: get('desc'), ...tag })
  else if (name === 'Section') file.topic = file.topics.get(get('topic')) ?? null
  else if (name === 'Turn') beginTurn(file, get, tag.from)
  else if (name === 'Sync') {
    file.syncs += 1
    const time = millisecondsOf(get('time'))
    if (file.open !== null) moveOn(file.open, time)
  } else if (name === 'Who' && file.open !== null) {
    const voice = Number(get('nb'))
    file.open.voice = voice >= 1 && voice <= file.open.speakers.length ? Math.floor(voice) : 0
  } else if (name === 'Event' && isNoise(get('type')))
    add(file, ` [${noise(get('desc'), get('extent'))}] `, false)
  else if (name === 'Event' || name === 'Comment' || name === 'Background')
    file.leftOut.push([name, get('type'), get('desc')].filter((part) => part !== '').join(' '))
  else if (name === 'Trans') {
    if (get('audio_filename') !== '')
      file.attributes.Media = get('audio_filename').slice(0, 500).toWellFormed()
    if (get('scribe') !== '') file.attributes.Transcriber = get('scribe').slice(0, 500).toWellFormed()
  }
}

function beginTurn(file: RawFile, get: (key: string) => string, from: number): void {
  const speakers = get('speaker')
    .split(/\s+/)
    .filter((id) => id !== '')
    .slice(0, 40)
  const time = millisecondsOf(get('startTime'))
  file.open = {
    speakers,
    voices: [],
    topic: file.topic,
    element: { number: file.turns.length + 1, from, to: from },
    endTime: millisecondsOf(get('endTime')),
    time,
    voice: 0,
  }
  file.topic = null
  file.turns.push(file.open)
}

/** What was said up to a new point in time ends there. */
function moveOn(turn: OpenTurn, time: number | null): void {
  for (const { pieces } of turn.voices) {
    const last = pieces.at(-1)
    if (last !== undefined && last.time === turn.time) last.endTime = time ?? last.endTime
  }
  turn.time = time ?? turn.time
}

function isNoise(type: string): boolean {
  return type === '' || type === 'noise'
}

/** Longer noises are shown as Transcriber shows them, with a hyphen towards the words they lie under. */
function noise(desc: string, extent: string): string {
  const what = desc === '' ? 'noise' : desc.replace(/[[\]]/g, '')
  if (extent === 'begin' || extent === 'next') return `${what}-`
  return extent === 'end' || extent === 'previous' ? `-${what}` : what
}

function add(file: RawFile, text: string, isWords: boolean): void {
  const turn = file.open
  if (turn === null) return
  const found = turn.voices.find((each) => each.voice === turn.voice)
  const voice = found ?? { voice: turn.voice, pieces: [], words: false }
  if (found === undefined) turn.voices.push(voice)
  voice.words ||= isWords
  const last = voice.pieces.at(-1)
  if (last !== undefined && last.time === turn.time) last.text += text
  else
    voice.pieces.push({
      text: last === undefined ? text : ` ${text}`,
      time: turn.time,
      endTime: turn.endTime,
    })
}
