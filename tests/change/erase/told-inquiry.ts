import type { Gesture } from '../../../shared/change/change.ts'
import { create, remove, update } from '../../../shared/change/edit.ts'
import { type Recorded, recordGesture } from '../../../shared/change/record-gesture.ts'
import { correctText } from '../../../shared/commands/correct-text.ts'
import { freezeCodebook } from '../../../shared/commands/freeze-codebook.ts'
import type { Making } from '../../../shared/commands/making.ts'
import { removeSources } from '../../../shared/commands/remove-source.ts'
import { contentHash, derivedId, fingerprint } from '../../../shared/exchange/fingerprint.ts'
import type { Archive, Content, OriginalFile } from '../../../shared/model/archive.ts'
import type { Coding, Source } from '../../../shared/model/entities.ts'
import type { CopyId, Id, ParticipantId } from '../../../shared/model/ids.ts'
import { emptyProject } from '../../../shared/model/project.ts'
import { proseFromText } from '../../../shared/report/prose.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import { quoteHash } from '../../../shared/text/quote-hash.ts'

type Maker = Making & { readonly copy: CopyId }

/** Identities of one desk, counted up. */
export function makingAt(desk: string): Maker {
  let count = 0
  const newId = <K extends string>(): Id<K> => derivedId<K>('erase', desk, String(++count))
  return {
    newId,
    at: 1_700_000_000_000 + desk.length,
    by: derivedId('coder', 'first'),
    copy: newId<'copy'>(),
  }
}

/** What Ravi said in an interview of his own, and in the session; nobody else says a word of it. */
export const ravi = {
  alone: [
    'My grandmother buried the seedbank ledger under the mango orchard.',
    'Governors never visited that riverside kindergarten before the flood.',
  ],
  session: [
    'Quietly I sold both oxen to pay the clinic bribe.',
    'Forgiveness arrived late, wearing borrowed sandals.',
  ],
}
const others = [
  'We waited a long time for the money.',
  'The season was gone when Ravindra came back.',
  'Trust does not count.',
]

/** A lived-in project: Ravi (Ravindra Menon) in an interview of his own and in a session with Noor; texts corrected,
    translated, coded, quoted; things renamed and deleted. */
export interface Told {
  readonly archive: Archive
  readonly ravi: ParticipantId
  readonly interview: Source
  readonly session: Source
}

/** Builds it, log and all. */
export function toldInquiry(): Told {
  const making = makingAt('told')
  const { newId, by, at } = making
  const contents = new Map<Content['hash'], Content>()
  const originals = new Map<string, OriginalFile>()
  let recorded: Recorded = { project: emptyProject, changes: [] }
  const record = (gesture: Gesture | null) => {
    if (gesture) recorded = recordGesture(gesture, recorded, making)
  }
  const keep = (text: string): Content => {
    const content = { hash: contentHash(text), text }
    contents.set(content.hash, content)
    return content
  }
  const [person, noor] = [newId<'participant'>(), newId<'participant'>()]
  const [region, code, reasons] = [newId<'attribute'>(), newId<'code'>(), newId<'code'>()]
  record({
    label: 'Begin',
    edits: [
      create('inquiry', {
        id: newId<'project'>(),
        name: 'Seeds',
        approach: 'codebook',
        aims: ['To hear Ravindra Menon out'],
        madeAt: 0,
      }),
      create('coder', { id: by, name: 'Ada', initials: 'A' }),
      create('attribute', { id: region, of: 'participant', name: 'Region', kind: 'text', order: 'V' }),
      create('participant', {
        id: person,
        pseudonym: 'Ravindra Menon',
        name: 'Ravindra Menon',
        consent: 'quote',
        attributes: { [region]: 'Ravindra’s valley' },
        order: 'V',
      }),
      create('participant', {
        id: noor,
        pseudonym: 'Noor',
        consent: 'quote',
        attributes: { [region]: 'beside Ravindra’s valley' },
        order: 'W',
      }),
      create('code', { id: code, name: 'Waiting', example: ravi.session[0] ?? '', order: 'V' }),
      create('code', { id: reasons, name: 'As Ravindra says', order: 'W' }),
      create('question', { id: newId<'question'>(), text: 'How did it begin?', version: 1, order: 'V' }),
    ],
  })
  const bring = (
    name: string,
    kind: Source['kind'],
    lines: readonly (readonly [string, string])[],
  ): Source => {
    const text = lines.map(([label, words]) => `${label}: ${words}`).join('\n')
    const content = keep(text)
    const bytes = new TextEncoder().encode(`${text}\n`)
    const file = { hash: fingerprint(bytes), name: `${name}.txt`, bytes }
    originals.set(file.hash, file)
    const source: Source = {
      id: newId(),
      name,
      kind,
      status: 'not started',
      content: content.hash,
      firstContent: content.hash,
      words: text.split(/\s+/).length - lines.length,
      format: 'Test',
      original: { hash: file.hash, name: file.name, bytes: bytes.length },
      recording: { kind: 'audio', name: `${name}.mp3`, bytes: 9, mark: '0'.repeat(64) },
      importedAt: at,
      order: `V${recorded.changes.length}`,
    }
    const labels = [...new Set(lines.map(([label]) => label))]
    const speakers = labels.map((label) => ({
      id: newId<'speaker'>(),
      source: source.id,
      label,
      role: label === 'I' ? ('interviewer' as const) : ('participant' as const),
      ...(label === 'Ravi' ? { participant: person } : label === 'Noor' ? { participant: noor } : {}),
    }))
    let reached = 0
    const turns = lines.map(([label, words]) => {
      const start = reached + label.length + 2
      const turn = {
        id: newId<'turn'>(),
        source: source.id,
        label: reached,
        start,
        end: start + words.length,
        speaker: speakers[labels.indexOf(label)]?.id ?? newId(),
      }
      reached = turn.end + 1
      return create('turn', turn)
    })
    record({
      label: `Import ${name}`,
      edits: [create('source', source), ...speakers.map((each) => create('speaker', each)), ...turns],
    })
    return source
  }
  const [q, a, b] = ['How was it?', ravi.alone[0] ?? '', ravi.alone[1] ?? '']
  const interview = bring('Ravindra Menon 2024', 'interview', [
    ['I', q],
    ['Ravi', a],
    ['I', 'And then?'],
    ['Ravi', b],
  ])
  const session = bring('Session at the weir', 'group', [
    ['I', q],
    ['Noor', others[0] ?? ''],
    ['Ravi', ravi.session[0] ?? ''],
    ['Noor', others[1] ?? ''],
    ['Ravi', ravi.session[1] ?? ''],
    ['Noor', others[2] ?? ''],
  ])
  const plain = bring('Weekly notes', 'document', [
    ['I', 'Nothing of note but the weather, which held all through the long week.'],
  ])
  const codeWords = (source: Source, words: string, more: Partial<Coding> = {}): Coding => {
    const content = recorded.project.tables.source.get(source.id)?.content ?? source.content
    const text = contents.get(content)?.text ?? ''
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`“${words}” does not stand there`)
    const end = start + words.length
    const coding: Coding = {
      id: newId(),
      source: source.id,
      content,
      start,
      end,
      code,
      coder: by,
      layer: 'own',
      at,
      quote: quoteHash(text, start, end),
      ...more,
    }
    record({ label: 'Code passage with Waiting', edits: [create('coding', coding)] })
    return coding
  }
  codeWords(interview, 'the seedbank ledger')
  const quoted = codeWords(session, 'both oxen')
  const kept = codeWords(session, 'The season was gone', { note: 'Ravindra again' })
  codeWords(session, `${others[1]}\nRavi: ${ravi.session[1]}`)
  codeWords(session, 'Ravindra')
  codeWords(plain, 'the weather')
  // The session's text is corrected; one coding stays behind on the text it was made on.
  const before = contents.get(session.content)?.text ?? ''
  codeWords(session, 'Trust does not count')
  const better = keep(before.replace('Trust does not count.', '').replace('sold both', 'sold my both'))
  record(
    correctText(
      recorded.project,
      session.id,
      { alignment: alignTexts(before, better.text), content: better.hash },
      making,
    )?.gesture ?? null,
  )
  const turns = recorded.project.turns.get(session.id) ?? []
  const translated = turns.map((turn) => ({
    at: turn.start,
    words: `T(${better.text.slice(turn.start, turn.end)})`,
  }))
  const other = keep(translated.map(({ words }) => words).join('\n'))
  let reached = 0
  const stretches = translated.flatMap(({ at, words }) => {
    const start = reached
    reached += words.length + 1
    return [at, start, start + words.length]
  })
  const report = newId<'report'>()
  const memo = { kind: 'analytic' as const, by, at }
  const about = { kind: 'passage' as const, source: session.id, content: better.hash }
  const place = (words: string) => {
    const start = better.text.indexOf(words)
    return { start, end: start + words.length }
  }
  const draft = {
    id: newId<'memo'>(),
    title: 'On Ravi',
    text: 'I spoke with Ravind',
    about: { kind: 'project' as const },
    ...memo,
  }
  const deleted = {
    id: newId<'memo'>(),
    title: 'Old',
    text: 'Ravindra Menon lies',
    about: { kind: 'project' as const },
    ...memo,
  }
  record({
    label: 'Write',
    edits: [
      create('translation', {
        id: newId<'translation'>(),
        source: session.id,
        language: 'English',
        translator: 'Ravindra Menon',
        content: other.hash,
        of: better.hash,
        stretches,
        order: 'V',
      }),
      create('memo', draft),
      create('memo', deleted),
      create('memo', {
        id: newId<'memo'>(),
        title: 'His',
        text: 'x',
        about: { kind: 'participant', participant: person },
        ...memo,
      }),
      create('memo', {
        id: newId<'memo'>(),
        title: 'Quoting',
        text: `He said: “${ravi.alone[0]}” Well.`,
        about: { kind: 'code', code },
        ...memo,
      }),
      create('memo', {
        id: newId<'memo'>(),
        title: 'On words',
        text: 'here',
        about: { ...about, ...place('Forgiveness') },
        ...memo,
      }),
      create('memo', {
        id: newId<'memo'>(),
        title: 'On hers',
        text: 'there',
        about: { ...about, ...place('long time') },
        ...memo,
      }),
      create('restriction', {
        id: newId<'restriction'>(),
        source: session.id,
        content: better.hash,
        ...place('borrowed sandals'),
        consent: 'count',
        reason: 'Ravindra asked',
      }),
      create('restriction', {
        id: newId<'restriction'>(),
        source: session.id,
        content: better.hash,
        ...place('the money'),
        consent: 'count',
      }),
      create('report', {
        id: report,
        template: 'summary',
        title: 'For Ravindra Menon',
        madeAt: at,
        order: 'V',
      }),
      create('prose', {
        id: newId<'prose'>(),
        report,
        place: 'about',
        doc: proseWith(`He told us: ${ravi.session[1]} So it went.`),
      }),
      create('quoteChoice', {
        id: newId<'quoteChoice'>(),
        report,
        code,
        source: session.id,
        coding: quoted.id,
        use: 'show',
      }),
      create('quoteChoice', {
        id: newId<'quoteChoice'>(),
        report,
        code,
        source: session.id,
        coding: kept.id,
        use: 'show',
        cuts: [{ start: kept.start + 4, end: kept.start + 10 }],
        clarifications: [{ at: kept.end, text: 'as Ravindra says' }],
      }),
      create('assignment', { id: newId<'assignment'>(), source: interview.id, coder: by, by, at }),
      create('adjudication', {
        id: newId<'adjudication'>(),
        source: session.id,
        content: better.hash,
        ...place('late, wearing'),
        code,
        decided: 'applies',
        reason: 'Ravindra is clear',
        by,
        at,
      }),
    ],
  })
  record({
    label: 'Rename',
    edits: [update('memo', draft, { text: 'I spoke with Ravindra Menon at length' })],
  })
  record({ label: 'Delete a memo', edits: [remove('memo', deleted)] })
  record({
    label: 'Rename participant Ravindra Menon',
    edits: [
      update('participant', recorded.project.tables.participant.get(person) ?? never(), {
        pseudonym: 'Ravi',
      }),
    ],
  })
  record(freezeCodebook(recorded.project, { name: 'First, with Ravindra Menon', note: 'n' }, making).gesture)
  const passing = bring('Gone talk', 'interview', [
    ['Ravi', 'Nobody asked about the elephant under our stairs.'],
  ])
  record(removeSources(recorded.project, [passing.id]))
  return {
    archive: { ...recorded, contents, originals },
    ravi: person,
    interview,
    session,
  }
}

/** A doc in which a quote runs over several faces. */
function proseWith(text: string) {
  const doc = proseFromText(text)
  return {
    ...doc,
    content: doc.content.map((node) => {
      const words = node.content?.[0]?.text ?? ''
      const half = Math.floor(words.length / 2)
      return {
        ...node,
        content: [
          { type: 'text', text: words.slice(0, half) },
          { type: 'text', text: words.slice(half), marks: [{ type: 'bold' }] },
        ],
      }
    }),
  }
}

function never(): never {
  throw new Error('It is not there')
}
