import fc from 'fast-check'
import type { Edit } from '../../shared/change/change.ts'
import { create, update } from '../../shared/change/edit.ts'
import { type Recorded, recordGesture } from '../../shared/change/record-gesture.ts'
import { contentHash, derivedId, fingerprint } from '../../shared/exchange/fingerprint.ts'
import type { Archive, Content, OriginalFile } from '../../shared/model/archive.ts'
import type {
  Coding,
  Consent,
  Participant,
  Restriction,
  Source,
  Speaker,
  Turn,
} from '../../shared/model/entities.ts'
import type { ContentHash, Id } from '../../shared/model/ids.ts'
import { keysBetween } from '../../shared/model/order.ts'
import { emptyProject } from '../../shared/model/project.ts'
import { normaliseText } from '../../shared/text/normalise-text.ts'
import { onCharacter } from '../../shared/text/positions.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'

/** What a random archive is made of; numbers are taken modulo what is there. */
export interface ArchiveRecipe {
  readonly words: readonly string[]
  readonly sources: readonly {
    readonly lines: readonly string[]
    readonly labels: 'inside' | 'beside' | 'none'
  }[]
  readonly codes: readonly string[]
  readonly codings: readonly (readonly [
    source: number,
    start: number,
    length: number,
    code: number,
    earlier: boolean,
  ])[]
  /** What the one who speaks allows; may be quoted where nothing is said. */
  readonly allowed?: Pick<Participant, 'consent' | 'consentFor'>
  /** Others who belong to a source without speaking in it. */
  readonly others?: readonly (readonly [
    source: number,
    allowed: Pick<Participant, 'consent' | 'consentFor'>,
  ])[]
  readonly restrictions?: readonly (readonly [
    source: number,
    start: number,
    length: number,
    consent: Consent,
    audience: string,
    earlier: boolean,
  ])[]
}

/** Audiences that consent differs for; no name means all of them. */
export const audiences = ['public', 'funder', 'constructor', 'ю?>"']

const word = fc.oneof(
  fc.constantFrom(
    'slow',
    'אמון',
    'الثقة',
    'कहानी',
    '🌱',
    '👩🏽‍🌾',
    'e\u0301',
    '\u00a0',
    'a\u0000b',
    ']]>',
    '"q"',
    '<b>&amp;',
    '=1+1',
    '?>',
    '\uFEFF',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))

const consent = fc.constantFrom<Consent>('quote', 'paraphrase', 'count', 'withdrawn')
const allowed = fc.record(
  { consent, consentFor: fc.dictionary(fc.constantFrom(...audiences), consent, { noNullPrototype: true }) },
  { requiredKeys: ['consent'] },
)

/** Recipes with emoji, scripts from right to left, markup, labels in and out of the text, and orphaned codings. */
export const recipes: fc.Arbitrary<ArchiveRecipe> = fc.record({
  words: fc.array(word, { minLength: 8, maxLength: 8 }),
  sources: fc.array(
    fc.record({
      lines: fc.array(line, { maxLength: 6 }),
      labels: fc.constantFrom('inside' as const, 'beside' as const, 'none' as const),
    }),
    { maxLength: 3 },
  ),
  codes: fc.array(word, { minLength: 1, maxLength: 4 }),
  codings: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.boolean()), { maxLength: 12 }),
  allowed,
  others: fc.array(fc.tuple(fc.nat(), allowed), { maxLength: 3 }),
  restrictions: fc.array(
    fc.tuple(fc.nat(), fc.nat(), fc.nat(), consent, fc.constantFrom('', ...audiences), fc.boolean()),
    { maxLength: 4 },
  ),
})

/** Identities counted up, for tests. */
export function counting(): <K extends string>() => Id<K> {
  let count = 0
  return <K extends string>() => derivedId<K>('counted', String(++count))
}

/** The archive of a recipe, its log recorded change by change. */
export function archiveOf(recipe: ArchiveRecipe): Archive {
  const newId = counting()
  const making = { newId, at: 1_700_000_000_000, by: newId<'coder'>(), copy: newId<'copy'>() }
  const contents = new Map<ContentHash, Content>()
  const [
    name = '',
    initials = '',
    description = '',
    pseudonym = '',
    realName = '',
    title = '',
    text = '',
    note = '',
  ] = recipe.words
  const person = newId<'participant'>()
  const attributes = { region: newId<'attribute'>(), age: newId<'attribute'>(), since: newId<'attribute'>() }
  let recorded: Recorded = { project: emptyProject, changes: [] }
  const record = (label: string, edits: readonly Edit[]) => {
    if (edits.length > 0) recorded = recordGesture({ label, edits }, recorded, making)
  }
  record('Begin', [
    create('inquiry', { id: newId<'project'>(), name, approach: 'codebook', description, madeAt: 0 }),
    create('coder', { id: making.by, name: initials, initials }),
    create('attribute', {
      id: attributes.region,
      of: 'participant',
      name: 'Region',
      kind: 'text',
      order: 'V',
    }),
    create('attribute', { id: attributes.age, of: 'participant', name: 'Age', kind: 'number', order: 'W' }),
    create('attribute', { id: attributes.since, of: 'participant', name: 'Since', kind: 'date', order: 'X' }),
    create('participant', {
      id: person,
      pseudonym,
      name: realName,
      ...(recipe.allowed ?? { consent: 'quote' }),
      attributes: {
        [attributes.region]: description,
        [attributes.age]: 1e-7,
        [attributes.since]: '2024-02-30',
      },
      order: 'V',
    }),
  ])
  const codeKeys = keysBetween(null, null, recipe.codes.length)
  const codes = recipe.codes.map((code, i) => ({
    id: newId<'code'>(),
    name: code,
    definition: code,
    order: codeKeys[i] ?? 'V',
  }))
  record(
    'Codes',
    codes.map((code, i) => create('code', i === 0 ? code : { ...code, parent: codes[0]?.id ?? code.id })),
  )
  const laid = recipe.sources.map((source, i) => layOut(source, i, contents, newId, person))
  for (const { edits } of laid) record('Import', edits)
  const earlier = earlierText(laid[0]?.source, contents)
  const codings = recipe.codings.flatMap(([source, start, length, code, onEarlier], i): Coding[] => {
    const of = laid[source % Math.max(1, laid.length)]?.source
    const content = onEarlier && of === laid[0]?.source ? earlier : of?.content
    const body = content === undefined ? undefined : contents.get(content)?.text
    if (!of || content === undefined || !body) return []
    const from = onCharacter(body, start % body.length)
    const to = onCharacter(body, from + 1 + (length % (body.length - from)))
    const codeId = codes[code % codes.length]?.id
    if (to <= from || !codeId) return []
    return [
      {
        id: newId(),
        source: of.id,
        content,
        start: from,
        end: to,
        code: codeId,
        coder: making.by,
        layer: i % 3 === 0 ? 'agreed' : 'own',
        at: i,
        quote: quoteHash(body, from, to),
        ...(i % 2 === 0 ? { stance: 'denies' as const, note, star: true } : {}),
      },
    ]
  })
  const others = (recipe.others ?? []).map(
    ([source, allowance], i): readonly [Source | undefined, Participant] => [
      laid[source % Math.max(1, laid.length)]?.source,
      { id: newId(), pseudonym: `Other ${i}`, order: `W${i}`, ...allowance },
    ],
  )
  record(
    'Others',
    others.map(([, other]) => create('participant', other)),
  )
  for (const [source] of laid.map((each) => [each.source] as const)) {
    const here = others.filter(([of]) => of === source).map(([, other]) => other.id)
    if (here.length > 0) record('Belong', [update('source', source, { participants: here })])
  }
  const restrictions = (recipe.restrictions ?? []).flatMap(
    ([source, start, length, consent, audience, onEarlier]): Restriction[] => {
      const of = laid[source % Math.max(1, laid.length)]?.source
      const content = onEarlier && of === laid[0]?.source ? earlier : of?.content
      const body = content === undefined ? undefined : contents.get(content)?.text
      if (!of || content === undefined || !body) return []
      const from = start % body.length
      const end = from + 1 + (length % (body.length - from))
      const towards = audience === '' ? {} : { audience }
      return [
        { id: newId(), source: of.id, content, start: from, end, consent, reason: realName, ...towards },
      ]
    },
  )
  for (const restriction of restrictions) record('Restrict', [create('restriction', restriction)])
  for (const coding of codings) record('Code passage', [create('coding', coding)])
  const about = laid[0]
    ? { kind: 'source' as const, source: laid[0].source.id }
    : { kind: 'project' as const }
  record('Memo', [
    create('memo', { id: newId<'memo'>(), kind: 'reflexive', title, text, about, by: making.by, at: 5 }),
  ])
  const first = codes[0]
  if (first) record('Rename', [update('code', { ...first }, { definition: undefined, colour: '#aabbcc' })])
  return { ...recorded, contents, originals: originals(recipe) }
}

interface Laid {
  readonly source: Source
  readonly edits: readonly Edit[]
}

function layOut(
  { lines, labels }: ArchiveRecipe['sources'][number],
  index: number,
  contents: Map<ContentHash, Content>,
  newId: <K extends string>() => Id<K>,
  participant: Id<'participant'>,
): Laid {
  const id = newId<'source'>()
  const speaker: Speaker = { id: newId(), source: id, label: 'Noor', role: 'participant', participant }
  let text = ''
  const places: (readonly [number, number, number])[] = []
  for (const [i, raw] of lines.entries()) {
    const said = normaliseText(raw).text
    if (i % 3 > 0) text += i % 3 === 1 ? '\n' : ' '
    const label = text.length
    if (labels === 'inside') text += 'Noor: '
    const start = text.length
    text += said
    places.push([label, start, text.length])
  }
  text = normaliseText(text).text
  const turns: Turn[] = places
    .filter(() => labels !== 'none')
    .map(([label, start, end], i) => ({
      id: newId(),
      source: id,
      label,
      start,
      end,
      ...(i === 1 ? {} : { speaker: speaker.id, time: i * 61_000 }),
    }))
  const content = contentHash(text)
  contents.set(content, { hash: content, text, syncPoints: [0, 0, text.length, 1000] })
  const source: Source = {
    id,
    name: `Source ${index}`,
    kind: 'interview',
    status: 'done',
    content,
    firstContent: content,
    words: 0,
    format: 'Test',
    importedAt: index,
    order: `V${index}`,
  }
  const fits = turns.every((turn) => turn.end <= text.length)
  return {
    source,
    edits: [
      create('source', source),
      create('speaker', speaker),
      ...(fits ? turns : []).map((turn) => create('turn', turn)),
    ],
  }
}

/** An earlier text of a source, on which codings were left behind. */
function earlierText(
  source: Source | undefined,
  contents: Map<ContentHash, Content>,
): ContentHash | undefined {
  if (!source) return undefined
  const text = `Before: ${contents.get(source.content)?.text ?? ''}`
  const hash = contentHash(text)
  contents.set(hash, { hash, text })
  return hash
}

function originals(recipe: ArchiveRecipe): Map<string, OriginalFile> {
  const bytes = new TextEncoder().encode(recipe.words.join('\n'))
  const hash = fingerprint(bytes)
  return new Map([[hash, { hash, name: recipe.words[0] ?? '', bytes }]])
}
