import type { Cue } from './cue-blocks.ts'
import { cleanLabel, labelKind } from './label-grammar.ts'

/** Captions whose name stands on a line of its own above the words, as Teams wrote them into Word and Premiere does;
    null unless nearly every caption has one and few voices come again and again. */
export function namesAboveWords(cues: readonly Cue[]): readonly (string | null)[] | null {
  const spoken = cues.filter((cue) => cue.lines.some((line) => /\S/.test(line)))
  const names = cues.map(nameAbove)
  const found = names.filter((name) => name !== null)
  const voices = new Set(found)
  const isSure = found.length >= 4 && found.length >= spoken.length * 0.9 && voices.size * 2 <= found.length
  return isSure ? names : null
}

function nameAbove({ lines }: Cue): string | null {
  const first = lines[0] ?? ''
  if (first.length > 60 || !lines.slice(1).some((line) => /\S/.test(line)) || /[<:：]/.test(first))
    return null
  const name = cleanLabel(first)
  const kind = labelKind(name)
  return kind === null || kind === 'handle' ? null : name
}
