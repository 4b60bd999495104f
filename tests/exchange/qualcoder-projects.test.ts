import { expect, test } from 'vitest'
import { codebook, coding, el, guid, line, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { inline, sound } from '../support/sound-project.ts'

/* What QualCoder writes, after its code (src/qualcoder/refi.py): identities in lower case and new with every export,
   one passage a coding, the whole quote as its name, texts under a byte order mark. */

test('QualCoder: text before its page’s places, an annotation counts in its source, users nobody listed', () => {
  const qde = project(
    'QualCoder 3.8',
    [
      codebook('A'),
      el(
        'Sources',
        {},
        el(
          'TextSource',
          { guid: guid('s'), name: 'Talk', plainTextPath: 'internal://s.txt' },
          passage(0, 2, [], {}, coding('A', 'x', 'dee')),
          el('NoteRef', { targetGUID: guid('note') }),
        ),
        el(
          'PDFSource',
          { guid: guid('p'), name: 'Paper' },
          el('Representation', { guid: guid('r') }, text('PlainTextContent', 'One page of words')),
          el(
            'PDFSelection',
            { guid: guid('z'), page: 1, firstX: 1, firstY: 2, secondX: 3, secondY: 4 },
            el('Representation', { guid: guid('q') }, text('PlainTextContent', 'page of')),
            coding('A', 'z'),
          ),
        ),
      ),
      el(
        'Notes',
        {},
        el(
          'Note',
          { guid: guid('note'), name: 'Annotation' },
          text('PlainTextContent', 'look'),
          el('PlainTextSelection', { guid: guid('a'), startPosition: 3, endPosition: 6 }),
        ),
      ),
    ],
    { creatingUserGUID: guid('nobody') },
  )
  const read = sound(qdpx(qde, { 'sources/s.txt': '\uFEFFWe had no money' }))
  expect(read.quotes).toEqual(['We', 'page of'])
  expect(read.memos).toMatchObject([{ title: 'Annotation', about: { kind: 'passage', start: 3, end: 6 } }])
  expect(read.archive.project.tables.coder.get(guid('dee').toLowerCase())?.name).toContain(
    'Not listed in the file',
  )
})

const words = 'We 🌱 had no\nmoney, café\nand waited'
const quotes = ['🌱 had no', 'money', 'café', 'waited']

/** A source as QualCoder writes it: positions count characters, and one for a line’s end however it is written. */
function coded(of: string, user: string, more: Readonly<Record<string, string>> = {}, memo = ''): string {
  const at = [...words.slice(0, words.indexOf(of))].length
  return el(
    'PlainTextSelection',
    {
      guid: guid(`passage ${of}`).toLowerCase(),
      startPosition: at,
      endPosition: at + [...of].length,
      name: of.replaceAll('\n', ' '),
      creatingUser: user,
      creationDateTime: '2026-02-01T10:00:00Z',
      ...more,
    },
    memo && text('Description', memo),
    el(
      'Coding',
      { guid: guid(`coding ${of}`).toLowerCase(), creatingUser: user },
      el('CodeRef', { targetGUID: guid('Funding').toLowerCase() }),
    ),
  )
}

const bookOfGroups = el(
  'CodeBook',
  {},
  el(
    'Codes',
    {},
    el('Code', {
      guid: guid('Alone').toLowerCase(),
      name: 'Alone',
      isCodable: 'true',
      color: '#F781F3',
    }),
    el(
      'Code',
      { guid: guid('Barriers').toLowerCase(), name: 'Barriers', isCodable: 'false' },
      el(
        'Code',
        { guid: guid('Funding').toLowerCase(), name: 'Funding', isCodable: 'true', color: '#58FAAC' },
        text('Description', 'No money'),
        el('Code', {
          guid: guid('Grants').toLowerCase(),
          name: 'Grants',
          isCodable: 'true',
          color: '#E8E8E8',
        }),
      ),
    ),
  ),
)

test.each([
  ['LF', '\n'],
  ['CR and LF, for MAXQDA', '\r\n'],
  ['CR, CR and LF, for MAXQDA on Windows', '\r\r\n'],
])('QualCoder: passages stand on their words with line ends of %s', (_, end) => {
  const user = guid('ann').toLowerCase()
  const source = el(
    'TextSource',
    {
      richTextPath: 'internal://rich.md',
      plainTextPath: 'internal://plain.txt',
      creatingUser: user,
      creationDateTime: '2026-01-01T09:30:00Z',
      guid: guid('s').toLowerCase(),
      name: 'Talk.md',
    },
    ...quotes.map((quote) => coded(quote, user)),
  )
  const users = el('Users', {}, el('User', { guid: user, name: 'Ann' }))
  const qde = project('QualCoder 3.8.2', [users, bookOfGroups, el('Sources', {}, source)])
  const read = sound(qdpx(qde, { 'sources/plain.txt': `\uFEFF${words.replaceAll('\n', end)}` }))
  expect(read.quotes).toEqual(quotes)
  expect([...read.archive.contents.values()][0]?.text).toBe(words)
  expect(line(read.receipt, 'coded segments')).toEqual([4, 4])
  expect([...read.archive.project.tables.code.values()]).toMatchObject([
    { name: 'Alone', colour: '#F781F3' },
    { name: 'Barriers', codable: false },
    { name: 'Funding', definition: 'No money', parent: guid('Barriers').toLowerCase() },
    { name: 'Grants', parent: guid('Funding').toLowerCase() },
  ])
})

test('QualCoder: without evidence its line ends count one, in a file of Windows as well', () => {
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Lines', plainTextPath: 'internal://s.txt' },
    passage(4, 5, ['A']),
  )
  const qde = project('QualCoder 3.8', [codebook('A'), el('Sources', {}, source)])
  expect(sound(qdpx(qde, { 'sources/s.txt': '.\r\n.\r\n!\r\n.' })).quotes).toEqual(['!'])
})

test('QualCoder: an empty user is nobody known, not a person, and its memos, cases and empty values come in', () => {
  const ann = guid('ann').toLowerCase()
  const value = (name: string, inside = '') =>
    el('VariableValue', {}, el('VariableRef', { targetGUID: guid(name).toLowerCase() }), inside)
  const variable = (name: string, kind: string) =>
    el('Variable', { guid: guid(name).toLowerCase(), name, typeOfVariable: kind }, '<Description />')
  const source = el(
    'TextSource',
    {
      plainTextPath: 'internal://t.txt',
      creatingUser: '',
      creationDateTime: 'TZ',
      guid: guid('s').toLowerCase(),
      name: 'Talk',
    },
    text('Description', 'recorded at home'),
    coded('money', ann, {}, 'only last year'),
    coded('waited', '', { creationDateTime: 'TZ' }),
    value('Place', text('TextValue', 'north')),
    value('Age'),
  )
  const person = el(
    'Case',
    { guid: guid('Noor').toLowerCase(), name: 'Noor' },
    '<Description />',
    value('Age', text('FloatValue', '41')),
    el('SourceRef', { targetGUID: guid('s').toLowerCase() }),
  )
  const journal = el(
    'Note',
    {
      guid: guid('day').toLowerCase(),
      creatingUser: '',
      creationDateTime: '2026-02-03T08:00:00Z',
      name: 'Day one',
      plainTextPath: 'internal://day.txt',
    },
    '<Description />',
  )
  const qde = project('QualCoder 3.8', [
    el('Users', {}, el('User', { guid: ann, name: 'Ann' }), el('User', { guid: guid('bo'), name: 'Bo' })),
    bookOfGroups,
    el('Variables', {}, variable('Place', 'Text'), variable('Age', 'Float')),
    el('Cases', {}, person),
    el('Sources', {}, source),
    el('Notes', {}, journal),
  ])
  const files = { 'sources/t.txt': `\uFEFF${words}`, 'sources/day.txt': '\uFEFFSlow start' }
  const read = sound(qdpx(qde, files))
  const nameOf = (id: string) => read.archive.project.tables.coder.get(id)?.name
  expect(read.codings.map(({ coder }) => nameOf(coder))).toEqual(['Ann', 'Not named in the file'])
  expect(read.memos.map(({ by }) => nameOf(by))).not.toContain(undefined)
  expect([...read.archive.project.tables.coder.values()].map(({ name }) => name)).toEqual([
    'Ann',
    'Bo',
    'Not named in the file',
  ])
  expect(read.memos.map(({ title, text: said, about }) => [title, said, about.kind])).toEqual([
    ['Day one', 'Slow start', 'project'],
    ['Comment', 'only last year', 'passage'],
    ['Description', 'recorded at home', 'source'],
  ])
  const [noor] = read.archive.project.tables.participant.values()
  expect([noor?.pseudonym, ...Object.values(noor?.attributes ?? {})]).toEqual(['Noor', 41])
  expect(Object.values(read.sources[0]?.attributes ?? {})).toEqual(['north'])
  expect(read.sources[0]?.participants).toEqual([noor?.id])
  expect(line(read.receipt, 'values')).toEqual([3, 2, 'they say that nothing is known'])
})

test('QualCoder: annotations are not escaped, and only the first of a source is referred to', () => {
  const note = (id: string, said: string) =>
    `<Note guid="${guid(id)}" creatingUser="" creationDateTime="2026-02-01T10:00:00Z" >
<PlainTextContent>${said}</PlainTextContent>
<PlainTextSelection guid="${guid(`in ${id}`)}" startPosition="3" endPosition="4" />
</Note>`
  const source = inline('Talk', words, el('NoteRef', { targetGUID: guid('first') }))
  const qde = project('QualCoder 3.8', [
    codebook('A'),
    el('Sources', {}, source),
    el('Notes', {}, note('first', 'R&D & co, p < 0.05'), note('second', 'more')),
  ])
  const read = sound(qdpx(qde))
  expect(read.memos.map(({ text: said, about }) => [said, about.kind])).toEqual([
    ['R&D & co, p < 0.05', 'passage'],
    ['more', 'project'],
  ])
  expect(read.notes.join(' ')).toContain('was not well-formed')
  expect(read.notes.join(' ')).toContain('not in which source')
})

test('QualCoder: a PDF’s text carries its codings, a recording’s selections no time, a coding no code', () => {
  const user = guid('ann').toLowerCase()
  const pdf = el(
    'PDFSource',
    { path: 'internal://p.pdf', creatingUser: user, guid: guid('pdf').toLowerCase(), name: 'Talk.pdf' },
    el(
      'Representation',
      {
        guid: guid('rep').toLowerCase(),
        plainTextPath: 'internal://p.txt',
        creatingUser: user,
        name: 'Talk.pdf',
      },
      ...quotes.map((quote) => coded(quote, user)),
    ),
  )
  const video = el(
    'VideoSource',
    {
      creatingUser: user,
      path: 'absolute:///home/ann/film.mp4',
      guid: guid('film').toLowerCase(),
      name: 'film.mp4',
    },
    el(
      'Transcript',
      { plainTextPath: 'internal://f.txt', guid: guid('heard').toLowerCase(), name: 'film.mp4.transcribed' },
      el('SyncPoint', { guid: guid('0'), position: 0, timeStamp: 0 }),
      el('SyncPoint', { guid: guid('1'), position: 3, timeStamp: 0 }),
      el('SyncPoint', { guid: guid('2'), position: 8, timeStamp: 5000 }),
      el(
        'TranscriptSelection',
        { guid: guid('ts'), name: 'film.mp4.transcribed', fromSyncPoint: guid('1'), toSyncPoint: guid('2') },
        el('Coding', { guid: guid('k') }, el('CodeRef', { targetGUID: guid('Funding') })),
      ),
      el(
        'TranscriptSelection',
        { guid: guid('ts2'), name: 'film.mp4.transcribed', fromSyncPoint: '', toSyncPoint: '' },
        el('Coding', { guid: guid('k2') }),
      ),
    ),
  )
  const picture = el(
    'PictureSource',
    { path: 'internal://i.png', guid: guid('image').toLowerCase(), name: 'i.png' },
    el(
      'PictureSelection',
      { guid: guid('area'), firstX: 1, firstY: 2, secondX: 30, secondY: 40, name: '' },
      el('Coding', { guid: guid('k3') }, el('CodeRef', { targetGUID: guid('Funding') })),
    ),
  )
  const users = el('Users', {}, el('User', { guid: user, name: 'Ann' }))
  const qde = project('QualCoder 3.8', [users, bookOfGroups, el('Sources', {}, pdf, video, picture)])
  const read = sound(
    qdpx(qde, {
      'sources/p.pdf': '%PDF',
      'sources/p.txt': `\uFEFF${words}`,
      'sources/f.txt': 'So money came',
    }),
  )
  expect(read.quotes).toEqual([...quotes, 'money'])
  expect(line(read.receipt, 'coded segments')?.slice(0, 2)).toEqual([7, 5])
})
