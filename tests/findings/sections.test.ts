import { expect, test } from 'vitest'
import { numberParts } from '../../renderer/features/findings/number-chips.ts'
import { placeName } from '../../renderer/features/findings/place-name.ts'
import { sectionEvidence } from '../../renderer/features/findings/section-evidence.ts'
import { type Section, sectionsOf } from '../../renderer/features/findings/sections.ts'
import { carriesMuch, voicesOf } from '../../renderer/features/findings/voices.ts'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../shared/analysis/tally.ts'
import { composeReport } from '../../shared/report/compose-report.ts'
import { buildProject } from '../support/build-project.ts'

const built = buildProject({
  coders: ['Hanneke'],
  participants: [
    'Noor',
    'Ilse',
    { name: 'Nadia', consent: 'paraphrase' },
    { name: 'Wen', consent: 'count' },
    { name: 'Gerrit', consent: 'withdrawn' },
  ],
  sources: [
    {
      name: 'One',
      turns: [['Noor', 'They wanted a number by June, any number really. So we wrote one down.']],
    },
    { name: 'Two', turns: [['Ilse', 'Counting has kept us honest, whatever people say.']] },
    { name: 'Three', turns: [['Nadia', 'I told them it was about water.']] },
    { name: 'Four', turns: [['Wen', 'Nobody reads the reports.']] },
    { name: 'Five', turns: [['Gerrit', 'I left because of the forms.']] },
  ],
  codes: [
    { name: 'Metrics', section: 'barrier' },
    { name: 'Forms', parent: 'Metrics' },
  ],
  codings: [
    { source: 'One', code: 'Metrics', quote: 'They wanted a number by June, any number really.' },
    { source: 'One', code: 'Forms', quote: 'So we wrote one down.', star: true },
    {
      source: 'Two',
      code: 'Metrics',
      quote: 'Counting has kept us honest, whatever people say.',
      stance: 'denies',
    },
    { source: 'Three', code: 'Forms', quote: 'I told them it was about water.' },
    { source: 'Four', code: 'Metrics', quote: 'Nobody reads the reports.' },
    { source: 'Five', code: 'Metrics', quote: 'I left because of the forms.' },
  ],
  reports: [{ title: 'Summary' }],
})
const report = built.report('Summary')
const document = composeReport(built.project, built.texts, report)
const tally = tallyLayer(built.project, readLayer(built.project, undefined))
const sections = sectionsOf(document)

function metrics(): Section {
  const found = sections.find((section) => section.heading.text.includes('Metrics'))
  if (!found) throw new Error('There is no section on metrics')
  return found
}

test('a report is cut at its headings and loses no block', () => {
  const blocks = sections.flatMap((section) => [section.heading, ...section.blocks])
  expect(blocks).toEqual(document.blocks)
  expect(metrics()).toMatchObject({ chapter: 'barrier', codes: [built.code('Metrics').id] })
  expect(new Set(sections.map((section) => section.heading.anchor)).size).toBe(sections.length)
})

test('evidence says of every excerpt what became of it, codes below included, and never tells of those withdrawn', () => {
  const evidence = sectionEvidence({ document, tally, texts: built.texts, report: report.id }, metrics())
  const standing = Object.fromEntries(evidence.map((each) => [each.text || each.who, each.standing]))
  expect(standing).toEqual({
    'They wanted a number by June, any number really.': expect.stringMatching(/^(here|unquoted)$/),
    'So we wrote one down.': expect.stringMatching(/^(here|unquoted)$/),
    'Counting has kept us honest, whatever people say.': 'here',
    'I told them it was about water.': 'paraphrase',
    Wen: 'count',
  })
  const told = new Set(document.blocks.flatMap((block) => (block.kind === 'quote' ? [block.coding] : [])))
  expect(evidence.filter((each) => each.standing === 'here').every((each) => told.has(each.coding))).toBe(
    true,
  )
})

test('what could still be quoted comes first, what may not comes last', () => {
  const order = sectionEvidence({ document, tally, texts: built.texts, report: report.id }, metrics()).map(
    (each) => each.standing,
  )
  expect(order.indexOf('unquoted')).toBe(0)
  expect(order.slice(-2)).toEqual(['paraphrase', 'count'])
})

test('voices are counted, those unquoted too, and those who may not be quoted are known', () => {
  const voices = voicesOf(document, tally.denominator.tookPart)
  expect(voices.map((voice) => [voice.participant.pseudonym, voice.quotes > 0, voice.mayBeQuoted])).toEqual([
    ['Noor', true, true],
    ['Ilse', true, true],
    ['Nadia', false, false],
    ['Wen', false, false],
  ])
})

test('a voice carries much with more than a third of the quotes', () => {
  const [noor, ilse, nadia, wen] = voicesOf(document, tally.denominator.tookPart)
  if (!noor || !ilse || !nadia || !wen) throw new Error('Four took part')
  const voices = [{ ...noor, quotes: 5 }, { ...ilse, quotes: 3 }, { ...nadia, quotes: 2 }, wen]
  expect(voices.map((voice) => carriesMuch(voice, voices))).toEqual([true, false, false, false])
})

test('a sentence is cut at its numbers and reads the same together', () => {
  const sentence =
    'Most participants interviewed (7 of 9) speak of “Metrics”; 2 deny it. Of all 9, 5 were asked about it.'
  const parts = numberParts(sentence)
  expect(parts.filter((part) => part.isNumber).map((part) => part.text)).toEqual(['7 of 9', '2 deny it'])
  expect(parts.map((part) => part.text).join('')).toBe(sentence)
  expect(
    numberParts('We heard of it from 4 of 8 participants interviewed.').map((part) => part.text),
  ).toContain('4 of 8 participants interviewed')
})

test('a place is called by the heading it stands under', () => {
  expect(placeName(metrics(), { place: 'barrier/x' })).toBe('Metrics')
  expect(placeName(metrics(), { place: 'barrier/x/after' })).toBe('Metrics, closing words')
})
