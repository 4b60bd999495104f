import { consentOf } from '../model/consent.ts'
import type { Participant } from '../model/entities.ts'
import type { Project } from '../model/project.ts'

/** Puts [pseudonym] in the place of names that must not be read. */
export type CoverNames = (text: string) => string

/** Covers every participant's real name and its parts, and labels of theirs that are not their pseudonym;
    of those withdrawn also the pseudonym. Single words count when they begin with a capital letter. A word that is
    somebody's pseudonym stays, and so do labels that name nobody, such as "Speaker". */
export function coverNames(project: Project, audience?: string): CoverNames {
  const names = namesByFirstWord(project, audience)
  if (names.size === 0) return (text) => text
  return (text) => covered(text, names)
}

interface Name {
  readonly text: string
  readonly shown: string
}

type NamesByFirstWord = ReadonlyMap<string, readonly Name[]>

const word = /[\p{L}\p{N}]+/gu
const labelsThatNameNobody = new Set(
  'participant speaker respondent interviewee guest member person voice group student teacher woman man female male unknown answer'.split(
    ' ',
  ),
)

function namesByFirstWord(project: Project, audience: string | undefined): NamesByFirstWord {
  const people = [...project.tables.participant.values()]
  const gone = new Set(people.filter((each) => consentOf(each, audience) === 'withdrawn'))
  const pseudonyms = new Set(
    people.filter((each) => !gone.has(each)).map((each) => each.pseudonym.toLowerCase()),
  )
  const names = new Map<string, Name[]>()
  const add = (text: string, shown: string) => {
    const first = text.match(word)?.[0]?.toLowerCase()
    if (!first || pseudonyms.has(text.toLowerCase())) return
    names.set(first, [...(names.get(first) ?? []), { text: text.toLowerCase(), shown }])
  }
  for (const [participant, text] of hiddenTexts(project, people, gone)) {
    const shown = gone.has(participant) ? '[name left out]' : `[${participant.pseudonym}]`
    for (const each of [text, ...partsOf(text)]) add(each, shown)
  }
  for (const list of names.values()) list.sort((a, b) => b.text.length - a.text.length)
  return names
}

function hiddenTexts(
  project: Project,
  people: readonly Participant[],
  gone: ReadonlySet<Participant>,
): (readonly [Participant, string])[] {
  const byId = project.tables.participant
  const labels = [...project.tables.speaker.values()].flatMap((speaker) => {
    const participant = speaker.participant && byId.get(speaker.participant)
    return participant && speaker.role === 'participant' ? [[participant, speaker.label.trim()] as const] : []
  })
  return [
    ...people.flatMap((each) => (each.name ? [[each, each.name.trim()] as const] : [])),
    ...people.flatMap((each) => (gone.has(each) ? [[each, each.pseudonym.trim()] as const] : [])),
    ...labels.filter(([participant, label]) => label !== participant.pseudonym && namesSomebody(label)),
  ]
}

function namesSomebody(label: string): boolean {
  return label.length > 1 && !labelsThatNameNobody.has(label.toLowerCase())
}

function partsOf(name: string): string[] {
  const parts = name.match(word) ?? []
  if (parts.length < 2) return []
  return parts.filter((part) => part.length > 2 && /^\p{Lu}/u.test(part) && namesSomebody(part))
}

function covered(text: string, names: NamesByFirstWord): string {
  let out = ''
  let copied = 0
  for (const match of text.matchAll(word)) {
    if (match.index < copied) continue
    const found = names.get(match[0].toLowerCase())?.find((name) => standsAt(text, match.index, name.text))
    if (!found) continue
    out += text.slice(copied, match.index) + found.shown
    copied = match.index + found.text.length
  }
  return copied === 0 ? text : out + text.slice(copied)
}

function standsAt(text: string, at: number, name: string): boolean {
  const here = text.slice(at, at + name.length)
  if (
    here.toLowerCase() !== name ||
    /^[\p{L}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2))
  )
    return false
  return /\s/.test(name) || !/^\p{Ll}/u.test(here)
}
