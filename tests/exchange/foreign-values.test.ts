import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readCodebook } from '../../shared/exchange/read-codebook.ts'
import { codebook, el, guid, line, passage, project, qdpx, text } from '../support/refi-fixture.ts'
import { inline, sound, twoUsers } from '../support/sound-project.ts'

/* Variables, cases, sets, links and maps, in the ways in which tools write them. */

function value(variable: string, inside = ''): string {
  return el('VariableValue', {}, el('VariableRef', { targetGUID: guid(variable) }), inside)
}

function variables(...kinds: readonly (readonly [name: string, kind: string, inside?: string])[]): string {
  const elements = kinds.map(([name, kind, inside = '']) =>
    el('Variable', { guid: guid(name), name, typeOfVariable: kind }, inside),
  )
  return el('Variables', {}, ...elements)
}

const refer = (name: string, to: string) => el(name, { targetGUID: guid(to) })

test('a variable is of sources where only sources have it, also inside a PDF’s text, and of people otherwise', () => {
  const pdf = el(
    'PDFSource',
    { guid: guid('pdf'), name: 'Paper' },
    el(
      'Representation',
      { guid: guid('r') },
      text('PlainTextContent', 'A page'),
      value('Place', text('TextValue', 'Bergen')),
    ),
  )
  const qde = project('MAXQDA', [
    variables(['Place', 'Text'], ['Role', 'Text']),
    el(
      'Cases',
      {},
      el('Case', { guid: guid('n'), name: 'Noor' }, value('Role', text('TextValue', 'farmer'))),
    ),
    el('Sources', {}, pdf),
  ])
  const read = sound(qdpx(qde))
  const { attribute } = read.archive.project.tables
  expect([...attribute.values()].map(({ name, of }) => `${name} of a ${of}`).toSorted()).toEqual([
    'Place of a source',
    'Role of a participant',
  ])
  expect(Object.values(read.sources[0]?.attributes ?? {})).toEqual(['Bergen'])
})

test('values as tools write them: yes and no, numbers, nothing said, twice, or of a variable that is not there', () => {
  const yes = (name: string, said: string) => value(name, text('BooleanValue', said))
  const person = el(
    'Case',
    { guid: guid('n'), name: 'Noor' },
    yes('a', '1'),
    yes('b', 'True'),
    yes('c', ' false '),
    value('d', text('IntegerValue', '')),
    value('e', text('FloatValue', ' 1.50 ')),
    value('f'),
    value('e', text('FloatValue', '2')),
    value('gone', text('TextValue', 'x')),
  )
  const qde = project('Quirkos', [
    variables(
      ['a', 'Boolean'],
      ['b', 'Boolean'],
      ['c', 'Boolean'],
      ['d', 'Integer'],
      ['e', 'Float', '<Description>how many</Description>'],
      ['f', 'Text'],
      ['f', 'Text'],
    ),
    el('Cases', {}, person, el('Case', { guid: guid('n'), name: 'Noor', x: '1' }, ...[])),
  ])
  const read = sound(qdpx(qde))
  const { participant, attribute } = read.archive.project.tables
  expect(participant.size).toBe(1)
  expect(attribute.size).toBe(6)
  expect(line(read.receipt, 'cases')?.slice(0, 2)).toEqual([2, 1])
  expect(line(read.receipt, 'variables')?.slice(0, 2)).toEqual([7, 6])
  expect(line(read.receipt, 'values')?.slice(0, 2)).toEqual([8, 5])
  expect(read.memos.map((memo) => memo.text).join()).toContain('e — how many')
})

test('numbers and truth keep their kind', () => {
  const said = [
    value('a', text('BooleanValue', '1')),
    value('b', text('BooleanValue', 'TRUE')),
    value('c', text('BooleanValue', '0')),
    value('d', text('IntegerValue', '')),
    value('e', text('FloatValue', ' 1.50 ')),
  ]
  const qde = project('Quirkos', [
    variables(['a', 'Boolean'], ['b', 'Boolean'], ['c', 'Boolean'], ['d', 'Integer'], ['e', 'Float']),
    el('Cases', {}, el('Case', { guid: guid('n'), name: 'Noor' }, ...said)),
  ])
  const [noor] = sound(qdpx(qde)).archive.project.tables.participant.values()
  const by = (name: string) => noor?.attributes?.[guid(name).toLowerCase()]
  expect(['a', 'b', 'c', 'd', 'e'].map(by)).toEqual([true, true, false, '', 1.5])
})

test('cases name sources, passages and codes; what they name in vain is told', () => {
  const source = inline(
    'Talk',
    'Noor: no money\nIlse: some',
    passage(6, 14, ['A'], { guid: guid('noors') }),
    passage(10, 20, ['A'], { guid: guid('both') }),
  )
  const noor = [
    refer('CodeRef', 'A'),
    refer('SourceRef', 'gone'),
    refer('SelectionRef', 'noors'),
    refer('SelectionRef', 'lost'),
  ]
  const ilse = [refer('SourceRef', 'Talk'), refer('SelectionRef', 'both')]
  const qde = project('NVivo', [
    codebook('A'),
    el(
      'Cases',
      {},
      el('Case', { guid: guid('n'), name: 'Noor' }, ...noor),
      el('Case', { guid: guid('i'), name: 'Ilse' }, ...ilse),
    ),
    el('Sources', {}, source),
  ])
  const read = sound(qdpx(qde))
  // Passages of two people that overlap make no turns, but both belong to the source.
  expect([...read.archive.project.turns.values()].flat()).toEqual([])
  expect(read.sources[0]?.participants?.toSorted()).toEqual(
    [guid('n'), guid('i')].map((each) => each.toLowerCase()).toSorted(),
  )
  expect(read.memos.map((memo) => memo.text).join()).toContain('Noor — A')
  const told = read.receipt.repairs.join(' ')
  expect(told).toContain('References of cases lead to sources')
  expect(told).toContain('References of cases lead to passages')
})

test('sets: a colon parts attribute and value for ATLAS.ti alone, groups of one source are joined, some are kinds', () => {
  const member = (of: string) => el('MemberSource', { targetGUID: guid(of) })
  const set = (name: string, ...members: readonly string[]) =>
    el('Set', { guid: guid(name), name }, ...members)
  const groups = (origin: string) => {
    const sets = el(
      'Sets',
      {},
      set('place: Bergen', member('Talk')),
      set('North', member('Talk')),
      set('South', member('Talk')),
      set('Interviews', member('Talk')),
    )
    const read = sound(qdpx(project(origin, [el('Sources', {}, inline('Talk', 'words')), sets])))
    expect(read.sources[0]?.kind).toBe('interview')
    const { attribute } = read.archive.project.tables
    return [...attribute.values()].map(({ id, name }) => `${name}: ${read.sources[0]?.attributes?.[id]}`)
  }
  expect(groups('ATLAS.ti 23')).toEqual(['place: Bergen', 'Group: North; South'])
  expect(groups('MAXQDA 24')).toEqual(['Group: place: Bergen; North; South'])
})

test('sets of codes name their members in either way, in a project and in a codebook', () => {
  const set = el(
    'Set',
    { guid: guid('s'), name: 'Both' },
    el('MemberCode', { guid: guid('A') }),
    refer('MemberCode', 'B'),
  )
  const read = sound(qdpx(project('X', [codebook('A', 'B'), el('Sets', {}, set)])))
  expect(read.memos.map((memo) => memo.text).join()).toContain('Both — A, B')
  const codes = codebook('A', 'B').replace('</CodeBook>', `${el('Sets', {}, set)}</CodeBook>`)
  for (const xml of [codes, project('X', [codes])]) {
    const book = readCodebook('a.qdc', strToU8(xml))
    expect(book.ok && book.sets).toEqual(['Both — A, B'])
  }
})

test('a link between a note and a thing makes the note about it, whichever way it points; maps are kept in words', () => {
  const link = (from: string, to: string) =>
    el('Link', {
      guid: guid(`${from} ${to}`),
      originGUID: guid(from),
      targetGUID: guid(to),
      direction: 'OneWay',
    })
  const note = (name: string) => el('Note', { guid: guid(name), name }, text('PlainTextContent', name))
  const graph = el(
    'Graph',
    { guid: guid('g'), name: 'Net' },
    el('Vertex', { guid: guid('1'), representedGUID: `{${guid('A')}}` }),
    el('Vertex', { guid: guid('2'), name: 'Idea' }),
    el('Edge', { guid: guid('3'), sourceVertex: guid('1'), targetVertex: guid('2'), name: 'leads to' }),
  )
  const qde = project('MAXQDA', [
    codebook('A', 'B'),
    el('Notes', {}, note('there'), note('back')),
    el('Links', {}, link('there', 'A'), link('B', 'back'), link('A', 'B')),
    el('Graphs', {}, graph),
  ])
  const read = sound(qdpx(qde))
  const about = read.memos.flatMap((memo) => (memo.about.kind === 'code' ? [memo.title] : []))
  expect(about.toSorted()).toEqual(['back', 'there'])
  const words = read.memos.map((memo) => memo.text).join()
  expect(words).toContain('A → B')
  expect(words).toContain('Net — A, Idea — A → Idea (leads to)')
})

test('work without a name is the only user’s; where there are several it is nobody’s, and an unlisted coder is one', () => {
  const coders = (users: string, by?: string) => {
    const one = el(
      'Coding',
      { guid: guid('c'), ...(by === undefined ? {} : { creatingUser: guid(by) }) },
      refer('CodeRef', 'A'),
    )
    const source = inline('Talk', 'We had words', passage(0, 2, [], {}, one))
    const read = sound(qdpx(project('X', [users, codebook('A'), el('Sources', {}, source)])))
    return read.archive.project.tables.coder.get(read.codings[0]?.coder ?? '')?.name ?? ''
  }
  const ann = el('Users', {}, el('User', { guid: guid('ann'), name: 'Ann' }))
  expect(coders(ann)).toBe('Ann')
  expect(coders(twoUsers)).toBe('Not named in the file')
  expect(coders(ann, 'dee')).toContain('Not listed in the file')
  expect(coders('')).toBe('Someone')
})
