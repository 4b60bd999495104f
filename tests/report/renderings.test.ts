import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Consent } from '../../shared/model/entities.ts'
import { composeReport } from '../../shared/report/compose-report.ts'
import { proseFromText } from '../../shared/report/prose.ts'
import { reportDocx } from '../../shared/report/report-docx.ts'
import { reportHtml } from '../../shared/report/report-html.ts'
import { reportJson } from '../../shared/report/report-json.ts'
import { reportMarkdown } from '../../shared/report/report-markdown.ts'
import { type BuiltProject, buildProject } from '../support/build-project.ts'
import { smallInquiry } from './small-inquiry.ts'

const compose = (built: BuiltProject, more: object = {}) =>
  composeReport(built.project, built.texts, { template: 'research-summary', title: 'Summary', ...more })
const wordFiles = async (built: BuiltProject, more: object = {}) =>
  unzipSync(await reportDocx(compose(built, more)))
const xml = (files: Record<string, Uint8Array>, name: string) => strFromU8(files[name] ?? new Uint8Array())

async function everyRendering(built: BuiltProject, more: object = {}): Promise<string> {
  const report = compose(built, more)
  const word = Object.values(unzipSync(await reportDocx(report))).map((bytes) => strFromU8(bytes))
  return [reportHtml(report), reportMarkdown(report), reportJson(report), ...word].join('\n')
}

test('words that may not be quoted, withdrawn people and real names are in no rendering', async () => {
  for (const audience of [undefined, 'public', 'funder']) {
    const all = await everyRendering(
      smallInquiry({
        prose: [
          {
            report: 'Summary',
            place: 'about',
            doc: proseFromText('With thanks to Grietje Bakstra and Tomás.'),
          },
        ],
      }),
      {
        ...(audience ? { audience } : {}),
        id: smallInquiry().report('Summary').id,
      },
    )
    for (const secret of [
      'Paraphrasable',
      'Countable',
      'Withdrawn sorrow',
      'Tomás',
      'Zacharias',
      'Wold',
      'Grietje',
      'Bakstra',
      'Quentin',
      'Oberholz',
      'Aiyana',
      'nobody knows',
    ]) {
      expect(all, `${secret} for ${audience ?? 'anybody'}`).not.toContain(secret)
    }
  }
})

test('what somebody allows one audience only is read by that audience alone', async () => {
  const diary = smallInquiry({
    codings: [
      {
        source: 'Notes of Mira',
        code: 'Funding',
        quote: 'Inner diary words of Mira about money that never came.',
      },
    ],
  })
  expect(await everyRendering(diary, { audience: 'funder' })).toContain('Inner diary words')
  expect(await everyRendering(diary, { audience: 'public' })).not.toContain('Inner diary words')
  expect(await everyRendering(diary)).not.toContain('Inner diary words')
})

test('whatever people allow, only words of those who allow quoting are read', async () => {
  const allowed = fc.array(fc.constantFrom<Consent[]>('quote', 'paraphrase', 'count', 'withdrawn'), {
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(allowed, async (consents) => {
      const words = (i: number) => `Spoken${i} about the river and everything beside it.`
      const built = buildProject({
        participants: consents.map((consent, i) => ({
          name: `Voice${i}v`,
          realName: `Secret${i}s`,
          consent,
        })),
        sources: consents.map((_, i) => ({
          name: `Talk with Secret${i}s`,
          turns: [
            ['I', 'Well?'],
            [`Voice${i}v`, words(i)],
          ] as const,
        })),
        codes: [{ name: 'River', section: 'meaning' }],
        codings: consents.map((_, i) => ({
          source: `Talk with Secret${i}s`,
          code: 'River',
          quote: words(i),
          note: `Note${i}n`,
        })),
      })
      const all = await everyRendering(built)
      expect(all).not.toMatch(/Secret\d|Note\d/)
      for (const [i, consent] of consents.entries()) {
        if (consent !== 'quote') expect(all).not.toContain(`Spoken${i} `)
        if (consent === 'withdrawn') expect(all).not.toContain(`Voice${i}v`)
      }
    }),
    { numRuns: 25 },
  )
})

test('HTML stands by itself, escapes every text and links its contents', () => {
  const html = reportHtml(
    compose(
      smallInquiry({
        codes: ['<script>alert(1)</script>'],
        codings: [
          {
            source: 'Interview 02',
            code: '<script>alert(1)</script>',
            quote: 'We count everything, and it has kept us honest.',
          },
        ],
      }),
    ),
  )
  expect(html).not.toContain('<script')
  expect(html).toContain('&#60;script&#62;')
  expect(html).not.toMatch(/(src|href)="(?!#)/)
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
  expect(new Set(anchors).size).toBe(anchors.length)
  for (const anchor of anchors) expect(html).toContain(`id="${anchor}"`)
})

test('HTML shows who says it under each quote, and what speaks against as such', () => {
  const html = reportHtml(compose(smallInquiry()))
  expect(html).toContain('<cite>Ilse · P02 ¶2 · Interview 02</cite>')
  expect(html).toContain('<blockquote class="against"><p class="label">Speaks against</p>')
  expect(html).toContain('<caption>Table 1. ')
})

test('Markdown keeps its signs as text', () => {
  const markdown = reportMarkdown(compose(smallInquiry({ description: '# not a *heading* <b>' })))
  expect(markdown).toContain('\\# not a \\*heading\\* \\<b\\>')
  expect(markdown).toContain('## Barriers\n')
  expect(markdown).toContain('| Barriers › Metrics | 1 of 5 | 2 | 1 | 0 | 0 of 2 |')
})

test('JSON has the shape the command line promises', () => {
  const report = JSON.parse(reportJson(compose(smallInquiry())))
  expect(Object.keys(report)).toEqual(expect.arrayContaining(['template', 'layer', 'blocks']))
  const kinds = new Set(report.blocks.map((block: { kind: string }) => block.kind))
  expect([...kinds].sort()).toEqual(['gap', 'heading', 'prevalence', 'prose', 'quote', 'table'])
  const find = (kind: string, name: string) =>
    report.blocks.find(
      (block: Record<string, unknown>) => block.kind === kind && Object.values(block).includes(name),
    )
  expect(find('prevalence', 'Metrics')).toMatchObject({
    code: 'Metrics',
    n: 1,
    of: 5,
    denies: 1,
    asked: null,
    text: expect.stringContaining('1 of 5'),
  })
  expect(find('quote', 'Ilse')).toMatchObject({
    participant: 'Ilse',
    source: 'Interview 02',
    citation: 'P02 ¶2',
    start: expect.any(Number),
    end: expect.any(Number),
  })
})

test('Word has real headings, a table of contents, captions, page numbers and a footnote for each quote', async () => {
  const built = smallInquiry()
  const files = await wordFiles(built)
  const document = xml(files, 'word/document.xml')
  for (const style of ['Title', 'Heading1', 'Heading2', 'Quote', 'QuoteAgainst', 'Caption'])
    expect(document).toContain(`<w:pStyle w:val="${style}"/>`)
  expect(document).toContain('TOC ')
  expect(document).toContain('They wanted a number by June, any number really. [Noor], they said')
  const quotes = compose(built).blocks.filter((block) => block.kind === 'quote').length
  expect(document.match(/<w:footnoteReference /g)).toHaveLength(quotes)
  const footnotes = xml(files, 'word/footnotes.xml')
  expect(footnotes).toContain('Ilse · P02 ¶2 · Interview 02')
  expect(xml(files, 'word/footer1.xml')).toContain('PAGE')
  expect(xml(files, 'word/header1.xml')).toContain('Summary')
})

test('the contents in Word are there before anybody renews its fields, and lead to their headings', async () => {
  const document = xml(await wordFiles(smallInquiry()), 'word/document.xml')
  const listed = [
    ...document.matchAll(/<w:pStyle w:val="TOC[12]"\/>.*?w:anchor="(\w+)".*?<w:t [^>]*>([^<]*)</g),
  ]
  expect(listed.map(([, , text]) => text)).toEqual(
    expect.arrayContaining(['Barriers', 'Funding', 'Evidence']),
  )
  for (const [, anchor, text] of listed)
    expect(document).toMatch(new RegExp(`w:name="${anchor}"/><w:r><w:t [^>]*>${text}<`))
})

const trends = () =>
  smallInquiry({
    codes: [
      { name: 'Floods', section: 'why-now', definition: 'The water comes twice' },
      { name: 'Debts', section: 'why-now' },
      { name: 'Circles', section: 'practice' },
      { name: 'Walks', section: 'practice' },
    ],
    codings: [
      { source: 'Interview 02', code: 'Floods', quote: 'We count everything, and it has kept us honest.' },
      { source: 'Interview 03', code: 'Debts', quote: 'Paraphrasable secrets' },
      { source: 'Interview 01', code: 'Circles', quote: 'Nobody asked the village.' },
      { source: 'Interview 04', code: 'Walks', quote: 'Countable silence' },
    ],
  })

test('codes told together are one numbered list, or one paragraph, in every rendering', async () => {
  const report = compose(trends())
  expect(reportHtml(report)).toContain(
    '<ol class="items"><li><strong>Floods.</strong> The water comes twice. 1 of 5 participants interviewed speaks of this.</li><li><strong>Debts.</strong>',
  )
  const markdown = reportMarkdown(report)
  expect(markdown).toMatch(/\n1\. \*\*Floods\.\*\* The water comes twice\. .*\n2\. \*\*Debts\.\*\* /)
  expect(markdown).toMatch(/“Circles”.* “Walks”/)
  const document = xml(await wordFiles(trends()), 'word/document.xml')
  expect(document).toMatch(
    /<w:numId w:val="2"\/><\/w:numPr><\/w:pPr><w:r><w:rPr><w:b\/><\/w:rPr><w:t [^>]*>Floods\.</,
  )
  expect(document).toMatch(
    /<w:pStyle w:val="Prevalence"\/><\/w:pPr><w:r><w:t [^>]*>[^<]*“Circles”[^<]* “Walks”/,
  )
})

test('aims are a list, each as it was written', () => {
  const report = compose(smallInquiry({ aims: ['See; then act.', 'Ask what helps'] }))
  expect(reportHtml(report)).toContain(
    '<p>The inquiry set out to:</p><ul><li><p>See; then act.</p></li><li><p>Ask what helps</p></li></ul>',
  )
})

test('Word takes the lead’s lists and faces along', async () => {
  const item = (text: string) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'bold' }] }] }],
  })
  const doc = {
    type: 'doc',
    content: [{ type: 'orderedList', content: [item('first step'), item('second step')] }],
  } as const
  const built = smallInquiry({ prose: [{ report: 'Summary', place: 'next', doc }] })
  const files = await wordFiles(built, { id: built.report('Summary').id })
  expect(xml(files, 'word/document.xml')).toMatch(/<w:numPr>.*?<w:b\/>.*?first step/s)
  expect(xml(files, 'word/numbering.xml')).toContain('decimal')
})

test('signs that XML cannot hold do not break the Word file', async () => {
  const files = await wordFiles(smallInquiry({ description: 'a\u0001b & <c> \ud800' }))
  expect(xml(files, 'word/document.xml')).toContain('a\ufffdb &amp; &lt;c&gt; \ufffd')
})

test('the same report gives the same bytes', async () => {
  const report = compose(smallInquiry())
  expect(await reportDocx(report)).toEqual(await reportDocx(report))
})
