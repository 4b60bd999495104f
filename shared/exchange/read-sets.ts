import type { Attribute, AttributeValue, Source, SourceKind } from '../model/entities.ts'
import type { AttributeId } from '../model/ids.ts'
import { derivedId } from './fingerprint.ts'
import { idIn, keepInWords, leftoverTitle, type SourceRead, type StandardContext } from './read-context.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

/** What sets of sources say about them: "gender: male" is a value, "Interviews" a kind, any other a group that a
    source belongs to. Sets of codes and notes are kept in words. Loam's own sets say what its sources say anyway. */
export function readSets(
  context: StandardContext,
  sources: readonly SourceRead[],
): { readonly attributes: readonly Attribute[]; readonly sources: readonly SourceRead[] } {
  const sets = childrenOf(context.root, 'Sets').flatMap((each) => childrenOf(each, 'Set'))
  if (context.ours) return { attributes: [], sources }
  const found: Found = { attributes: new Map(), values: new Map(), kinds: new Map() }
  context.tally.found('sets', sets.length)
  for (const element of sets) readSet(context, element, found)
  const changed = sources.map((read): SourceRead => {
    const { source } = read
    const values = found.values.get(source.id)
    const kind = found.kinds.get(source.id)
    if (!values && !kind) return read
    const attributes = { ...source.attributes, ...Object.fromEntries(values ?? []) }
    const more: Source = { ...source, ...(kind ? { kind } : {}) }
    return { ...read, source: Object.keys(attributes).length > 0 ? { ...more, attributes } : more }
  })
  return { attributes: [...found.attributes.values()], sources: changed }
}

interface Found {
  readonly attributes: Map<string, Attribute>
  readonly values: Map<string, Map<AttributeId, AttributeValue>>
  readonly kinds: Map<string, SourceKind>
}

const kindNames: ReadonlyMap<string, SourceKind> = new Map([
  ['interviews', 'interview'],
  ['group sessions', 'group'],
  ['focus groups', 'group'],
  ['documents', 'document'],
  ['surveys', 'survey'],
])

function readSet(context: StandardContext, element: XmlElement, found: Found): void {
  const name = element.attributes.get('name') || 'Unnamed set'
  const sources = membersOf(element, 'MemberSource').flatMap((id) => {
    const place = context.places.get(id)
    return place?.kind === 'source' ? [place.source] : []
  })
  const others = membersOf(element, 'MemberCode').length + membersOf(element, 'MemberNote').length
  const said = childOf(element, 'Description')?.text.trim()
  const kind = kindNames.get(name.toLowerCase())
  if (sources.length > 0 && kind) for (const source of sources) found.kinds.set(source, kind)
  else if (sources.length > 0)
    for (const source of sources) addValue(found, source, valueNamed(context, name))
  if (said || others > 0 || sources.length === 0) keepSet(context, element, name, said)
  if (sources.length === 0)
    context.tally.lost(
      'sets',
      others > 0
        ? `they are sets of codes or notes; kept in the memo “${leftoverTitle}”`
        : 'nothing that came in belongs to them',
    )
}

/** ATLAS.ti writes a document's attributes as sets: "gender: male". */
function valueNamed({ origin }: StandardContext, name: string): readonly [string, string] {
  const [, attribute, value] = (/atlas/i.test(origin) && /^([^:]+):\s*(\S.*)$/.exec(name)) || []
  return attribute !== undefined && value !== undefined ? [attribute.trim(), value.trim()] : ['Group', name]
}

function addValue(
  { attributes, values }: Found,
  source: string,
  [name, value]: readonly [string, string],
): void {
  const id = derivedId<'attribute'>('attribute of a set', name)
  if (!attributes.has(id))
    attributes.set(id, { id, of: 'source', name, kind: 'text', order: `z${attributes.size}V` })
  const here = values.get(source) ?? new Map<AttributeId, AttributeValue>()
  values.set(source, here)
  const before = here.get(id)
  here.set(id, before === undefined ? value : `${before}; ${value}`)
}

function membersOf(element: XmlElement, name: string): string[] {
  // Codebooks call the reference guid, projects targetGUID.
  return childrenOf(element, name).map((each) =>
    idIn(each, each.attributes.get('targetGUID') ? 'targetGUID' : 'guid', ''),
  )
}

function keepSet(
  context: StandardContext,
  element: XmlElement,
  name: string,
  said: string | undefined,
): void {
  const codes = membersOf(element, 'MemberCode').map(context.codeName)
  const notes = membersOf(element, 'MemberNote').map(
    (id) => context.notes.get(id)?.attributes.get('name') ?? 'a note',
  )
  const words = [said, codes.join(', '), notes.length > 0 ? `notes: ${notes.join(', ')}` : ''].filter(Boolean)
  keepInWords(context, 'Sets', [name, ...words].join(' — '))
}
