import type { DecodedText } from './decode-text.ts'
import { readTxt } from './read-txt.ts'
import type { ImportOutcome, ImportProblem } from './source-draft.ts'
import { walkTranscriptXml } from './walk-transcript-xml.ts'

/** A transcript of f4 in XML (f4x) as a draft: its text is read as f4 writes plain text, with times at the ends of
    paragraphs. */
export function readF4x(fileName: string, decoded: DecodedText): ImportOutcome {
  const contents: string[] = []
  let inContent = false
  const trouble = walkTranscriptXml(decoded.text, 'f4', {
    open: (name, attributes) => {
      inContent = name === 'content'
      if (inContent) contents.push(attributes.content ?? '')
    },
    close: () => {
      inContent = false
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
  return outcome.ok
    ? { ok: true, draft: { ...outcome.draft, format: 'f4x', layout: 'f4 transcript (f4x)' } }
    : outcome
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
