import { linguisticFormat } from './linguistic-format.ts'
import { programFormat } from './program-format.ts'
import { isTurnTable } from './read-csv.ts'
import { isWebPage } from './read-html.ts'
import type { SourceFormat } from './source-draft.ts'

/** Formats whose files are text in one encoding. */
export type TextFormat = Exclude<SourceFormat, 'docx' | 'doc' | 'xlsx' | 'ods' | 'rtf' | 'odt' | 'pdf'>

/** Which text format the content is; the ending of the name decides only where the content leaves it open. */
export function textFormat(text: string, ending: string): TextFormat {
  const linguistic = linguisticFormat(text)
  if (linguistic !== null) return linguistic
  const program = programFormat(text)
  if (program !== null) return program
  if (isWebPage(text, ending)) return 'html'
  const head = text.slice(0, 20_000)
  if (/^\s{0,200}WEBVTT(?:\s|$)/.test(head)) return 'vtt'
  const arrows = head.match(ARROW_LINES)
  if (arrows !== null)
    return arrows.filter((line) => line.includes(',')).length * 2 >= arrows.length ? 'srt' : 'vtt'
  if (ending === 'vtt' || ending === 'srt') return isProse(head) ? 'txt' : ending
  if (ending === 'csv' || ending === 'tsv' || isTurnTable(head)) return 'csv'
  const signs = markdownSigns(head)
  if (ending === 'md' || ending === 'markdown') return 'md'
  return signs >= 2 ? 'md' : 'txt'
}

/** What a text is when it is the file of another program ("an XML file"); null for text to be read. */
export function foreignText(text: string, ending: string): string | null {
  if (linguisticFormat(text) !== null || programFormat(text) !== null || isWebPage(text, ending)) return null
  const head = text.slice(0, 4000).trimStart()
  if (head.startsWith('{\\rtf')) return 'a Rich Text (RTF) document'
  if (head.startsWith('<?xml') || /^<[A-Za-z][\w:.-]*(?:\s[^<>]*)?>\s*</.test(head)) return xmlKind(head)
  if (/^(?:File type = )?"(?:ooTextFile|Praat)/.test(head))
    return 'a Praat file other than a TextGrid in text form'
  return null
}

const ARROW_LINES =
  /^[^\S\n]{0,20}(?:-?\d{1,4}:){1,2}-?\d{1,4}(?:[.,]-?\d{1,9})?[^\S\n]{0,20}-{1,2}>[^\S\n]{0,20}-?\d.*$/gm

function xmlKind(head: string): string {
  if (head.includes('<office:document')) return 'an OpenDocument file (XML)'
  return 'an XML file'
}

/** A caption file without captions still has short lines; prose that was only named so has long ones. */
function isProse(head: string): boolean {
  return /^[^\n]{60,}$/m.test(head) || /^[^:\n]{1,40}: \S/m.test(head)
}

function markdownSigns(head: string): number {
  const heads = head.match(/^#{1,6} \S/gm)?.length ?? 0
  const bold = head.match(/^\*\*[^*\n]{1,60}\*\*/gm)?.length ?? 0
  const links = head.match(/\[[^\]\n]{1,200}\]\(https?:\/\/[^)\s]{1,500}\)/g)?.length ?? 0
  return [
    /^---\n[\w-]+:[^\n]*\n/.test(head) ? 2 : 0,
    heads >= 2 ? 1 : 0,
    bold >= 3 ? 2 : 0,
    links >= 2 ? 1 : 0,
    /^```/m.test(head) ? 1 : 0,
  ].reduce((sum, sign) => sum + sign, 0)
}
