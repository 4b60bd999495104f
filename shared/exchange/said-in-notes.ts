import { idIn, idOf, type StandardContext } from './read-context.ts'
import { readNote } from './read-structure.ts'
import { rawText } from './read-texts.ts'
import { childrenOf, type XmlElement } from './read-xml.ts'
import { joinedWords, memoWords } from './write-notes.ts'
import { legalXml } from './write-xml.ts'

/** Whether an element's description only repeats the notes about it, as Loam writes it for tools that do not follow
    references to notes. */
export function isSaidInNotes(context: StandardContext, element: XmlElement, description: string): boolean {
  const words = notesAbout(context, element).map((note) =>
    memoWords({ text: rawText(context, note) ?? '', title: titleOf(note) }),
  )
  const said = joinedWords(words)
  return said !== undefined && plain(said) === plain(description)
}

/** The notes that an element and the codings in it refer to; of a case, those that say they are about it. */
function notesAbout(context: StandardContext, element: XmlElement): readonly XmlElement[] {
  if (element.name === 'Case') return caseNotes(context.notes).get(idIn(element, 'guid', '')) ?? []
  const codings = element.name.endsWith('Selection') ? childrenOf(element, 'Coding') : []
  return [...codings, element].flatMap((each) =>
    childrenOf(each, 'NoteRef').flatMap(
      (reference) => context.notes.get(idIn(reference, 'targetGUID', '')) ?? [],
    ),
  )
}

function titleOf(note: XmlElement): string {
  const { title } = readNote(note)
  return typeof title === 'string' ? title : (note.attributes.get('name') ?? '')
}

const known = new WeakMap<StandardContext['notes'], ReadonlyMap<string, readonly XmlElement[]>>()

/** Notes by the case that they say they are about; worked out once for a file. */
function caseNotes(notes: StandardContext['notes']): ReadonlyMap<string, readonly XmlElement[]> {
  const there = known.get(notes)
  if (there) return there
  const byCase = new Map<string, XmlElement[]>()
  for (const note of notes.values()) {
    const { case: about } = readNote(note)
    if (typeof about !== 'string') continue
    const id: string = idOf(about)
    const list = byCase.get(id)
    if (list) list.push(note)
    else byCase.set(id, [note])
  }
  known.set(notes, byCase)
  return byCase
}

function plain(words: string): string {
  return legalXml(words).replace(/\s+/g, ' ').trim()
}
