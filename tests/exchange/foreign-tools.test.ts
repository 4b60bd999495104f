import { expect, test } from 'vitest'
import { codebook, coding, el, guid, line, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { inline, sound, twoUsers } from '../support/sound-project.ts'

/* What each tool writes, as its files or its code show it, with a fixture of our own. */

test('NVivo: a byte order mark, CR and LF, `Sources`, and the coder stands in the selection', () => {
  const words = '\uFEFFWe had no money.\r\nThe 🌱 forms came.\r\n'
  const select = (start: number, end: number, name: string, code: string) =>
    el(
      'PlainTextSelection',
      {
        guid: guid(name),
        name,
        startPosition: start,
        endPosition: end,
        creatingUser: guid('cas'),
        creationDateTime: '2024-03-01T09:00:00+02:00',
      },
      coding(code, name, 'ann'),
    )
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Talk', plainTextPath: 'internal://S1.txt', richTextPath: 'internal://S1.docx' },
    select(10, 15, 'money', 'Funding'),
    select(25, 30, 'forms', 'Forms'),
    select(10, 15, 'money again', 'Forms'),
  )
  const qde = project('NVivo 12.6', [twoUsers, codebook('Funding', 'Forms'), el('Sources', {}, source)])
  const read = sound(qdpx(qde, { 'Sources/s1.TXT': words }))
  expect(read.quotes.toSorted()).toEqual(['forms', 'money', 'money'])
  expect(
    new Set(read.codings.map((each) => read.archive.project.tables.coder.get(each.coder)?.name)),
  ).toEqual(new Set(['Cas Dee']))
  expect(read.codings[0]?.at).toBe(Date.parse('2024-03-01T07:00:00Z'))
})

test('NVivo: a case that is a code as well says whose words a passage is, and is no code', () => {
  const words = 'Noor: we had no money\nIlse: I had some'
  const qde = project('NVivo 14', [
    codebook('Noor', 'Funding'),
    el('Cases', {}, el('Case', { guid: guid('Noor'), name: 'Noor' })),
    el('Sources', {}, inline('Talk', words, passage(6, 21, ['Noor']), passage(13, 21, ['Funding']))),
  ])
  const read = sound(qdpx(qde))
  expect([...read.archive.project.tables.code.values()].map(({ name }) => name)).toEqual(['Funding'])
  expect(read.quotes).toEqual(['no money'])
  const [turn] = [...read.archive.project.turns.values()].flat()
  expect(turn).toMatchObject({ start: 6, end: 21 })
  expect([...read.archive.project.tables.speaker.values()][0]?.participant).toBe(guid('Noor').toLowerCase())
})

test('ATLAS.ti: a quote in a PDF stands on the page and in the text under one identity, and runs on over a page', () => {
  const own = { guid: guid('quote'), name: 'money and…' }
  const pdf = el(
    'PDFSource',
    { guid: guid('pdf'), name: 'Report.pdf', path: 'internal://r.pdf' },
    el(
      'PDFSelection',
      { ...own, page: 0, firstX: 1, firstY: 1, secondX: 9, secondY: 9 },
      coding('Coke::diet Coke', 'page'),
    ),
    el(
      'PDFSelection',
      { ...own, guid: guid('next'), page: 1, firstX: 1, firstY: 1, secondX: 9, secondY: 9 },
      coding('Coke::diet Coke', 'next'),
    ),
    el(
      'PDFSelection',
      { guid: guid('area'), page: 1, firstX: 5, firstY: 5, secondX: 8, secondY: 8 },
      text('Description', 'a chart'),
      coding('Coke', 'area'),
    ),
    el(
      'Representation',
      { guid: guid('rep'), plainTextPath: 'internal://rep.txt' },
      el(
        'PlainTextSelection',
        { ...own, startPosition: 10, endPosition: 26 },
        text('Description', 'why?'),
        coding('Coke::diet Coke', 'text'),
      ),
    ),
  )
  const sets = el(
    'Sets',
    {},
    el('Set', { guid: guid('m'), name: 'gender: male' }, el('MemberSource', { targetGUID: guid('pdf') })),
    el('Set', { guid: guid('g'), name: 'Reports' }, el('MemberSource', { targetGUID: guid('pdf') })),
    el('Set', { guid: guid('c'), name: 'Drinks' }, el('MemberCode', { targetGUID: guid('Coke') })),
  )
  const links = el(
    'Links',
    {},
    el('Link', { guid: guid('l'), originGUID: guid('memo'), targetGUID: guid('quote') }),
  )
  const notes = el(
    'Notes',
    {},
    el('Note', { guid: guid('memo'), name: 'Thought' }, text('PlainTextContent', 'hm')),
  )
  const graphs = el(
    'Graphs',
    {},
    el(
      'Graph',
      { guid: guid('n'), name: 'Net' },
      el('Vertex', { guid: guid('v'), representedGUID: guid('Coke'), firstX: 1, firstY: 1 }),
    ),
  )
  const qde = project('ATLAS.ti 26 Mac', [
    codebook('Coke::diet Coke', 'Coke'),
    el('Sources', {}, pdf),
    notes,
    links,
    sets,
    graphs,
  ])
  const read = sound(qdpx(qde, { 'sources/rep.txt': 'We had no\r\nmoney and waited.' }, 'Trial.qde'))
  expect(read.quotes).toEqual(['money and waited'])
  expect(line(read.receipt, 'coded segments')?.slice(0, 2)).toEqual([4, 1])
  const codes = [...read.archive.project.tables.code.values()]
  const [coke, diet] = ['Coke', 'diet Coke'].map((name) => codes.find((code) => code.name === name))
  expect(diet?.parent).toBe(coke?.id)
  const names = new Map(
    [...read.archive.project.tables.attribute.values()].map(({ id, name }) => [String(id), name]),
  )
  const values = Object.entries(read.sources[0]?.attributes ?? {}).map(([id, value]) => [
    names.get(id),
    value,
  ])
  expect(values).toEqual([
    ['gender', 'male'],
    ['Group', 'Reports'],
  ])
  expect(read.memos.find(({ title }) => title === 'Thought')?.about.kind).toBe('passage')
  expect(read.memos.filter(({ text: said }) => said === 'why?')).toHaveLength(1)
  const rest = read.memos.find(({ title }) => title === 'What has no place in Loam')?.text
  for (const words of ['page 1, area 5, 5, 8, 8 — Coke — a chart', 'Drinks — Coke', 'Net — Coke'])
    expect(rest).toContain(words)
  // The quote’s end on the next page is no area of its own.
  expect(rest).not.toContain('area 1, 1, 9, 9')
  expect(line(read.receipt, 'links')).toEqual([1, 1])
})

test('MAXQDA: values in the source, a comment without a coding, lower-case colours, codes that hold codes', () => {
  const variables = el(
    'Variables',
    {},
    ...['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'].map((kind) =>
      el('Variable', { guid: guid(kind), name: kind, typeOfVariable: kind }),
    ),
  )
  const value = (of: string, inside: string) =>
    el('VariableValue', {}, el('VariableRef', { targetGUID: guid(of) }), inside)
  const codes = el(
    'CodeBook',
    {},
    el(
      'Codes',
      {},
      el(
        'Code',
        { guid: guid('A'), name: 'A', isCodable: 'true', color: '#ff00aa' },
        el('Code', { guid: guid('B'), name: 'B', isCodable: 'false', color: 'rgb(1, 2, 255)' }),
      ),
    ),
  )
  const source = inline(
    'Answer',
    'We had no money',
    passage(3, 6, [], { creatingUser: guid('ann') }, text('Description', 'odd word')),
    passage(7, 15, ['A', 'B']),
    value('Text', text('TextValue', 'urban')),
    value('Boolean', text('BooleanValue', 'true')),
    value('Integer', text('IntegerValue', '7')),
    value('Float', text('FloatValue', '1.5')),
    value('Date', text('DateValue', '2024-05-06')),
    value('DateTime', ''),
    value('Gone', text('TextValue', 'x')),
  )
  const read = sound(
    qdpx(
      project('MAXQDA 24.7', [twoUsers, codes, variables, el('Sources', {}, source, inline('Answer', 'No'))]),
    ),
  )
  expect(read.quotes).toEqual(['no money', 'no money'])
  expect(Object.values(read.sources[0]?.attributes ?? {})).toEqual(['urban', true, 7, 1.5, '2024-05-06'])
  expect(line(read.receipt, 'values')).toEqual([
    7,
    5,
    'they say that nothing is known',
    'their variable is not in the file',
  ])
  expect([...read.archive.project.tables.code.values()]).toMatchObject([
    { colour: '#ff00aa' },
    { colour: '#0102ff', codable: false },
  ])
  expect(read.memos).toMatchObject([
    { text: 'odd word', about: { kind: 'passage', start: 3, end: 6 }, by: guid('ann').toLowerCase() },
  ])
  expect(read.sources.map(({ name }) => name)).toEqual(['Answer', 'Answer'])
})

test('Quirkos: a case without a name takes its source’s, and values of both cases and sources stay apart', () => {
  const variable = el(
    'Variables',
    {},
    el('Variable', { guid: guid('Region'), name: 'Region', typeOfVariable: 'Text' }),
  )
  const value = el(
    'VariableValue',
    {},
    el('VariableRef', { targetGUID: guid('Region') }),
    text('TextValue', 'north'),
  )
  const qde = project('Quirkos 2.5', [
    variable,
    el(
      'Cases',
      {},
      el(
        'Case',
        { guid: `{${guid('c').toLowerCase()}}` },
        text('Description', 'met twice'),
        value,
        el('SourceRef', { targetGUID: guid('Talk 7') }),
      ),
    ),
    el('Sources', {}, inline('Talk 7', 'Words', value)),
  ])
  const read = sound(qdpx(qde))
  const [person] = read.archive.project.tables.participant.values()
  expect(person).toMatchObject({ id: guid('c').toLowerCase(), pseudonym: 'Talk 7' })
  expect(read.sources[0]?.participants).toEqual([person?.id])
  expect([...read.archive.project.tables.attribute.values()].map(({ of }) => of)).toEqual([
    'participant',
    'source',
  ])
  expect(read.memos).toMatchObject([{ text: 'met twice', about: { kind: 'participant' } }])
})

test('Taguette, f4analyse, Dedoose: paths parted by a backslash, empty sets, codings at any place, no users', () => {
  const qde = project('Taguette 1.4', [
    codebook('barrier\\money', 'barrier\\forms', 'and\\or'),
    el(
      'Sources',
      {},
      inline(
        'Talk',
        'no money',
        passage(3, 8, ['barrier\\money']),
        passage(0, 0, ['and\\or']),
        coding('and\\or', 'whole'),
      ),
    ),
    '<Sets/>',
  ])
  const read = sound(qdpx(qde))
  const codes = [...read.archive.project.tables.code.values()].map(({ name }) => name)
  expect(codes.toSorted()).toEqual(['and\\or', 'barrier', 'forms', 'money'])
  expect(read.quotes.toSorted()).toEqual(['money', 'no money'])
  expect(line(read.receipt, 'coded segments')).toEqual([3, 2, 'they cover no text'])
  expect([...read.archive.project.tables.coder.values()].map(({ name }) => name)).toEqual(['Someone'])
})

test('Transana: an old namespace, two slashes, transcripts with times and passages between them', () => {
  const words = 'We had no money\nand waited\nfor spring'
  const point = (word: string, position: number, time: number) =>
    el('SyncPoint', { guid: guid(word), position, timeStamp: time })
  const transcript = el(
    'Transcript',
    { guid: guid('t'), name: 'Transcript 1', plainTextPath: 'absolute://E:/work/sources/t.txt' },
    point('a', 0, 0),
    point('b', 16, 4000),
    point('c', 27, 9000),
    el(
      'TranscriptSelection',
      { guid: guid('ts'), fromSyncPoint: guid('b'), toSyncPoint: guid('c') },
      coding('A', 'ts'),
    ),
  )
  const clip = (begin: number, end: number) =>
    el('VideoSelection', { guid: guid(`clip ${begin}`), begin, end }, coding('A', `clip ${begin}`))
  const video = el(
    'VideoSource',
    { guid: guid('v'), name: 'Film', path: 'absolute://E:/film.mp4' },
    transcript,
    clip(0, 4000),
    clip(1, 2),
  )
  const qde = project('Transana 4', [codebook('A'), el('Sources', {}, video)]).replace(
    'project:1.0',
    'project:0:10',
  )
  const read = sound(qdpx(qde, { 'sources/T.txt': words }))
  expect(read.quotes).toEqual(['We had no money\n', 'and waited\n'])
  expect(line(read.receipt, 'coded segments')?.slice(0, 2)).toEqual([3, 2])
  const turns = [...read.archive.project.turns.values()].flat()
  expect(turns.map(({ start, time }) => [start, time])).toEqual([
    [0, 0],
    [16, 4000],
    [27, 9000],
  ])
  expect([...read.archive.contents.values()][0]?.syncPoints).toEqual([0, 0, 16, 4000, 27, 9000])
  expect(read.notes.join(' ')).toContain('Namespace is not the standard’s')
})
