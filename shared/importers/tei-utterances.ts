import type { Numbered } from './cue-place.ts'
import type { ImportProblem } from './source-draft.ts'
import { addTime, resolvedTimes, type TeiTimes } from './tei-times.ts'
import type { TeiItem, TeiSpeech } from './tei-words.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** An utterance, or a direction or heading between utterances. */
export interface TeiUtterance extends TeiSpeech {
  readonly kind: 'speech' | 'direction' | 'heading'
  /** What `who` says, as written. */
  readonly who: string
  /** Counted with directions and headings. */
  readonly element: Numbered
}

export interface TeiPerson {
  name: string
  role: string
}

export interface TeiFile {
  readonly ok: true
  readonly utterances: readonly TeiUtterance[]
  readonly people: ReadonlyMap<string, TeiPerson>
  readonly title: string
  /** What is neither speech nor heard beside it, in samples. */
  readonly leftOut: readonly string[]
}

/** Reads the utterances of a TEI text with who speaks and when. */
export function teiUtterances(xml: string): TeiFile | ImportProblem {
  const state: State = {
    path: [],
    tag: { from: 0, to: 0 },
    utterances: [],
    people: new Map(),
    person: null,
    title: '',
    leftOut: [],
    times: new Map(),
    open: null,
    block: null,
    silent: null,
    heard: null,
    gap: 'none',
  }
  const problem = walkTranscriptXml(xml, 'TEI', {
    open: (name, attributes, end) => {
      state.path.push(name)
      state.tag = { from: tagStart(xml, end), to: end }
      openElement(state, name, attributes)
    },
    close: (name, end) => {
      state.tag = { from: state.tag.from, to: end }
      closeElement(state, name)
      state.path.pop()
    },
    text: (text) => addText(state, text),
  })
  if (problem !== null) return problem
  const times = resolvedTimes(state.times)
  const utterances = state.utterances.map((each) => timed(each, times))
  return { ok: true, utterances, people: state.people, title: state.title, leftOut: state.leftOut }
}

interface OpenItem extends Omit<TeiItem, 'time' | 'text' | 'left'> {
  text: string
  left: boolean
  /** The point on the timeline that stands before it. */
  at: string
}

interface OpenUtterance {
  readonly kind: TeiUtterance['kind']
  readonly who: string
  readonly from: string
  readonly to: string
  readonly items: OpenItem[]
  readonly element: { readonly number: number; readonly from: number; to: number }
  /** A point on the timeline passed since the last item. */
  at: string
}

interface State {
  readonly path: string[]
  /** The tag come to last: where it begins (if it opens an element) and ends. */
  tag: { readonly from: number; readonly to: number }
  readonly utterances: OpenUtterance[]
  readonly people: Map<string, TeiPerson>
  person: TeiPerson | null
  title: string
  readonly leftOut: string[]
  readonly times: TeiTimes
  open: OpenUtterance | null
  /** An `annotationBlock`, which says for its `u` who and when. */
  block: Readonly<Record<string, string>> | null
  /** Depth of an element whose text is left out, and what it says. */
  silent: { readonly depth: number; text: string } | null
  /** Depth of an incident or the like, and what is said of it. */
  heard: { readonly depth: number; readonly from: number; readonly name: string; desc: string } | null
  gap: TeiItem['gap']
}

const SILENT = new Set(['note', 'spanGrp', 'corr', 'reg', 'expan', 'fs', 'interpGrp', 'figDesc'])
const HEARD = new Set(['incident', 'vocal', 'kinesic', 'writing'])

function openElement(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const get = (key: string): string => attributes[key]?.trim() ?? ''
  const depth = state.path.length
  if (state.silent !== null || state.heard !== null) return
  if (state.path.includes('teiHeader') || name === 'teiHeader') openHeader(state, name, attributes)
  else if (SILENT.has(name)) state.silent = { depth, text: '' }
  else if (name === 'when') addTime(state.times, attributes)
  else if (name === 'timeline')
    state.times.set('', { unit: get('unit'), interval: null, since: '', absolute: null })
  else if (name === 'annotationBlock') state.block = attributes
  else if (name === 'u') beginUtterance(state, 'speech', { ...state.block, ...attributes })
  else if (name === 'head' && state.open === null) beginUtterance(state, 'heading', {})
  else if (HEARD.has(name)) state.heard = { depth, from: state.tag.from, name, desc: get('desc') }
  else if (name === 'pause') addHeard(state, pauseWords(get('dur')))
  else if (name === 'gap') addHeard(state, get('reason') === '' ? 'gap' : get('reason'))
  else if (name === 'shift') state.leftOut.push(`shift ${get('feature')} ${get('new')}`)
  else if (state.open !== null) openInside(state, state.open, name, get)
}

function openInside(state: State, open: OpenUtterance, name: string, get: (key: string) => string): void {
  if (name === 'anchor') open.at = get('synch').replace(/^#/, '')
  else if (name === 'w' || name === 'pc') {
    const joins = get('join')
    addItem(state, open, {
      kind: name === 'w' ? 'word' : 'sign',
      text: '',
      left: joins === 'left' || joins === 'both' || /\bglue\b/i.test(get('rend')),
      right: joins === 'right' || joins === 'both',
    })
  } else if ((name === 'seg' || name === 'lb') && state.gap === 'none') state.gap = 'line'
}

function openHeader(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'when') addTime(state.times, attributes)
  else if (name === 'person' || name === 'personGrp') {
    state.person = { name: '', role: attributes.role ?? '' }
    state.people.set(attributes['xml:id'] ?? attributes.id ?? '', state.person)
  }
}

function closeElement(state: State, name: string): void {
  const depth = state.path.length
  if (state.silent?.depth === depth) {
    if (/\S/.test(state.silent.text)) state.leftOut.push(state.silent.text)
    state.silent = null
  } else if (state.heard?.depth === depth) {
    const { desc, from, name: what } = state.heard
    state.heard = null
    addHeard(state, /\S/.test(desc) ? desc : what, from)
  } else if (name === 'u' || name === 'head') {
    if (state.open !== null) state.open.element.to = state.tag.to
    state.open = null
  } else if (name === 'annotationBlock') state.block = null
  else if (name === 'person' || name === 'personGrp') state.person = null
}

function addText(state: State, text: string): void {
  const within = state.path.at(-1) ?? ''
  const last = state.open?.items.at(-1)
  if (state.silent !== null) state.silent.text = (state.silent.text + text).slice(0, 200)
  else if (state.heard !== null) state.heard.desc += text
  else if (state.path.includes('teiHeader')) addToHeader(state, within, text)
  else if (state.open === null) {
    if (/\S/.test(text)) state.leftOut.push(text.slice(0, 200))
  } else if (last !== undefined && (state.path.includes('w') || state.path.includes('pc')))
    last.text += text.trim()
  else if (!/\S/.test(text)) state.gap = text.includes('\n') ? 'line' : 'space'
  else addItem(state, state.open, { kind: 'text', text, left: false, right: false })
}

function addToHeader(state: State, within: string, text: string): void {
  if (state.person !== null) {
    if (/^(?:persName|name|abbr|forename|surname)$/.test(within) && /\S/.test(text))
      state.person.name = `${state.person.name} ${text.trim()}`.trim().slice(0, 200)
  } else if (within === 'title' && state.title === '' && state.path.includes('titleStmt'))
    state.title = text.trim().replace(/\s+/g, ' ').slice(0, 500).toWellFormed()
}

function beginUtterance(
  state: State,
  kind: TeiUtterance['kind'],
  attributes: Readonly<Record<string, string>>,
  from = state.tag.from,
): void {
  const point = (key: string): string => attributes[key]?.trim().replace(/^#/, '') ?? ''
  state.open = {
    kind,
    who: attributes.who ?? '',
    from: point('start'),
    to: point('end'),
    items: [],
    element: { number: state.utterances.length + 1, from, to: state.tag.to },
    at: '',
  }
  state.gap = 'none'
  state.utterances.push(state.open)
}

function addItem(state: State, open: OpenUtterance, item: Omit<OpenItem, 'gap' | 'at'>): void {
  open.items.push({ ...item, gap: state.gap, at: open.at })
  open.at = ''
  state.gap = 'none'
}

/** Heard within an utterance it stands in the words; between utterances it is a direction. */
function addHeard(state: State, what: string, from = state.tag.from): void {
  const text = `[${what.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim()}]`
  const item = { kind: 'heard', text, left: false, right: false } as const
  if (state.open !== null) addItem(state, state.open, item)
  else {
    beginUtterance(state, 'direction', {}, from)
    if (state.open !== null) addItem(state, state.open, item)
    state.open = null
  }
}

/** `PT1.5S` as "pause 1.5 s". */
function pauseWords(duration: string): string {
  const seconds = /^PT(\d{1,6}(?:\.\d{1,6})?)S$/i.exec(duration)?.[1]
  return seconds === undefined ? 'pause' : `pause ${seconds} s`
}

function timed(open: OpenUtterance, times: ReadonlyMap<string, number>): TeiUtterance {
  const at = (point: string): number | null => times.get(point) ?? null
  return {
    kind: open.kind,
    who: open.who,
    element: open.element,
    time: at(open.from),
    endTime: at(open.to),
    items: open.items.map((item) => ({ ...item, time: at(item.at) })),
  }
}
