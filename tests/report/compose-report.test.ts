import { expect, test } from 'vitest'
import { composeReport } from '../../shared/report/compose-report.ts'
import { proseFromText } from '../../shared/report/prose.ts'
import { isVerbatim } from '../../shared/report/quote-text.ts'
import type { ReportBlock } from '../../shared/report/report-document.ts'
import { type BuiltProject, buildProject, type ProjectSpec } from '../support/build-project.ts'
import { smallInquiry } from './small-inquiry.ts'

const compose = (built: BuiltProject, more: object = {}) =>
  composeReport(built.project, built.texts, { template: 'research-summary', title: 'Summary', ...more })
const of = <K extends ReportBlock['kind']>(blocks: readonly ReportBlock[], kind: K) =>
  blocks.filter((block): block is Extract<ReportBlock, { kind: K }> => block.kind === kind)
const under = (blocks: readonly ReportBlock[], title: string) => {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === title)
  const level = of(blocks.slice(from, from + 1), 'heading')[0]?.level ?? 1
  const to = blocks.findIndex((block, i) => i > from && block.kind === 'heading' && block.level <= level)
  return blocks.slice(from, to < 0 ? undefined : to)
}

test('sections stand in the order of a research summary', () => {
  expect(
    of(compose(smallInquiry()).blocks, 'heading')
      .filter((each) => each.level === 1)
      .map((each) => each.text),
  ).toEqual([
    'About the inquiry',
    'Why now',
    'What it is',
    'Practices, methods and strategies',
    'Potential',
    'Barriers',
    'Patterns and insights',
    'Cautions',
    'Further themes',
    'What next',
    'What does not fit',
    'Voices that speak against',
    'Evidence',
  ])
})

test('a barrier says how many of how many, in whose words, what is below it and who got past it', () => {
  const blocks = under(compose(smallInquiry()).blocks, 'Funding')
  const [funding, loop] = of(blocks, 'prevalence')
  expect(funding).toMatchObject({
    codeName: 'Funding',
    n: 4,
    of: 5,
    denies: 0,
    overcome: 1,
    inSessions: 1,
    sessions: 2,
  })
  expect(funding?.text).toBe(
    '4 of 5 participants interviewed speak of this; it was also raised in 1 of 2 group sessions. Of the 4 who speak of it, 1 describes how it was overcome.',
  )
  expect(loop).toMatchObject({ codeName: 'No funding loop', n: 1, under: funding?.code })
  expect(loop?.text).toBe('No funding loop: 1 of 5 participants.')
  expect(of(blocks, 'quote')[0]).toMatchObject({ participant: 'Noor', citation: 'P01 ¶2' })
})

test('the interviewer’s words in a passage are cut from the participant’s', () => {
  expect(of(under(compose(smallInquiry()).blocks, 'Funding'), 'quote')[0]?.text).toBe(
    'Nobody asked the village. […] The funder decides what is worth a column, and the village waits.',
  )
})

test('what speaks against a theme stands beside it', () => {
  const quotes = of(under(compose(smallInquiry()).blocks, 'Metrics'), 'quote')
  expect(quotes.map(({ participant, against }) => [participant, against])).toEqual([
    ['Noor', false],
    ['Ilse', true],
  ])
})

test('barriers are told from the most shared on, and codes that feed no section come under further themes', () => {
  const { blocks } = compose(smallInquiry())
  expect(of(under(blocks, 'Barriers'), 'heading').map((each) => each.text)).toEqual([
    'Barriers',
    'Funding',
    'Metrics',
  ])
  expect(of(under(blocks, 'Further themes'), 'heading').map((each) => each.text)).toEqual([
    'Further themes',
    'Boats',
  ])
})

test('a code stands in the section it names itself, and not in its branch’s', () => {
  const built = smallInquiry({
    codes: [
      { name: 'Work', section: 'practice' },
      { name: 'Circles', parent: 'Work', section: 'method' },
      { name: 'Walks', parent: 'Work' },
    ],
    codings: [
      { source: 'Interview 01', code: 'Circles', quote: 'Nobody asked the village.' },
      { source: 'Interview 02', code: 'Walks', quote: 'We count everything, and it has kept us honest.' },
    ],
  })
  const { blocks } = compose(built)
  const told = (title: string) => of(under(blocks, title), 'prevalence').map((each) => each.codeName)
  expect(told('Practices')).toEqual(['Walks'])
  expect(told('Methods')).toEqual(['Circles'])
})

test('N is told apart: who was interviewed, who was in a session, who in both', () => {
  const [, heard] = of(under(compose(smallInquiry()).blocks, 'About the inquiry'), 'prose').filter(
    (each) => /^about\/heard/.test(each.place) || each.place === 'about/aims',
  )
  expect(heard?.text).toBe(
    '6 people took part: 5 were heard in interviews or documents and 2 took part in group sessions, 1 of them in both. The 4 interviews, 2 group sessions and 1 document hold 133 words.',
  )
})

test('passages are counted in the appendix and in a block’s data, not after every theme', () => {
  const { blocks } = compose(smallInquiry())
  expect(of(under(blocks, 'Metrics'), 'prevalence')[0]).toMatchObject({ passages: 2, volunteered: 0 })
  expect(of(blocks, 'prose').some((each) => /passages? stands? behind/.test(each.text))).toBe(false)
})

test('a section without evidence says so, and why', () => {
  const { blocks } = compose(smallInquiry())
  expect(of(under(blocks, 'Potential'), 'gap')[0]?.text).toBe(
    'No passage is coded with a code of this section yet.',
  )
  expect(of(under(blocks, 'Why now'), 'gap')[0]?.text).toBe(
    'The codebook has no code that feeds this section.',
  )
})

test('every quote is word for word in its source, at the place it names', () => {
  const built = smallInquiry()
  const quotes = of(compose(built).blocks, 'quote')
  expect(quotes.length).toBeGreaterThan(2)
  for (const { text, source, start, end } of quotes) {
    const content =
      built.texts(built.project.tables.source.get(source)?.content ?? built.source('Interview 01').content) ??
      ''
    expect(isVerbatim(text, content.slice(start, end))).toBe(true)
  }
})

test('the public reads neither times nor roles, a named audience does', () => {
  const open = of(compose(smallInquiry(), { audience: 'public' }).blocks, 'quote')
  expect(open.every((quote) => quote.time === undefined && quote.role === undefined)).toBe(true)
  const [first] = of(under(compose(smallInquiry(), { audience: 'funder' }).blocks, 'Metrics'), 'quote')
  expect(first).toMatchObject({ role: 'network builder', time: 12_000 })
})

test('what the lead wrote stays at its place whatever is coded, and follows its code to another section', () => {
  const funding = smallInquiry().code('Funding').id
  const prose = [
    { report: 'Summary', place: 'about', doc: proseFromText('We began in spring.') },
    { report: 'Summary', place: `barrier/${funding}`, doc: proseFromText('Money is time.') },
    { report: 'Summary', place: 'gone/elsewhere', doc: proseFromText('Still here.') },
  ]
  const built = smallInquiry({ prose })
  const request = { id: built.report('Summary').id }
  const written = (blocks: readonly ReportBlock[]) =>
    of(blocks, 'prose')
      .filter((each) => each.by === 'lead' && each.text !== '')
      .map((each) => each.text)
  expect(written(compose(built, request).blocks)).toEqual([
    'We began in spring.',
    'Money is time.',
    'Still here.',
  ])
  const moved = new Map(built.project.tables.code)
  for (const [id, code] of moved)
    if (code.section === 'barrier') moved.set(id, { ...code, section: 'potential' })
  const after = composeReport(
    { ...built.project, tables: { ...built.project.tables, code: moved } },
    built.texts,
    { template: 'research-summary', title: 'Summary', ...request },
  )
  expect(written(under(after.blocks, 'Potential'))).toEqual(['Money is time.'])
})

test('the lead’s cuts and clarifications show in the quote', () => {
  const built = smallInquiry()
  const from = built.span('Interview 01', ' Grietje, they said,')
  const cut = smallInquiry({
    quoteChoices: [
      {
        report: 'Summary',
        coding: 0,
        use: 'show',
        cuts: [from],
        clarifications: [{ at: built.span('Interview 01', 'They').end, text: 'the funders' }],
      },
    ],
  })
  const quotes = of(under(compose(cut, { id: cut.report('Summary').id }).blocks, 'Metrics'), 'quote')
  expect(quotes[0]?.text).toBe(
    'They [the funders] wanted a number by June, any number really. […] bring us a number.',
  )
})

test('a reflexive report has no counts and no words for them until they are asked for', () => {
  const reflexive = smallInquiry({ approach: 'reflexive' })
  const { blocks } = compose(reflexive)
  for (const each of of(blocks, 'prevalence'))
    expect([each.n, each.of, each.denies, /\d/.test(each.text)]).toEqual([null, null, null, false])
  expect(of(blocks, 'table')[0]?.columns).toEqual(['Code'])
  expect(
    blocks.some((block) => block.kind !== 'heading' && 'text' in block && /\d of \d/.test(block.text)),
  ).toBe(false)
  expect(of(compose(reflexive, { counts: true }).blocks, 'prevalence')[0]?.n).toBe(4)
})

test('the appendix counts each code, lists who may be listed and says how it was counted', () => {
  const blocks = under(compose(smallInquiry()).blocks, 'Evidence')
  const [codes, people] = of(blocks, 'table')
  expect(codes?.rows).toContainEqual(['Barriers › Metrics', '1 of 5', '2', '1', '0', '0 of 2'])
  expect(people?.rows.map((row) => row[1])).toEqual(['Noor', 'Ilse', 'Samuel', 'Mira', 'Okan'])
  expect(
    of(blocks, 'prose')
      .map((each) => each.text)
      .join(' '),
  ).toContain('N is 5')
})

test('voices that could not be heard beside a theme are told at the end', () => {
  const built = smallInquiry()
  const denying = [...built.project.codings].map(
    ([source, list]) =>
      [
        source,
        list.map((coding) =>
          source === built.source('Interview 03').id ? { ...coding, stance: 'denies' as const } : coding,
        ),
      ] as const,
  )
  const { blocks } = composeReport({ ...built.project, codings: new Map(denying) }, built.texts, {
    template: 'research-summary',
    title: 'S',
  })
  expect(of(under(blocks, 'Voices that speak against'), 'prose').map((each) => each.text)).toContain(
    'Others also speak against “Funding” (1 passage); their words may not be quoted.',
  )
})

test('an empty project still makes a report that says what is missing', () => {
  const empty = smallInquiry({ participants: [], sources: [], codings: [], codes: [], attributes: [] })
  expect(of(compose(empty).blocks, 'gap').length).toBeGreaterThan(8)
})

test('the same project always gives the same report', () => {
  expect(compose(smallInquiry())).toEqual(compose(smallInquiry()))
})

test('an unknown template is a mistake of the caller', () => {
  expect(() => compose(smallInquiry(), { template: 'poem' })).toThrow('no report template')
})

test('a group of one is not told before its one code says the same', () => {
  const inquiry = {
    participants: ['Noor', 'Ilse'],
    sources: [
      {
        name: 'S',
        turns: [
          ['Noor', 'Next we rest.'],
          ['Ilse', 'We go on together.'],
        ],
      },
    ],
    codes: [
      { name: 'Next steps', section: 'next', codable: false },
      { name: 'Going on', parent: 'Next steps' },
    ],
    codings: [
      { source: 'S', code: 'Going on', quote: 'Next we rest.' },
      { source: 'S', code: 'Going on', quote: 'We go on together.' },
    ],
  } satisfies ProjectSpec
  const told = of(under(compose(buildProject(inquiry)).blocks, 'What next'), 'prevalence')
  expect(told.map((each) => each.codeName)).toEqual(['Going on'])
  const two = buildProject({
    ...inquiry,
    codes: [...inquiry.codes, { name: 'Resting', parent: 'Next steps' }],
    codings: [...inquiry.codings, { source: 'S', code: 'Resting', quote: 'we rest' }],
  })
  const both = of(under(compose(two).blocks, 'What next'), 'prevalence')
  expect(both.map((each) => each.codeName)).toEqual(['Next steps', 'Going on', 'Resting'])
})
