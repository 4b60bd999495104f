import type { Numbered } from './cue-place.ts'
import { plainLine } from './json-values.ts'
import type { ImportProblem } from './source-draft.ts'
import { type TtmlRates, ttmlTime } from './ttml-times.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** A paragraph of TTML: its words on one line, when it is shown, the agent who speaks. */
export interface TtmlParagraph {
  readonly text: string
  readonly time: number | null
  readonly endTime: number | null
  readonly agent: string | null
  readonly element: Numbered
}

export interface TtmlFile {
  readonly ok: true
  readonly paragraphs: readonly TtmlParagraph[]
  /** Agents by their id, with the names given for them. */
  readonly agents: ReadonlyMap<string, string>
  readonly title: string
  readonly language: string
}

interface Open {
  readonly name: string
  readonly begin: number
  readonly agent: string | null
}

interface Paragraph {
  readonly from: number
  readonly attributes: Readonly<Record<string, string>>
  readonly base: number
  readonly agent: string | null
  begin: number | null
  end: number | null
  text: string
}

/** Takes a TTML text apart; times inside an element that has one of its own count from there. */
export function ttmlParagraphs(xml: string): TtmlFile | ImportProblem {
  const open: Open[] = []
  const paragraphs: TtmlParagraph[] = []
  const agents = new Map<string, string>()
  let rates: TtmlRates = { frames: 30, ticks: 1 }
  let current: Paragraph | null = null
  let agentId = ''
  let heard = ''
  let title = ''
  let language = ''
  const trouble = walkTranscriptXml(xml, 'TTML', {
    open(name, attributes, end) {
      const above = open.at(-1) ?? { name: '', begin: 0, agent: null }
      if (name === 'tt') {
        rates = ratesOf(attributes)
        language = local(attributes, 'lang') ?? ''
      }
      if (name === 'agent') agentId = local(attributes, 'id') ?? ''
      if (name === 'br' && current !== null) current.text += ' '
      if (name === 'name' || name === 'title') heard = ''
      const agent = local(attributes, 'agent') ?? above.agent
      const begin = ttmlTime(attributes.begin, rates)
      if (name === 'p') {
        const from = tagStart(xml, end)
        current = { from, attributes, base: above.begin, agent, begin: null, end: null, text: '' }
      } else if (current !== null && name === 'span') spanned(current, attributes, rates)
      open.push({ name, begin: above.begin + (begin ?? 0), agent })
    },
    close(name, end) {
      open.pop()
      if (name === 'name' && agentId !== '' && plainLine(heard) !== '') agents.set(agentId, plainLine(heard))
      if (name === 'title' && title === '') title = plainLine(heard)
      if (name !== 'p' || current === null) return
      const element = { number: paragraphs.length + 1, from: current.from, to: end }
      paragraphs.push({
        ...timed(current, rates),
        text: plainLine(current.text),
        agent: current.agent,
        element,
      })
      current = null
    },
    text(text) {
      if (current !== null) current.text += text
      else heard += text
    },
  })
  return trouble ?? { ok: true, paragraphs, agents, title, language }
}

/** Where only the pieces of a paragraph are timed, it lasts from the first to the last of them. */
function spanned(current: Paragraph, attributes: Readonly<Record<string, string>>, rates: TtmlRates): void {
  current.begin ??= ttmlTime(attributes.begin, rates)
  current.end = ttmlTime(attributes.end, rates) ?? current.end
}

function timed(
  { attributes, base, begin, end }: Paragraph,
  rates: TtmlRates,
): Pick<TtmlParagraph, 'time' | 'endTime'> {
  const own = ttmlTime(attributes.begin, rates)
  const start = own ?? begin
  const lasts = ttmlTime(attributes.dur, rates)
  const stop = ttmlTime(attributes.end, rates) ?? (own !== null && lasts !== null ? own + lasts : end)
  return {
    time: start === null ? null : base + start,
    endTime: stop === null ? null : base + stop,
  }
}

function ratesOf(attributes: Readonly<Record<string, string>>): TtmlRates {
  const frames = Number(local(attributes, 'frameRate'))
  const ticks = Number(local(attributes, 'tickRate'))
  return { frames: frames > 0 ? frames : 30, ticks: ticks > 0 ? ticks : frames > 0 ? frames : 1 }
}

/** An attribute whatever its prefix. */
function local(attributes: Readonly<Record<string, string>>, name: string): string | null {
  const key = Object.keys(attributes).find((each) => each.slice(each.indexOf(':') + 1) === name)
  return key === undefined ? null : (attributes[key] ?? null)
}
