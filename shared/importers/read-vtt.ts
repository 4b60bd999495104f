import { type CueFile, cueBlocks } from './cue-blocks.ts'
import type { DecodedText } from './decode-text.ts'
import { draftCaptions } from './draft-captions.ts'
import { sourceNameOf } from './file-name.ts'
import type { ImportOutcome } from './source-draft.ts'

/** A WebVTT file (Zoom, Teams, Stream, YouTube, Whisper, noScribe and others) as a draft. */
export function readVtt(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = cueBlocks(decoded.text)
  if (file.cues.length === 0) {
    const problem =
      'This VTT file has no captions, only a header: export the transcript once more and check that it is not empty.'
    return { ok: false, problem }
  }
  const head = {
    name: sourceNameOf(fileName),
    format: 'vtt',
    layout: vttLayout(file, decoded.text),
    attributes: headerAttributes(file),
  } as const
  return { ok: true, draft: draftCaptions(file, decoded, head) }
}

function vttLayout(file: CueFile, text: string): string {
  const head = [...file.header, ...file.notes].join('\n')
  const guids =
    file.cues.filter((cue) => /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(cue.id)).length * 2 > file.cues.length
  const voices = file.cues.some((cue) => cue.lines.some((line) => /<v[.\s]/i.test(line)))
  if (/noscribe/i.test(head)) return 'noScribe transcript (VTT)'
  if (/^Kind: captions/m.test(head)) return 'YouTube captions (VTT)'
  if (voices && (guids || /^\s*\d:\d{1,2}:\d{1,2}\.\d{1,3}\s*-->/m.test(text)))
    return 'Teams transcript (VTT)'
  if (guids || /^NOTE Confidence/m.test(head)) return 'Teams or Stream transcript without names (VTT)'
  if (voices) return 'Captions with names (VTT)'
  const numbered = file.cues.every((cue, i) => cue.id === String(i + 1))
  const zoomLike = file.cues.filter(
    (cue) => cue.lines.length === 1 && /^[^:]{1,60}: /.test(cue.lines[0] ?? ''),
  ).length
  if (numbered && zoomLike > file.cues.length * 0.7) return 'Zoom transcript (VTT)'
  if (/^\d{2}:\d{2}\.\d{3} -->/m.test(text) && file.cues.every((cue) => cue.id === ''))
    return 'Whisper transcript (VTT)'
  return 'Captions (VTT)'
}

function headerAttributes(file: CueFile): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  const title = file.header[0]?.replace(/^WEBVTT[\s-]*/, '').trim() ?? ''
  if (title !== '') attributes.Title = title
  for (const line of file.header.slice(1)) {
    const match = /^(Language|Kind):\s*(\S.*)$/.exec(line)
    if (match?.[1] !== undefined && match[2] !== undefined) attributes[match[1]] = match[2]
  }
  return attributes
}
