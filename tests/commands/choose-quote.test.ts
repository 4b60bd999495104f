import { expect, test } from 'vitest'
import {
  choiceFor,
  chooseQuote,
  editQuote,
  forgetQuoteChoice,
  type QuoteRef,
  replaceQuote,
} from '../../shared/commands/choose-quote.ts'
import type { Project } from '../../shared/model/project.ts'
import { composeReport } from '../../shared/report/compose-report.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const built = buildProject({
  coders: ['Hanneke'],
  participants: ['Noor', 'Ilse', 'Tove'],
  sources: [
    { name: 'One', turns: [['Noor', 'They wanted a number by June, any number really.']] },
    { name: 'Two', turns: [['Ilse', 'We put something else in the box every single year.']] },
    { name: 'Three', turns: [['Tove', 'It took four years before anyone could say what had changed.']] },
  ],
  codes: [{ name: 'Metrics', section: 'barrier' }],
  codings: [
    { source: 'One', code: 'Metrics', quote: 'They wanted a number by June, any number really.' },
    { source: 'Two', code: 'Metrics', quote: 'We put something else in the box every single year.' },
    {
      source: 'Three',
      code: 'Metrics',
      quote: 'It took four years before anyone could say what had changed.',
    },
  ],
  reports: [{ title: 'Summary' }],
})
const making = makingBy(built.coder('Hanneke').id)
const report = built.report('Summary')

function ref(coding: number): QuoteRef {
  const found = built.codings[coding]
  if (!found) throw new Error(`There is no coding ${coding}`)
  return { report: report.id, code: found.code, source: found.source, coding: found.id }
}

function quotes(project: Project): string[] {
  return composeReport(project, built.texts, report).blocks.flatMap((block) =>
    block.kind === 'quote' ? [block.text] : [],
  )
}

test('a quote left out is not shown, and another takes its place', () => {
  const [first] = quotes(built.project)
  expect(first).toContain('a number by June')
  expectChange(built.project, chooseQuote(built.project, ref(0), 'leave out', making), (end) => {
    expect(quotes(end).join()).not.toContain('a number by June')
    expect(quotes(end)).toHaveLength(quotes(built.project).length)
  })
})

test('a passage chosen by hand is quoted; deciding the same again changes nothing', () => {
  const end = expectChange(built.project, chooseQuote(built.project, ref(2), 'show', making), (project) =>
    expect(quotes(project)[0]).toContain('four years'),
  )
  expect(chooseQuote(end, ref(2), 'show', making)).toBeNull()
})

test('one quote replaces another in a single change', () => {
  expectChange(built.project, replaceQuote(built.project, ref(0), ref(2), making), (end) => {
    expect(quotes(end).join()).toContain('four years')
    expect(quotes(end).join()).not.toContain('June')
  })
  expect(replaceQuote(built.project, ref(0), ref(0), making)).toBeNull()
})

test('words are cut and clarified; cuts that touch become one', () => {
  const { start } = built.span('One', 'They wanted')
  const cut = built.span('One', ', any number')
  const rest = built.span('One', ' really.')
  const words = {
    cuts: [rest, cut],
    clarifications: [
      { at: start + 4, text: 'the funders' },
      { at: start, text: '  ' },
    ],
  }
  expectChange(built.project, editQuote(built.project, ref(0), words, making), (end) => {
    expect(choiceFor(end, ref(0))?.cuts).toEqual([{ start: cut.start, end: rest.end }])
    expect(quotes(end)[0]).toBe('They [the funders] wanted a number by June […]')
  })
})

test('taking all cuts back leaves the whole quote, still chosen', () => {
  const cut = expectChange(
    built.project,
    editQuote(built.project, ref(0), { cuts: [built.span('One', ' really')] }, making),
  )
  expectChange(cut, editQuote(cut, ref(0), {}, making), (end) => {
    expect(choiceFor(end, ref(0))).not.toHaveProperty('cuts')
    expect(quotes(end)[0]).toBe('They wanted a number by June, any number really.')
  })
})

test('a choice can be given back to Loam', () => {
  const end = expectChange(built.project, chooseQuote(built.project, ref(0), 'leave out', making))
  expectChange(end, forgetQuoteChoice(end, ref(0)), (project) =>
    expect(quotes(project)).toEqual(quotes(built.project)),
  )
  expect(forgetQuoteChoice(built.project, ref(0))).toBeNull()
})
