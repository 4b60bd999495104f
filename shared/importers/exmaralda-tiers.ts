import type { Numbered } from './cue-place.ts'
import type { ImportProblem } from './source-draft.ts'
import { millisecondsOf } from './timeline.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** Words on a tier between two points of the timeline. */
export interface ExmaraldaEvent {
  readonly start: string
  readonly end: string
  readonly text: string
  /** Counted through all tiers. */
  readonly element: Numbered
}

export interface ExmaraldaTier {
  readonly name: string
  /** The speaker's id; empty where the tier belongs to nobody. */
  readonly speaker: string
  readonly type: string
  readonly category: string
  readonly events: readonly ExmaraldaEvent[]
}

export interface ExmaraldaFile {
  readonly ok: true
  /** Speakers' abbreviations by their ids. */
  readonly speakers: ReadonlyMap<string, string>
  /** Points in their order, times in milliseconds. */
  readonly timeline: readonly { readonly id: string; readonly time: number | null }[]
  readonly tiers: readonly ExmaraldaTier[]
  readonly attributes: Readonly<Record<string, string>>
  readonly isHiat: boolean
}

/** Reads the speakers, timeline and tiers of an EXMARaLDA basic transcription. */
export function exmaraldaTiers(xml: string): ExmaraldaFile | ImportProblem {
  const file: RawFile = { speakers: new Map(), timeline: [], tiers: [], attributes: {}, events: 0 }
  const problem = walkTranscriptXml(xml, 'EXMARaLDA', visitor(file, xml))
  if (problem !== null) return problem
  const { speakers, timeline, tiers, attributes } = file
  return {
    ok: true,
    speakers,
    timeline,
    tiers,
    attributes,
    isHiat: /\bHIAT\b/i.test(attributes.Convention ?? ''),
  }
}

interface OpenEvent {
  readonly start: string
  readonly end: string
  readonly element: { readonly number: number; readonly from: number; to: number }
  text: string
}

interface RawFile {
  readonly speakers: Map<string, string>
  readonly timeline: { readonly id: string; readonly time: number | null }[]
  readonly tiers: (Omit<ExmaraldaTier, 'events'> & {
    readonly events: OpenEvent[]
  })[]
  readonly attributes: Record<string, string>
  /** How many there are so far. */
  events: number
}

const FACTS: Readonly<Record<string, string>> = {
  'project-name': 'Project',
  'transcription-name': 'Title',
  'transcription-convention': 'Convention',
}

function visitor(file: RawFile, xml: string): Parameters<typeof walkTranscriptXml>[2] {
  const path: string[] = []
  let speaker = ''
  return {
    open: (name, attributes, end) => {
      path.push(name)
      if (name === 'speaker') speaker = attributes.id ?? ''
      else if (name === 'event')
        file.tiers.at(-1)?.events.push(newEvent(file, attributes, tagStart(xml, end)))
      else openElement(file, name, attributes)
    },
    close: (name, end) => {
      path.pop()
      const event = name === 'event' ? file.tiers.at(-1)?.events.at(-1) : undefined
      if (event !== undefined) event.element.to = end
    },
    text: (text) => {
      const within = path.at(-1) ?? ''
      const event = within === 'event' ? file.tiers.at(-1)?.events.at(-1) : undefined
      const fact = Object.hasOwn(FACTS, within) ? FACTS[within] : undefined
      if (event !== undefined) event.text += text
      else if (within === 'abbreviation')
        file.speakers.set(speaker, (file.speakers.get(speaker) ?? '') + text)
      else if (fact !== undefined && /\S/.test(text))
        file.attributes[fact] = text.trim().slice(0, 500).toWellFormed()
    },
  }
}

function openElement(file: RawFile, name: string, attributes: Readonly<Record<string, string>>): void {
  const get = (key: string): string => attributes[key]?.trim() ?? ''
  if (name === 'tli') file.timeline.push({ id: get('id'), time: millisecondsOf(get('time')) })
  else if (name === 'tier')
    file.tiers.push({
      name: get('display-name') === '' ? get('id') : get('display-name'),
      speaker: get('speaker'),
      type: get('type').toLowerCase(),
      category: get('category'),
      events: [],
    })
}

function newEvent(file: RawFile, attributes: Readonly<Record<string, string>>, from: number): OpenEvent {
  const { start = '', end = '' } = attributes
  file.events += 1
  return { start: start.trim(), end: end.trim(), element: { number: file.events, from, to: from }, text: '' }
}
