import { containerParts, directoryProblem, partText, tooMuchProblem } from './open-docx.ts'
import { hasLatin } from './sniff-content.ts'
import type { ImportProblem } from './source-draft.ts'

/** The parts of an OpenDocument text that are read, as text. */
export interface OdtParts {
  readonly ok: true
  readonly content: string
  readonly styles: string
  readonly meta: string
  readonly hasMacros: boolean
}

/** Whether a ZIP container is an OpenDocument text, by its first part or, where that is missing, by its names. */
export function isOdt(bytes: Uint8Array): boolean {
  if (hasLatin(bytes, 'mimetypeapplication/vnd.oasis.opendocument.text', 100)) return true
  const names = containerParts(bytes)?.map((entry) => entry.name) ?? []
  return names.includes('content.xml') && names.includes('META-INF/manifest.xml')
}

/** Opens an OpenDocument text, or what `what` says it is, under the same limits as a Word document; each trouble is
    one sentence. */
export function openOdt(bytes: Uint8Array, what = 'OpenDocument text (ODT)'): OdtParts | ImportProblem {
  const entries = containerParts(bytes)
  if (entries === null) return problem(`This ${what} is cut off or damaged: copy or download it once more.`)
  const trouble = directoryProblem(entries)
  if (trouble !== null) return problem(trouble)
  const part = (name: string): string | 'size' | null => {
    const entry = entries.find((each) => each.name === name)
    return entry === undefined ? null : partText(bytes, entry)
  }
  if (/:encryption-data[\s>]/.test(part('META-INF/manifest.xml') ?? ''))
    return problem(`This ${what} is locked with a password: take the password off and save it again.`)
  const content = part('content.xml')
  if (content === 'size') return problem(tooMuchProblem)
  if (content === null) return problem(`This ${what} is damaged: open it in LibreOffice and save it again.`)
  return {
    ok: true,
    content,
    styles: part('styles.xml') ?? '',
    meta: part('meta.xml') ?? '',
    hasMacros: entries.some((entry) => /^(?:Basic|Scripts)\/.+\/.+/.test(entry.name)),
  }
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
