import type { Numbered } from './cue-place.ts'
import type { ImportProblem } from './source-draft.ts'
import { interpolated } from './timeline.ts'
import type { Piece } from './utterance.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** One annotation with its words and times, counted through all tiers. */
export interface ElanAnnotation extends Piece {
  readonly element: Numbered
}

export interface ElanTier {
  readonly id: string
  readonly participant: string
  /** Its linguistic type, as the file names it. */
  readonly type: string
  /** The tier this one depends on; null for a root tier. */
  readonly parent: string | null
  readonly annotations: readonly ElanAnnotation[]
}

export interface ElanFile {
  readonly ok: true
  readonly tiers: readonly ElanTier[]
  readonly attributes: Readonly<Record<string, string>>
  /** Points on the timeline that stand without a time and were set between their neighbours. */
  readonly untimed: number
}

/** Reads the tiers of an ELAN file; annotations that refer to others take their times. */
export function elanTiers(xml: string): ElanFile | ImportProblem {
  const raw: RawFile = { slots: [], tiers: [], attributes: {}, scale: 1, annotations: 0 }
  const problem = walkTranscriptXml(xml, 'ELAN', visitor(raw, xml))
  if (problem !== null) return problem
  const times = interpolated(raw.slots.map((slot) => slot.time))
  const slots = new Map(raw.slots.map((slot, i) => [slot.id, times[i] ?? null]))
  const byId = new Map(raw.tiers.flatMap((tier) => tier.annotations.map((each) => [each.id, each])))
  return {
    ok: true,
    attributes: raw.attributes,
    untimed: raw.slots.filter((slot) => slot.time === null).length,
    tiers: raw.tiers.map((tier) => ({
      ...tier,
      annotations: tier.annotations.map((each) => timed(each, byId, slots)),
    })),
  }
}

interface RawAnnotation {
  readonly id: string
  readonly from: string
  readonly to: string
  /** The annotation whose times it takes; empty where it has its own. */
  readonly refersTo: string
  readonly element: { readonly number: number; readonly from: number; to: number }
  text: string
}

interface RawFile {
  readonly slots: { readonly id: string; readonly time: number | null }[]
  readonly tiers: (Pick<ElanTier, 'id' | 'participant' | 'type' | 'parent'> & {
    readonly annotations: RawAnnotation[]
  })[]
  readonly attributes: Record<string, string>
  /** Milliseconds a unit of time. */
  scale: number
  /** How many there are so far. */
  annotations: number
}

function visitor(file: RawFile, xml: string): Parameters<typeof walkTranscriptXml>[2] {
  let inValue = false
  return {
    open: (name, attributes, end) => {
      inValue = name === 'ANNOTATION_VALUE'
      if (!isAnnotation(name)) openElement(file, name, attributes)
      else file.tiers.at(-1)?.annotations.push(newAnnotation(file, attributes, tagStart(xml, end)))
    },
    close: (name, end) => {
      inValue = false
      const annotation = isAnnotation(name) ? file.tiers.at(-1)?.annotations.at(-1) : undefined
      if (annotation !== undefined) annotation.element.to = end
    },
    text: (text) => {
      const annotation = inValue ? file.tiers.at(-1)?.annotations.at(-1) : undefined
      if (annotation !== undefined) annotation.text += text
    },
  }
}

function openElement(file: RawFile, name: string, attributes: Readonly<Record<string, string>>): void {
  const get = (key: string): string => attributes[key]?.trim() ?? ''
  if (name === 'TIME_SLOT') {
    const time = /^\d{1,12}$/.test(get('TIME_VALUE'))
      ? Math.round(Number(get('TIME_VALUE')) * file.scale)
      : null
    file.slots.push({ id: get('TIME_SLOT_ID'), time })
  } else if (name === 'TIER') {
    const parent = get('PARENT_REF') === '' ? null : get('PARENT_REF')
    const [id, participant, type] = [get('TIER_ID'), get('PARTICIPANT'), get('LINGUISTIC_TYPE_REF')]
    file.tiers.push({ id, participant, type, parent, annotations: [] })
  } else if (name === 'HEADER') file.scale = FRAMES.get(get('TIME_UNITS')) ?? 1
  else if (name === 'ANNOTATION_DOCUMENT') {
    addFact(file.attributes, 'Author', get('AUTHOR'))
    addFact(file.attributes, 'Date', get('DATE'))
  } else if (name === 'MEDIA_DESCRIPTOR' && !Object.hasOwn(file.attributes, 'Media'))
    addFact(file.attributes, 'Media', get('MEDIA_URL').split(/[\\/]/).at(-1) ?? '')
}

function isAnnotation(name: string): boolean {
  return name === 'ALIGNABLE_ANNOTATION' || name === 'REF_ANNOTATION'
}

function newAnnotation(
  file: RawFile,
  attributes: Readonly<Record<string, string>>,
  from: number,
): RawAnnotation {
  const get = (key: string): string => attributes[key]?.trim() ?? ''
  file.annotations += 1
  return {
    id: get('ANNOTATION_ID'),
    from: get('TIME_SLOT_REF1'),
    to: get('TIME_SLOT_REF2'),
    refersTo: get('ANNOTATION_REF'),
    element: { number: file.annotations, from, to: from },
    text: '',
  }
}

/** Old files count in frames of film. */
const FRAMES: ReadonlyMap<string, number> = new Map([
  ['PAL-frames', 40],
  ['NTSC-frames', 1001 / 30],
])

function addFact(attributes: Record<string, string>, key: string, value: string): void {
  if (value !== '') attributes[key] = value.slice(0, 500).toWellFormed()
}

/** References are followed through 50 tiers at most: a circle in a damaged file ends there. */
function timed(
  annotation: RawAnnotation,
  byId: ReadonlyMap<string, RawAnnotation>,
  slots: ReadonlyMap<string, number | null>,
): ElanAnnotation {
  let own: RawAnnotation | undefined = annotation
  for (let i = 0; i < 50 && own !== undefined && own.refersTo !== ''; i += 1) own = byId.get(own.refersTo)
  return {
    text: annotation.text,
    element: annotation.element,
    time: slots.get(own?.from ?? '') ?? null,
    endTime: slots.get(own?.to ?? '') ?? null,
  }
}
