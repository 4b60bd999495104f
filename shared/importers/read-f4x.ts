import { cuePlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import type { FileStretch } from './file-lines.ts'
import type { Origin } from './origin.ts'
import { readTxt } from './read-txt.ts'
import type { ImportOutcome, ImportProblem } from './source-draft.ts'
import { textLines } from './text-lines.ts'
import { tagStart, walkTranscriptXml } from './walk-transcript-xml.ts'

/** A transcript of f4 in XML (f4x) as a draft: its text is read as f4 writes plain text, with times at the ends of
    paragraphs. */
export function readF4x(fileName: string, decoded: DecodedText): ImportOutcome {
  const contents: string[] = []
  let inContent = false
  let from: number | null = null
  let to = 0
  const trouble = walkTranscriptXml(decoded.text, 'f4', {
    open: (name, attributes, end) => {
      inContent = name === 'content'
      if (inContent) from ??= tagStart(decoded.text, end)
      if (inContent) contents.push(attributes.content ?? '')
    },
    close: (name, end) => {
      inContent = false
      if (name === 'content') to = end
    },
    text: (text) => {
      if (inContent) contents.push(text)
    },
  })
  if (trouble !== null) return trouble
  const text = plain(contents.join('\n'))
  if (text.startsWith('{\\rtf'))
    return problem('This f4 file keeps its words as RTF: save them from f4 as plain text or DOCX.')
  if (!/\S/.test(text))
    return problem('This f4 file has no transcribed words in it: check there that it is the right one.')
  const outcome = readTxt(fileName, { ...decoded, text })
  if (!outcome.ok) return outcome
  const origins = paragraphsIn(outcome.draft.text, decoded.lines().stretch(from ?? 0, to))
  const f4 = { format: 'f4x', layout: 'f4 transcript (f4x)', origins } as const
  return { ok: true, draft: { ...outcome.draft, ...f4 } }
}

/** XML tells where the element with the words stands, not where each paragraph in it does. */
function paragraphsIn(text: string, element: FileStretch): readonly Origin[] {
  return textLines(text)
    .filter(({ blank }) => !blank)
    .map(({ start }, i) => ({ start, place: cuePlace(i + 1, element) }))
}

/** Where XML took the line ends out of the attribute, a paragraph ends with its time. */
function plain(content: string): string {
  const marked = /<(?:p|br|div|span)\b/i.test(content) ? withoutTags(content) : content
  const text = marked
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\ufeff', '')
    .trim()
  return text.includes('\n') ? text : text.replace(/(#\d{1,3}:\d{1,2}:\d{1,2}-\d#) +(?=\S)/g, '$1\n')
}

function withoutTags(content: string): string {
  return content
    .replace(/<br ?\/?>|<\/(?:p|div)>/gi, '\n')
    .replace(/<[/a-z][^<>]{0,1000}>/gi, '')
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
