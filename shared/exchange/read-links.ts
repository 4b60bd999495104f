import type { MemoSubject } from '../model/entities.ts'
import { idIn, keepInWords, leftoverTitle, type StandardContext } from './read-context.ts'
import { type Noted, noteSubject } from './read-passages.ts'
import { childrenOf, type XmlElement } from './read-xml.ts'

/** Links and maps. A link between a note and something that came in makes the note about it; everything else is kept
    in words. */
export function readLinks(context: StandardContext, noted: Noted): void {
  const { root, tally } = context
  const links = childrenOf(root, 'Links').flatMap((each) => childrenOf(each, 'Link'))
  tally.found('links', links.length)
  for (const link of links) {
    const [origin, target] = [idIn(link, 'originGUID', ''), idIn(link, 'targetGUID', '')]
    const about = aboutNote(context, origin, target) ?? aboutNote(context, target, origin)
    if (about) {
      noteSubject(noted, about.note, about.subject)
      continue
    }
    tally.lost('links', `Loam has no links; kept in the memo “${leftoverTitle}”`)
    const arrow = link.attributes.get('direction') === 'OneWay' ? '→' : '–'
    const said = [
      `${called(context, origin)} ${arrow} ${called(context, target)}`,
      link.attributes.get('name'),
    ]
    keepInWords(context, 'Links', said.filter(Boolean).join(' — '))
  }
  for (const graph of childrenOf(root, 'Graphs').flatMap((each) => childrenOf(each, 'Graph')))
    readGraph(context, graph)
}

function aboutNote(
  { notes, places }: StandardContext,
  note: string,
  other: string,
): { readonly note: string; readonly subject: MemoSubject } | undefined {
  const subject = places.get(other)
  return notes.has(note) && subject ? { note, subject } : undefined
}

function readGraph(context: StandardContext, graph: XmlElement): void {
  const { tally } = context
  tally.found('maps')
  tally.lost('maps', `Loam draws no maps; what stands on them is kept in the memo “${leftoverTitle}”`)
  const vertices = childrenOf(graph, 'Vertex')
  const names = new Map(vertices.map((each) => [idIn(each, 'guid', ''), vertexName(context, each)]))
  const edges = childrenOf(graph, 'Edge').map((edge) => {
    const [from, to] = ['sourceVertex', 'targetVertex'].map((end) => names.get(idIn(edge, end, '')) ?? '?')
    const name = edge.attributes.get('name')
    return `${from} → ${to}${name ? ` (${name})` : ''}`
  })
  const name = graph.attributes.get('name') || 'Unnamed map'
  keepInWords(
    context,
    'Maps',
    [name, [...names.values()].join(', '), edges.join('; ')].filter(Boolean).join(' — '),
  )
}

function vertexName(context: StandardContext, { attributes }: XmlElement): string {
  const represented = attributes.get('representedGUID')
  return attributes.get('name') || (represented ? called(context, idOfText(represented)) : 'something')
}

function idOfText(text: string): string {
  return text.replace(/[{}]/g, '').trim().toLowerCase()
}

function called(context: StandardContext, id: string): string {
  const note = context.notes.get(id)
  if (note) return `“${note.attributes.get('name') || 'a note'}”`
  const place = context.places.get(id)
  if (!place) return 'something that did not come in'
  if (place.kind === 'code') return context.codeName(place.code)
  if (place.kind !== 'passage') return `a ${place.kind}`
  const text = context.contents.get(place.content)?.text ?? ''
  return `“${text.slice(place.start, Math.min(place.end, place.start + 60)).toWellFormed()}”`
}
