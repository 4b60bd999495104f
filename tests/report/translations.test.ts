import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { addTranslation } from '../../shared/commands/add-translation.ts'
import type { Report } from '../../shared/model/report-entities.ts'
import { unitsOf } from '../../shared/model/translations.ts'
import { composeReport } from '../../shared/report/compose-report.ts'
import { excerptTable } from '../../shared/report/excerpts.ts'
import { reportDocx } from '../../shared/report/report-docx.ts'
import { reportHtml } from '../../shared/report/report-html.ts'
import { reportJson } from '../../shared/report/report-json.ts'
import { reportMarkdown } from '../../shared/report/report-markdown.ts'
import { buildTranslation } from '../../shared/text/build-translation.ts'
import { buildProject, type ProjectSpec, standInHash } from '../support/build-project.ts'
import { makingBy } from '../support/expect-change.ts'
import { readDocx } from '../support/read-docx.ts'

const said = 'No hay dinero para el primer año. Nadie lo dice en voz alta.'
const translated = [
  'What stops you?',
  'There is no money for the first year. <b>Nobody</b> says so aloud.',
  'And then?',
  'Then we stop.',
]

/** An interview in Spanish with its translation; the rest as told. */
function inquiry(more: Partial<ProjectSpec> = {}, words: readonly string[] = translated) {
  const built = buildProject({
    participants: [{ name: 'Noor', realName: 'Grietje Bakstra' }],
    sources: [
      {
        name: 'Interview 1',
        turns: [
          ['I', '¿Qué los frena?'],
          ['Noor', said],
          ['I', '¿Y luego?'],
          ['Noor', 'Entonces paramos y esperamos a que alguien vuelva a preguntar.'],
        ],
      },
    ],
    codes: [{ name: 'Funding', section: 'barrier' }],
    codings: [{ source: 'Interview 1', quote: 'No hay dinero para el primer año.', code: 'Funding' }],
    ...more,
  })
  const source = built.source('Interview 1')
  const units = unitsOf(built.project, source.id, built.texts(source.content) ?? '')
  const { text, stretches } = buildTranslation(
    words.map((each, i) => ({ at: units[i]?.start ?? 0, text: each })),
  )
  const content = standInHash('in English')
  const wanted = { source: source.id, language: 'English', translator: 'R. Okafor', content, stretches }
  const gesture = addTranslation(built.project, wanted, makingBy(built.coder('Ada').id))
  const applied = applyEdits(built.project, gesture?.edits ?? [])
  if (!applied.ok) throw new Error(applied.problem)
  const texts = (hash: string) => (hash === content ? text : built.texts(source.content))
  const report = (translations?: Report['translations'], audience?: string) =>
    composeReport(applied.project, texts, {
      template: 'research-summary',
      title: 'Summary',
      ...(translations ? { translations } : {}),
      ...(audience ? { audience } : {}),
    })
  const excerpts = (audience?: string) => excerptTable(applied.project, texts, audience ? { audience } : {})
  return { ...built, project: applied.project, texts, report, excerpts }
}

const quoteIn = ({ blocks }: ReturnType<typeof composeReport>) =>
  blocks.find((block) => block.kind === 'quote')

test('a report shows no translation unless it is asked to', () => {
  const { report } = inquiry()
  expect(quoteIn(report())).not.toHaveProperty('translation')
  expect(reportHtml(report())).not.toContain('Okafor')
})

test('under a quote stands what was translated of its whole turn, with its translator and a sign that it says more', () => {
  const { report } = inquiry()
  expect(quoteIn(report('under'))).toMatchObject({
    text: 'No hay dinero para el primer año.',
    translation: { text: `${translated[1]} …`, language: 'English', translator: 'R. Okafor' },
  })
})

test('all writers label the translation, escape it, and keep it out of the quote', async () => {
  const { report } = inquiry()
  const html = reportHtml(report('under'))
  expect(html).toMatch(/<blockquote>(?:(?!Nobody).)*<\/blockquote><div class="translation">/)
  expect(html).toContain(
    '<p class="by">English, translated by R. Okafor</p><p dir="auto" lang="en">There is no money',
  )
  expect(html).not.toContain('<b>Nobody')
  const markdown = reportMarkdown(report('under'))
  expect(markdown).toMatch(/^\*English, translated by R. Okafor:\* There is no money/m)
  expect(JSON.parse(reportJson(report('under'))).blocks).toContainEqual(
    expect.objectContaining({
      kind: 'quote',
      translation: expect.objectContaining({ translator: 'R. Okafor' }),
    }),
  )
  const word = readDocx(await reportDocx(report('under')))
  const paragraph = word.paragraphs.find((each) => each.text.includes('There is no money'))
  expect(paragraph).toMatchObject({ style: 'Translation' })
  expect(paragraph?.text).toMatch(/^English, translated by R. Okafor: /)
})

test('only in translation, the original words are not printed and no translation stands in a quote', async () => {
  const { report } = inquiry()
  const only = report('instead')
  for (const written of [reportHtml(only), reportMarkdown(only)]) {
    expect(written).toContain('There is no money')
    expect(written).toContain('English, translated by R. Okafor')
    expect(written).not.toContain('No hay dinero')
  }
  expect(reportHtml(only)).not.toContain('<blockquote>')
  expect(reportMarkdown(only)).not.toMatch(/^> .*There is no money/m)
  const word = readDocx(await reportDocx(only))
  expect(word.paragraphs.filter((each) => each.style === 'Quote')).toEqual([])
})

test('what may not be quoted is not told in translation, whole or in the rest of its turn', () => {
  const paraphrase = inquiry({ participants: [{ name: 'Noor', consent: 'paraphrase' }] })
  expect(JSON.stringify(paraphrase.report('under'))).not.toContain('no money')
  expect(JSON.stringify(paraphrase.excerpts())).not.toContain('no money')
  const rest = inquiry({
    restrictions: [{ source: 'Interview 1', quote: 'Nadie lo dice en voz alta.', consent: 'paraphrase' }],
  })
  expect(quoteIn(rest.report('under'))).toMatchObject({ text: 'No hay dinero para el primer año.' })
  expect(JSON.stringify(rest.report('under'))).not.toContain('Nobody')
  expect(JSON.stringify(rest.excerpts())).not.toContain('Nobody')
})

test('words that the lead cut out of a quote do not come back in translation', () => {
  const start = said.indexOf('para')
  const { report, project, texts, source } = inquiry({
    reports: [{ title: 'Summary' }],
    codings: [{ source: 'Interview 1', quote: said, code: 'Funding' }],
    quoteChoices: [{ report: 'Summary', coding: 0, use: 'show', cuts: [{ start: 0, end: 0 }] }],
  })
  const at = (texts(source('Interview 1').content) ?? '').indexOf(said) + start
  const [kept] = [...project.tables.report.values()]
  const [choice] = [...project.tables.quoteChoice.values()]
  if (!kept || !choice) throw new Error('No report')
  const cut = { ...choice, cuts: [{ start: at, end: at + 'para el primer año'.length }] }
  const quoteChoice = new Map([[choice.id, cut]])
  const cutting = { ...project, tables: { ...project.tables, quoteChoice } }
  const composed = composeReport(cutting, texts, { ...kept, translations: 'under' })
  expect(quoteIn(composed)).toMatchObject({ text: expect.stringContaining('[…]') })
  expect(JSON.stringify(composed)).not.toContain('first year')
  expect(quoteIn(report('under'))).toHaveProperty('translation')
})

test('real names are covered in translations too', () => {
  const { report, excerpts } = inquiry({}, [
    'What?',
    'Grietje said there is no money for the first year.',
    'And?',
    'Stop.',
  ])
  expect(JSON.stringify(report('under'))).toContain('[Noor] said there is no money')
  expect(JSON.stringify([report('under'), excerpts()])).not.toContain('Grietje')
})

test('a turn that was not translated has no translation of the turn before it', () => {
  const { report } = inquiry(
    { codings: [{ source: 'Interview 1', quote: 'Entonces paramos', code: 'Funding' }] },
    ['What stops you?', 'There is no money.'],
  )
  expect(quoteIn(report('under'))).toMatchObject({ text: expect.stringContaining('Entonces') })
  expect(quoteIn(report('under'))).not.toHaveProperty('translation')
})

test('excerpts have a translation in columns of its own, only in projects that have any', () => {
  const { excerpts, project } = inquiry()
  const { columns, rows } = excerpts()
  expect(columns.slice(2, 5)).toEqual(['Quote', 'Translation', 'Translated by'])
  expect(rows[0]?.slice(2, 5)).toEqual([
    'No hay dinero para el primer año.',
    `${translated[1]} …`,
    'English, translated by R. Okafor',
  ])
  const without = { ...project, tables: { ...project.tables, translation: new Map() } }
  expect(excerptTable(without, () => undefined).columns).not.toContain('Translation')
})
