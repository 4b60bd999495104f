import type { ProseDoc, ProseNode } from '../../shared/model/report-entities.ts'

/** Reads what the editor gives as JSON. Anything that is no document is an empty one. */
export function readProseDoc(json: unknown): ProseDoc {
  const node = readNode(json)
  return { type: 'doc', content: node?.type === 'doc' ? (node.content ?? []) : [] }
}

function readNode(json: unknown): ProseNode | null {
  if (!isRecord(json) || typeof json.type !== 'string') return null
  const content = Array.isArray(json.content) ? json.content.flatMap((each) => readNode(each) ?? []) : []
  const marks = Array.isArray(json.marks) ? json.marks.flatMap(readMark) : []
  const attrs = isRecord(json.attrs) ? readAttributes(json.attrs) : {}
  return {
    type: json.type,
    ...(typeof json.text === 'string' ? { text: json.text } : {}),
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

function readMark(json: unknown): { type: string }[] {
  return isRecord(json) && typeof json.type === 'string' ? [{ type: json.type }] : []
}

/** Attributes left at nothing are left out, so that a doc opened and closed again is the same. */
function readAttributes(attrs: Readonly<Record<string, unknown>>): Record<string, string | number | boolean> {
  const kept: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(attrs)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      kept[name] = value
  }
  return kept
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
