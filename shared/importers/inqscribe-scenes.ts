import type { Speech } from './caption-speech.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import type { FileLines } from './file-lines.ts'
import { frameTime } from './frame-time.ts'
import { plainLine, speakerLabel } from './json-values.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** InqScribe's XML: scenes with start and end, in each one or more voices (`Name | text`); whole names may stand in
    `speaker` before. Text without a name goes on with the voice above. */
export function inqScribeScenes(fileName: string, decoded: DecodedText): ImportOutcome {
  const scenes: Scene[] = []
  let inside: 'scene' | 'speaker' | null = null
  const stop = walkTranscriptXml(decoded.text, 'InqScribe', {
    open: (name, attributes, end) => {
      if (name === 'scene') scenes.push(newScene(attributes, scenes.length + 1, tagStart(decoded.text, end)))
      inside = name === 'scene' || name === 'speaker' ? name : inside
    },
    close: (name, end) => {
      const scene = name === 'scene' ? scenes.at(-1) : undefined
      if (scene !== undefined) scene.element.to = end
      if (name === 'scene') inside = null
      if (name === 'speaker') inside = 'scene'
    },
    text: (text) => {
      if (inside !== null) scenes.at(-1)?.[inside === 'scene' ? 'text' : 'names'].push(text)
    },
  })
  if (stop !== null) return stop
  const found = {
    layout: 'InqScribe transcript (XML)',
    speeches: voices(scenes, decoded.lines()),
    units: scenes.length,
    attributes: {},
    notices: [],
  }
  return draftRecognised(found, fileName, decoded, 'inqscribe')
}

interface Scene {
  readonly time: number | null
  readonly endTime: number | null
  readonly names: string[]
  readonly text: string[]
  readonly element: { readonly number: number; readonly from: number; to: number }
}

function newScene(attributes: Readonly<Record<string, string>>, number: number, from: number): Scene {
  return {
    time: sceneTime(attributes.in),
    endTime: sceneTime(attributes.out),
    names: [],
    text: [],
    element: { number, from, to: from },
  }
}

/** The XML does not say how many frames a second has: 30 is InqScribe's own. */
function sceneTime(written: string | undefined): number | null {
  const match = /^((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.:;](\d{1,3}))?$/.exec(written?.trim() ?? '')
  return match === null ? null : frameTime(match[1] ?? '', match[2] ?? '', 30)
}

function voices(scenes: readonly Scene[], file: FileLines): readonly Speech[] {
  const whole = namesByBeginning(
    scenes.flatMap((scene) => scene.names.flatMap((name) => speakerLabel(name) ?? [])),
  )
  const speeches: Speech[] = []
  let speaker: string | null = null
  for (const { time, endTime, text, element } of scenes) {
    let first = true
    const place = numberedPlace(element, file)
    for (const line of text.join('').split(/\n\s*\n|\n(?=[^\n|]{1,60}\|)/)) {
      const named: RegExpExecArray | null = /^\s*([^|\n]{1,60}?)\s*\|(.*)$/s.exec(line)
      if (named !== null) speaker = wholeName(speakerLabel(named[1]), whole)
      const words = plainLine(named?.[2] ?? line)
      if (words === '') continue
      speeches.push({ speaker, text: words, time: first ? time : null, endTime, utterance: null, place })
      first = false
    }
  }
  return speeches
}

/** Whole names by the words they begin with; null where several begin so. */
function namesByBeginning(names: readonly string[]): ReadonlyMap<string, string | null> {
  const whole = new Map<string, string | null>()
  for (const name of new Set(names)) {
    for (let end = name.indexOf(' '); end !== -1; end = name.indexOf(' ', end + 1)) {
      const beginning = name.slice(0, end)
      whole.set(beginning, whole.has(beginning) ? null : name)
    }
    whole.set(name, whole.has(name) ? null : name)
  }
  return whole
}

/** "Heather" is the one speaker whose whole name begins with it. */
function wholeName(label: string | null, whole: ReadonlyMap<string, string | null>): string | null {
  return label === null ? null : (whole.get(label) ?? label)
}
