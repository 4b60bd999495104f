import type { ImportProblem } from './source-draft.ts'
import { millisecondsOf } from './timeline.ts'
import { walkTranscriptXml } from './walk-transcript-xml.ts'

/** Words on a tier between two points of the timeline. */
export interface ExmaraldaEvent {
  readonly start: string
  readonly end: string
  readonly text: string
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
  const file: RawFile = { speakers: new Map(), timeline: [], tiers: [], attributes: {} }
  const problem = walkTranscriptXml(xml, 'EXMARaLDA', visitor(file))
  if (problem !== null) return problem
  return { ok: true, ...file, isHiat: /\bHIAT\b/i.test(file.attributes.Convention ?? '') }
}

interface RawFile {
  readonly speakers: Map<string, string>
  readonly timeline: { readonly id: string; readonly time: number | null }[]
  readonly tiers: (Omit<ExmaraldaTier, 'events'> & {
    readonly events: { readonly start: string; readonly end: string; text: string }[]
  })[]
  readonly attributes: Record<string, string>
}

const FACTS: Readonly<Record<string, string>> = {
  'project-name': 'Project',
  'transcription-name': 'Title',
  'transcription-convention': 'Convention',
}

function visitor(file: RawFile): Parameters<typeof walkTranscriptXml>[2] {
  const path: string[] = []
  let speaker = ''
  return {
    open: (name, attributes) => {
      path.push(name)
      if (name === 'speaker') speaker = attributes.id ?? ''
      else openElement(file, name, attributes)
    },
    close: () => {
      path.pop()
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
  else if (name === 'event')
    file.tiers.at(-1)?.events.push({ start: get('start'), end: get('end'), text: '' })
}
